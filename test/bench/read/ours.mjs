// Reads one file and prints what it took as JSON: a child process of read.ts.
import { readFile } from "kpi-anomaly";
import { measured } from "./measured.mjs";

const [path] = process.argv.slice(2);
await measured(async () => {
  const table = await readFile(path);
  return { rows: table.records, dates: table.time !== null, columns: table.columns.length };
});
