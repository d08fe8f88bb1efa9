import type { Compressors, FileMetaData, parquetRead } from "hyparquet";
import { InputError } from "../../errors.js";
import { sourceColumn, type SourceColumn } from "../columns/source-columns.js";
import { MOST_COLUMNS, tooManyColumns } from "../columns/source-layout.js";
import { sourceTable } from "../columns/source-table.js";
import { damaged, refuseBomb, unpacksTooFar, type Format } from "./format.js";
import { checkPages } from "./parquet/check-pages.js";
import { snappyUnpacker, unpackSnappy } from "./parquet/unpack-snappy.js";
import { countLeaves, readColumn } from "./parquet/read-column.js";
import { RecordColumns } from "../columns/record-columns.js";
import { zstandardDecoder } from "./zstd/unpack-zstandard.js";

/** Bytes that the description of a file may have; of usual ones it has some thousand. */
const MOST_METADATA = 1 << 25;
/** Rows of one row group: what is unpacked at a time. */
const MOST_ROWS = 1 << 27;

/** Values that a file may have in any case, and how many for each of its bytes beyond that: a column of one value takes almost none. */
const FREE_VALUES = 1 << 25;
const MOST_VALUES_A_BYTE = 100;

/** Apache Parquet, read column by column, one row group at a time: never more of it is unpacked than that. */
export const parquet: Format = {
  name: "parquet",
  called: { en: "a Parquet file", de: "eine Parquet-Datei" },
  endings: ["parquet", "pq", "parq"],
  hasLines: false,
  typed: true,
  isIn: (bytes) => isMagic(bytes, 0),
  async open(bytes, { signal }) {
    if (bytes.length < 12 || !isMagic(bytes, bytes.length - 4)) throw damaged(parquet);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const length = view.getUint32(bytes.length - 8, true);
    if (length > MOST_METADATA || length > bytes.length - 8)
      throw length > bytes.length ? damaged(parquet) : tooManyColumns(MOST_COLUMNS + 1);
    const { parquetMetadata, parquetSchema } = await import("hyparquet/src/metadata.js");
    try {
      const start = bytes.length - 8 - length;
      refuseWide(bytes.subarray(start));
      const metadata = parquetMetadata(
        bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length) as ArrayBuffer,
      );
      refuseLies(metadata, bytes.length);
      const compressors = withLimits(await compressorsOf(metadata));
      const { deserializeTCompactProtocol } = await import("hyparquet/src/thrift.js");
      checkPages(bytes, metadata, deserializeTCompactProtocol);
      const { children } = parquetSchema(metadata);
      if (children.length > MOST_COLUMNS) throw tooManyColumns(children.length);
      const records = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
      const readers = {
        // Columns of usual files do without it.
        parquetRead: async (options: Parameters<typeof parquetRead>[0]) =>
          (await import("hyparquet")).parquetRead(options),
        readFields: deserializeTCompactProtocol,
        compressors,
        pages: withLimits({ SNAPPY: snappyUnpacker() }),
      };
      const columns: SourceColumn[] = [];
      let leaf = 0;
      for (const child of children) {
        const name: string | undefined = child.element.name;
        if (name === undefined) throw new Error("a column without a name");
        const leaves = countLeaves(child);
        const fill = await readColumn({ bytes, metadata, column: child, leaf, leaves, records }, readers, signal);
        leaf += leaves;
        columns.push(...flattened(fill.column(name)));
      }
      return { kind: "columns", source: sourceTable(columns, records) };
    } catch (error) {
      if (error instanceof InputError || signal?.aborted) throw error;
      if (error instanceof RangeError && /array|memory|invalid length/i.test(error.message)) throw unpacksTooFar();
      throw damaged(parquet, error);
    }
  },
};

/** What unpacks the pages of a file: packages are loaded where they are needed, and most files are packed with Snappy. */
async function compressorsOf({ row_groups }: FileMetaData): Promise<Compressors> {
  const codecs = new Set(row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec)));
  codecs.delete(undefined);
  const snappy: Compressors = { SNAPPY: unpackSnappy };
  const zstandard: Compressors = codecs.has("ZSTD") ? { ZSTD: (await zstandardDecoder()).frame } : {};
  const known = new Set<unknown>(["UNCOMPRESSED", "SNAPPY", "ZSTD"]);
  const others = [...codecs].some((codec) => !known.has(codec))
    ? (await import("hyparquet-compressors")).compressors
    : {};
  return { ...others, ...snappy, ...zstandard };
}

/** Unpackers are told how much is to come: no more than any table would have. */
function withLimits(compressors: Compressors): Compressors {
  return Object.fromEntries(
    Object.entries(compressors).map(([name, unpack]) => [
      name,
      (input: Uint8Array, output: number): Uint8Array => {
        refuseBomb(output, input.length);
        return unpack(input, output);
      },
    ]),
  );
}

function isMagic(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 80 && bytes[at + 1] === 65 && bytes[at + 2] === 82 && bytes[at + 3] === 49;
}

/**
 * The number of columns, which stands near the beginning of the description: describing a million of them takes a minute. In
 * Thrift's compact form field 1 is a number and field 2 the list of columns, whose first is the root, with their number in field 5.
 */
function refuseWide(description: Uint8Array): void {
  let p = 1;
  const number = (): number => {
    let value = 0;
    for (let scale = 1; p < description.length; scale *= 128) {
      const byte = description[p++];
      value += (byte & 127) * scale;
      if (byte < 128) break;
    }
    return value;
  };
  if (description[0] !== 0x15) return;
  number();
  if (description[p] !== 0x19 || description[p + 1] >> 4 !== 15) return;
  p += 2;
  const elements = number();
  if (elements > MOST_COLUMNS * 2) throw tooManyColumns(elements - 1);
  for (let field = 0; p < description.length; ) {
    const head = description[p++];
    if (head >> 4 === 0) return;
    field += head >> 4;
    const [type, value] = [head & 15, number()];
    if (type === 8) p += value;
    else if (type !== 5) return;
    else if (field === 5) {
      if (value / 2 > MOST_COLUMNS) throw tooManyColumns(value / 2);
      return;
    }
  }
}

/** Numbers that are too large to be true, before anything is made room for. */
function refuseLies({ row_groups }: FileMetaData, size: number): void {
  let values = 0;
  for (const { num_rows, columns } of row_groups) {
    if (num_rows < 0 || num_rows > MOST_ROWS) throw unpacksTooFar();
    for (const { meta_data } of columns)
      if (meta_data) {
        if (meta_data.num_values > MOST_ROWS) throw unpacksTooFar();
        values += Number(meta_data.num_values);
        if (values > FREE_VALUES && values > size * MOST_VALUES_A_BYTE) throw unpacksTooFar();
        refuseBomb(Number(meta_data.total_uncompressed_size), Number(meta_data.total_compressed_size));
      }
  }
}

/** Structures become columns, one level deep, as in JSON. */
function flattened(column: SourceColumn | { readonly name: string; readonly cells: unknown[] }): SourceColumn[] {
  if (!("cells" in column)) return [column];
  const { name, cells } = column;
  if (!cells.some((cell) => typeof cell === "object" && cell !== null && !Array.isArray(cell)))
    return [sourceColumn(name, cells)];
  const records = new RecordColumns();
  cells.forEach((cell, i) => records.add({ [name]: cell }, i + 2));
  return [...records.columns()];
}
