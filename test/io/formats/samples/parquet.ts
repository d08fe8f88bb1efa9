import { parquetWriteBuffer } from "hyparquet-writer";
import { parquetFile } from "../written-files.js";
import { columnNames, type FormatSample } from "./sample.js";

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
    "Parquet cut off": () => parquetFile({ a: [1, 2, 3] }).subarray(0, 60),
  },
};
