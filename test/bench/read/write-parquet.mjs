// Writes a CSV file as Parquet, as DuckDB does by itself: Snappy, row groups of 122,880.
import { DuckDBInstance } from "../peers/node_modules/@duckdb/node-api/lib/index.js";

const [from, to] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(`COPY (SELECT * FROM read_csv('${from}')) TO '${to}' (FORMAT parquet)`);
