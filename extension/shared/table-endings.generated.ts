// Made by `npm run generate` from the register of formats; do not edit by hand.

/** Endings of every file that can be read, for dialogs. */
export const tableEndings: readonly string[] = [
  "csv",
  "tsv",
  "tab",
  "txt",
  "gz",
  "gzip",
  "zst",
  "zstd",
  "parquet",
  "pq",
  "parq",
  "sqlite",
  "sqlite3",
  "db",
  "db3",
  "xlsx",
  "xlsm",
  "zip",
  "json",
  "jsonl",
  "ndjson",
];

/** Endings of files that are offered to be analysed. */
export const offeredEndings: readonly string[] = [
  "csv",
  "tsv",
  "tab",
  "gz",
  "gzip",
  "zst",
  "zstd",
  "parquet",
  "pq",
  "parq",
  "sqlite",
  "sqlite3",
  "db",
  "db3",
  "xlsx",
  "xlsm",
  "jsonl",
  "ndjson",
];
