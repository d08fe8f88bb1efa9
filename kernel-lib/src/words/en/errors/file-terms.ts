import type { OtherFile } from "../../../input-problems.js";
import type { ToldError } from "../../subjects/error-sentences.js";

export const OTHER_FILES: Readonly<Record<OtherFile, ToldError>> = {
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

export const MARKUP = { markup: "a web page or XML", json: "JSON", document: "a document" };
