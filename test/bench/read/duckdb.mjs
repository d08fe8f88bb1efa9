// The same file into a table of DuckDB in memory, two threads. Told what our reader has to find out wherever that makes it better.
import { DuckDBInstance } from "../peers/node_modules/@duckdb/node-api/lib/index.js";
import { measured } from "./measured.mjs";

const [path, from] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
await measured(async () => {
  await connection.run(`CREATE TABLE data AS SELECT * FROM ${from.replace("$path", `'${path}'`)}`);
  const rows = await connection.runAndReadAll("SELECT count(*) FROM data");
  const types = await connection.runAndReadAll("SELECT data_type FROM information_schema.columns");
  const names = types.getRows().map(([type]) => String(type));
  if (names.slice(1).some((type) => type === "VARCHAR")) throw new Error(`DuckDB read text: ${names}`);
  return { rows: Number(rows.getRows()[0][0]), columns: names.length, dates: names[0].startsWith("TIMESTAMP") };
});
