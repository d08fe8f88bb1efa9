import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import { parquetFile } from "../written-files.js";
import { columnNames, type FormatSample } from "./sample.js";

const SAID = 1_100_000;

/** A Parquet file of so many sevens that says, everywhere in as many bytes, that they are more. */
function lyingParquet(encoding: ColumnSource["encoding"], rows: number): Uint8Array {
  const data = Array.from({ length: SAID }, () => 7);
  const columnData = [{ name: "a", data, encoding }];
  const bytes = new Uint8Array(
    parquetWriteBuffer({ columnData, codec: "UNCOMPRESSED", statistics: false, rowGroupSize: SAID, pageSize: 1 << 30 }),
  );
  // Thrift's compact form writes numbers doubled, seven bits a byte.
  const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
  const [said, lie] = [varint(SAID * 2), varint(rows * 2)];
  let found = 0;
  for (let p = 0; p < bytes.length; p++)
    if (said.every((byte, i) => bytes[p + i] === byte)) {
      bytes.set(lie, p);
      found++;
    }
  if (lie.length !== said.length || found < 4) throw new Error("The file does not say how many rows it has.");
  return bytes;
}

/** A Parquet file whose description has a million columns, all of them there. */
function millionColumns(): Uint8Array {
  // Thrift's compact form: version 1, a list of 1,000,001 elements, the root with its name and its number of columns.
  const count = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...count(value >>> 7)]);
  const root = [0x48, 1, 97, 0x15, ...count(2_000_000), 0];
  const head = [0x15, 2, 0x19, 0xfc, ...count(1_000_001), ...root];
  const column = [0x15, 10, 0x25, 0, 0x18, 1, 98, 0];
  const description = new Uint8Array(head.length + 1_000_000 * column.length + 1);
  description.set(head);
  for (let c = 0; c < 1_000_000; c++) description.set(column, head.length + c * column.length);
  const magic = [80, 65, 82, 49];
  const length = new Uint8Array(new Uint32Array([description.length]).buffer);
  return Uint8Array.from([...magic, ...description, ...length, ...magic]);
}

export const sample: FormatSample = {
  format: "parquet",
  files: {
    "data.parquet": (cells) => parquetFile(cells, 500),
    "small-groups.parquet": (cells) => parquetFile(cells, 25),
  },
  hostile: {
    "Parquet with 60,000 columns": () =>
      new Uint8Array(parquetWriteBuffer({ columnData: columnNames(60_000).map((name) => ({ name, data: [1, 2] })) })),
    "Parquet with a million columns": () => millionColumns(),
    "Parquet that says its metadata are 4 GB": () => {
      const bytes = parquetFile({ a: [1, 2, 3] });
      new DataView(bytes.buffer).setUint32(bytes.length - 8, 0xffffffff, true);
      return bytes;
    },
    "Parquet whose texts begin with all those before": () =>
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: "a", data: Array.from({ length: 20_000 }, (_, i) => "x".repeat(i)), encoding: "DELTA_BYTE_ARRAY" },
            { name: "b", data: Array.from({ length: 20_000 }, (_, i) => i) },
          ],
          pageSize: 1 << 30,
        }),
      ),
    "Parquet of differences that says 33,000,000 rows": () => lyingParquet("DELTA_BINARY_PACKED", 33_000_000),
    "Parquet of differences that says 120,000,000 rows": () => lyingParquet("DELTA_BINARY_PACKED", 120_000_000),
    "Parquet of one number that says 120,000,000 rows": () => lyingParquet("RLE_DICTIONARY", 120_000_000),
    "Parquet cut off": () => parquetFile({ a: [1, 2, 3] }).subarray(0, 60),
  },
};
