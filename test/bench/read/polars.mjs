// The same file into a DataFrame of Polars, two threads (POLARS_MAX_THREADS).
import polars from "../peers/node_modules/nodejs-polars/bin/index.js";
import { measured } from "./measured.mjs";

const [path, options] = process.argv.slice(2);
await measured(async () => {
  const frame = path.endsWith(".parquet")
    ? polars.readParquet(path)
    : polars.readCSV(path, { tryParseDates: true, ...JSON.parse(options) });
  if (frame.dtypes.slice(1).some((type) => /Utf8|String/.test(String(type))))
    throw new Error(`Polars read text: ${frame.dtypes}`);
  return { rows: frame.height, columns: frame.width, dates: /Date/.test(String(frame.dtypes[0])) };
});
