import type { FilePart, FormatProblems, JsonFault } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

const PARTS: Readonly<Record<FilePart, string>> = {
  sheet: "sheet",
  table: "table",
  file: "file",
  records: "list of records",
};

const JSON_FAULTS: Readonly<Record<JsonFault, string>> = {
  too_deep: "is nested too deeply",
  never_ends: "begins a value that never ends",
  open_quote: "holds text whose quote is never closed",
  invalid: "is not valid JSON",
  cut_off: "ends too early",
};

const DAMAGE: Readonly<Record<string, string>> = {
  no_sheet: "there is no sheet in it",
  no_file: "there is no file in it",
  packing: "it is encrypted, or packed in an unknown way",
};

/** What a program of its own says stays in the facts: it is English, and for programmers. */
const damage = (reason: string | null): string => (reason !== null && reason in DAMAGE ? ` (${DAMAGE[reason]})` : "");

/** Files in a format beside delimited text. */
export const formats: ErrorSentencesOf<FormatProblems> = {
  nothing_piped: () => [
    "Nothing is piped into standard input.",
    "Write the data into it, as `kpi-anomaly detect - < sales.csv` does.",
  ],
  damaged: ({ called, reason }) => [
    `The file begins as ${called.en} but cannot be read as such${damage(reason)}.`,
    "Write or download it again; if other programs open it, export the table as CSV.",
  ],
  no_part: ({ part, told, names, count }) => [
    `There is no ${PARTS[part]} "${told}"; the file has ${names.map((name) => `"${name}"`).join(", ")}${count > names.length ? ", …" : ""}.`,
    "Name one of them, or leave it out to have it chosen.",
  ],
  unpacks_too_far: () => [
    "The file unpacks to far more than any table would, or more than can be read.",
    "Unpack it with another program and look at what is inside.",
  ],
  broken_json: ({ line, fault }) => [
    `Line ${line} of the JSON file ${JSON_FAULTS[fault]}.`,
    "Write the file again; it may have been cut off.",
  ],
  invalid_json: ({ line }) => [
    `Line ${line} is not valid JSON.`,
    "One object a line, or one list of objects, is needed.",
  ],
  no_records: () => [
    "The file is JSON, but holds no list of records.",
    "A list of objects with the same names is needed, one for each moment.",
  ],
  too_many_names: ({ names }, write) => [
    `The records have ${write.count(names)} different names, and hardly any record has more than a few of them.`,
    "Keep only the columns of interest.",
  ],
  no_table_with_rows: () => [
    "The database has no table with rows that can be read.",
    "Views and virtual tables cannot be read: export what they show as CSV.",
  ],
  other_workbook: ({ is }) => [
    `The file is ${is === "xlsb" ? "a binary Excel workbook (.xlsb)" : "an OpenDocument file"}, which cannot be read.`,
    "Open it in a spreadsheet and save it as an Excel workbook (xlsx) or as CSV.",
  ],
  several_files: ({ names, count }, write) => [
    `The ZIP archive holds ${write.count(count)} files: ${names.join(", ")}${count > names.length ? ", …" : ""}.`,
    "Say which one with --sheet NAME (or read.sheet), or unpack the archive.",
  ],
};
