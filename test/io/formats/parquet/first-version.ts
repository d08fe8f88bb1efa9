import { snappyUncompress, type FileMetaData } from "hyparquet";
import { deserializeTCompactProtocol } from "hyparquet/src/thrift.js";

/** Fields of Thrift's compact form: whole numbers by their distance to the field before. */
const numbers = (...values: readonly number[]): number[] => values.flatMap((value) => [0x15, ...varint(value * 2)]);
const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];

type Header = Readonly<Record<string, Record<string, number>>> & Readonly<Record<string, number>>;

/** A file of pages of the second version (Snappy) as one of pages of the first, which the writer of the tests does not make. */
export function firstVersion(bytes: Uint8Array, metadata: FileMetaData): { bytes: Uint8Array; metadata: FileMetaData } {
  const out: number[] = [80, 65, 82, 49];
  const row_groups = metadata.row_groups.map((group) => ({
    ...group,
    columns: group.columns.map((column) => {
      const described = column.meta_data!;
      const start = Number(described.dictionary_page_offset ?? described.data_page_offset);
      const view = new DataView(bytes.buffer, bytes.byteOffset + start, Number(described.total_compressed_size));
      const offset = BigInt(out.length);
      const reader = { view, offset: 0 };
      while (reader.offset < view.byteLength) {
        const header = deserializeTCompactProtocol(reader) as Header;
        const page = new Uint8Array(view.buffer, view.byteOffset + reader.offset, header["field_3"]);
        reader.offset += page.length;
        const { field_7: dictionary, field_8: second } = header;
        const levels = second ? page.subarray(0, second["field_5"]) : page.subarray(0, 0);
        const values = new Uint8Array(header["field_2"] - levels.length);
        const packed = second ? (second["field_7"] as unknown) !== false && values.length > 0 : true;
        if (packed) snappyUncompress(page.subarray(levels.length), values);
        else values.set(page.subarray(levels.length, header["field_2"]));
        const four = new Uint8Array(new Uint32Array([levels.length]).buffer);
        const body = levels.length > 0 ? [...four, ...levels, ...values] : [...values];
        const is = second
          ? [0x2c, ...numbers(second["field_1"], second["field_4"], 3, 3), 0]
          : [0x4c, ...numbers(dictionary["field_1"], 0), 0];
        out.push(...numbers(second ? 0 : 2, body.length, body.length), ...is, 0, ...body);
      }
      const size = BigInt(out.length) - offset;
      const has = described.dictionary_page_offset === undefined ? {} : { dictionary_page_offset: offset };
      return {
        ...column,
        meta_data: {
          ...described,
          ...has,
          codec: "UNCOMPRESSED" as const,
          data_page_offset: offset,
          total_compressed_size: size,
          total_uncompressed_size: size,
        },
      };
    }),
  }));
  return { bytes: Uint8Array.from(out), metadata: { ...metadata, row_groups } };
}
