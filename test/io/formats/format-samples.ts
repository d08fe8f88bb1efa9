import { sample as gzip } from "./samples/gzip.js";
import { sample as json } from "./samples/json.js";
import { sample as parquet } from "./samples/parquet.js";
import type { FormatSample } from "./samples/sample.js";
import { sample as sqlite } from "./samples/sqlite.js";
import { sample as xlsx } from "./samples/xlsx.js";
import { sample as zip } from "./samples/zip.js";
import { sample as zstd } from "./samples/zstd.js";

/** Files of every format; `twins.test.ts` says which one is missing. */
export const samples: readonly FormatSample[] = [gzip, json, parquet, sqlite, xlsx, zip, zstd];
