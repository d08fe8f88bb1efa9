import type { Format } from "./format.js";
import { gzip } from "./gzip.js";
import { json } from "./json.js";
import { parquet } from "./parquet.js";
import { sqlite } from "./sqlite.js";
import { xlsx } from "./xlsx.js";
import { zip } from "./zip.js";
import { zstd } from "./zstd.js";

/**
 * Every kind of file that can be read beside delimited text. Those with a signature come first: their first bytes tell them,
 * whatever their name.
 */
export const formats: readonly Format[] = [gzip, zstd, parquet, sqlite, xlsx, zip, json];

/** The kind of a file by its first bytes; null for what is read as delimited text. */
export function formatOf(bytes: Uint8Array): Format | null {
  return formats.find((format) => format.isIn(bytes)) ?? null;
}
