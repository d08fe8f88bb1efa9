import { InputError } from "../../errors.js";
import type { OtherFile } from "../../input-problems.js";

/** First bytes of files that people mistake for CSV. */
const SIGNATURES: readonly { readonly is: OtherFile; readonly bytes: readonly number[] }[] = [
  { is: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { is: "xls", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { is: "gzip", bytes: [0x1f, 0x8b] },
  { is: "bzip2", bytes: [0x42, 0x5a, 0x68] },
  { is: "zstandard", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { is: "7zip", bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { is: "xz", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { is: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { is: "png", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { is: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { is: "gif", bytes: [0x47, 0x49, 0x46, 0x38] },
  { is: "parquet", bytes: [0x50, 0x41, 0x52, 0x31] },
  { is: "sqlite", bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20] },
];

const LOOKED_AT = 1 << 16;
/** Control characters that divide cells in exports of databases: one of them in a file. */
const DIVIDERS = [1, 31];

/**
 * Stops when the bytes are no text: a known signature, or more control characters than a damaged text has.
 * NUL bytes alone do not count unless they are most of the file, because loggers leave them behind.
 * @throws InputError `not_text`
 */
export function refuseBinary(bytes: Uint8Array): void {
  for (const { bytes: signature, is } of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) throw new InputError("other_file", { is });
  }
  const length = Math.min(bytes.length, LOOKED_AT);
  let controls = 0;
  let nuls = 0;
  const dividers = [0, 0];
  for (let i = 0; i < length; i++) {
    const byte = bytes[i];
    if (byte === 0) nuls++;
    else if (DIVIDERS.includes(byte)) dividers[DIVIDERS.indexOf(byte)]++;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  }
  controls += Math.min(...dividers);
  if (controls > Math.max(2, length * 0.02) || nuls > length / 2) {
    throw new InputError("binary", {});
  }
}
