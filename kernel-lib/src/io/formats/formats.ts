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

/** Delimited text, which nothing but its content tells. */
const text: Pick<Format, "endings" | "mostlyOther"> = { endings: ["csv", "tsv", "tab", "txt"], mostlyOther: ["txt"] };

/** Endings of every file that can be read. */
export const tableEndings: readonly string[] = [text, ...formats].flatMap(({ endings }) => endings);

/** Those of them that a person who opens such a file probably means as a table. */
export const offeredEndings: readonly string[] = [text, ...formats].flatMap(({ endings, mostlyOther = [] }) =>
  endings.filter((ending) => !mostlyOther.includes(ending)),
);

/** The kind of a file by its first bytes; null for what is read as delimited text. */
export function formatOf(bytes: Uint8Array): Format | null {
  return formats.find((format) => format.isIn(bytes)) ?? null;
}
