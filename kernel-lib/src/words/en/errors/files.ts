import type { FileProblems, OtherFile } from "../../../input-problems.js";
import type { ErrorSentencesOf, ToldError } from "../../subjects/error-sentences.js";

const OTHER_FILES: Readonly<Record<OtherFile, ToldError>> = {
  zip: [
    "a ZIP archive or an Excel workbook (.xlsx)",
    "Open it in a spreadsheet and save the sheet as CSV, or unpack the archive first.",
  ],
  xls: ["an old Excel workbook (.xls)", "Open it in a spreadsheet and save the sheet as CSV."],
  gzip: ["a gzip archive", "Unpack it first, for example with gunzip."],
  bzip2: ["a bzip2 archive", "Unpack it first, for example with bunzip2."],
  zstandard: ["a Zstandard archive", "Unpack it first, for example with unzstd."],
  "7zip": ["a 7-Zip archive", "Unpack it first."],
  xz: ["an xz archive", "Unpack it first, for example with unxz."],
  pdf: ["a PDF document", "Export the table behind it as CSV."],
  png: ["a PNG picture", "Choose the CSV file the picture was made from."],
  jpeg: ["a JPEG picture", "Choose the CSV file the picture was made from."],
  gif: ["a GIF picture", "Choose the CSV file the picture was made from."],
  parquet: ["a Parquet file", "Export it as CSV first."],
  sqlite: ["an SQLite database", "Export the table as CSV first."],
};

const MARKUP = { markup: "a web page or XML", json: "JSON", document: "a document" };

/** Files that cannot be opened or hold no text of a table. */
export const files: ErrorSentencesOf<FileProblems> = {
  no_file: ({ path }) => [`There is no file ${path}.`, "Check the path; it is taken relative to the current folder."],
  is_folder: ({ path }) => [`${path} is a folder; a file is needed.`, "Name a file in it."],
  not_permitted: ({ path }) => [`${path} may not be read.`, "Check its permissions."],
  circular_link: ({ path }) => [`${path} is a link that leads in a circle.`, "Name the file itself."],
  not_readable: ({ path, reason }) => [
    `${path} could not be read (${reason}).`,
    "Check the path and the device it is on.",
  ],
  too_many_bytes: ({ path, bytes, most }, write) => [
    `${path} ${bytes === null ? `gives more than ${write.count(most)} bytes` : `has ${write.count(bytes)} bytes`}; at most ${write.count(most)} can be read.`,
    "Split the file or aggregate it first.",
  ],
  not_enough_memory: ({ path }) => [`${path} needs more memory than there is.`, "Split the file first."],
  other_file: ({ is }) => [`This is ${OTHER_FILES[is][0]}, not text; a CSV file is needed.`, OTHER_FILES[is][1]],
  binary: () => [
    "The file is binary, not text; a CSV file is needed.",
    "Export the data as CSV from the program that wrote this file.",
  ],
  text_too_large: ({ bytes, most }, write) => [
    `The file has ${write.count(bytes)} bytes; at most ${write.count(most)} can be read.`,
    "Split the file, or keep only the columns and rows of interest.",
  ],
  no_bytes: () => ["The file is empty (0 bytes).", "Choose a CSV file with a header line and rows of data."],
  blank_lines: () => [
    "The file holds no text, only blank lines.",
    "Choose a CSV file with a header line and rows of data.",
  ],
  header_only: ({ names }) => [
    `The file has a header (${names.join(", ")}) but no rows of data.`,
    "Choose a file with at least a few rows below the header.",
  ],
  no_rows: () => ["The file has names of columns but no rows of data.", "Choose a file with rows below the header."],
  no_columns: () => ["The file has no columns.", "Choose a file with at least a few rows."],
  no_rows_below: ({ names }) => [
    `The file has columns (${names.join(", ")}) but no rows of data.`,
    "Choose a file with at least a few rows.",
  ],
  too_many_columns: ({ columns, most }, write) => [
    `The file has ${write.count(columns)} columns; at most ${write.count(most)} can be read.`,
    "Keep only the columns of interest.",
  ],
  one_row: () => [
    "The file has one row of data; what is normal can only be learned from many.",
    "Choose a file with at least a few dozen rows.",
  ],
  markup: ({ is }) => [
    `The file is ${MARKUP[is]}, not a table in CSV form.`,
    "Export the data as CSV: one line of column names, then one line for each moment.",
  ],
  prose: () => [
    "The file is text without columns: no delimiter and no numbers that repeat line by line.",
    "Choose a file with one line of column names and one line for each moment, or name its delimiter.",
  ],
  turned_too_large: ({ rows, most }, write) => [
    `Turned on its side, the file has ${write.count(rows)} rows; at most ${write.count(most)} can be read.`,
    "Keep only the rows of interest.",
  ],
};
