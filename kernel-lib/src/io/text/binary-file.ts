import { InputError } from "../../errors.js";

/** First bytes of files that people mistake for CSV, with what to do instead. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly kind: string; readonly hint: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    kind: "a ZIP archive or an Excel workbook (.xlsx)",
    hint: "Read it with open() or readFile(), or save the sheet as CSV.",
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    kind: "an old Excel workbook (.xls)",
    hint: "Open it in a spreadsheet and save the sheet as CSV.",
  },
  {
    bytes: [0x1f, 0x8b],
    kind: "a gzip archive",
    hint: "Read it with open() or readFile(), or unpack it first, for example with gunzip.",
  },
  { bytes: [0x42, 0x5a, 0x68], kind: "a bzip2 archive", hint: "Unpack it first, for example with bunzip2." },
  {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    kind: "a Zstandard archive",
    hint: "Read it with open() or readFile(), or unpack it first, for example with unzstd.",
  },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: "a 7-Zip archive", hint: "Unpack it first." },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], kind: "an xz archive", hint: "Unpack it first, for example with unxz." },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: "a PDF document", hint: "Export the table behind it as CSV." },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: "a PNG picture", hint: "Choose the CSV file the picture was made from." },
  { bytes: [0xff, 0xd8, 0xff], kind: "a JPEG picture", hint: "Choose the CSV file the picture was made from." },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: "a GIF picture", hint: "Choose the CSV file the picture was made from." },
  {
    bytes: [0x50, 0x41, 0x52, 0x31],
    kind: "a Parquet file",
    hint: "Read it with open() or readFile(), or export it as CSV first.",
  },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
    kind: "an SQLite database",
    hint: "Read it with open() or readFile(), or export the table as CSV first.",
  },
];

const LOOKED_AT = 1 << 16;

/**
 * Stops when the bytes are no text: a known signature, or more control characters than a damaged text has.
 * NUL bytes alone do not count unless they are most of the file, because loggers leave them behind.
 * @throws InputError `not_text`
 */
export function refuseBinary(bytes: Uint8Array): void {
  for (const { bytes: signature, kind, hint } of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte))
      throw new InputError("not_text", `This is ${kind}, not text; a CSV file is needed.`, hint);
  }
  const length = Math.min(bytes.length, LOOKED_AT);
  let controls = 0;
  let nuls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i];
    if (byte === 0) nuls++;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  }
  if (controls > Math.max(2, length * 0.02) || nuls > length / 2) {
    throw new InputError(
      "not_text",
      "The file is binary, not text; a CSV file is needed.",
      "Export the data as CSV from the program that wrote this file.",
    );
  }
}
