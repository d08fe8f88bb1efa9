/**
 * Which files the extension takes for tables, by name or by language id, which other extensions rename freely. The `when`
 * expressions of package.json are made from this by `npm run generate`. JSON files are mostly something else: they are opened
 * by the command, never offered.
 */
export const csvName = /\.(csv|tsv|tab|parquet|xlsx|xlsm|jsonl|ndjson|sqlite|sqlite3|db|gz|zst)$/i;
export const csvLanguage = /csv|tsv|jsonl/i;
/** Endings offered where a file is picked. */
export const tableEndings: readonly string[] = [
  ...["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "parquet", "json", "jsonl", "ndjson"],
  ...["sqlite", "sqlite3", "db", "gz", "zst", "zip"],
];
