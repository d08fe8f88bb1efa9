import type { FileMetaData } from "hyparquet";

/** What Thrift's compact form gives: fields by number. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads a structure from a place and moves the place behind it. */
export type ReadFields = (reader: { view: DataView; offset: number }) => Fields;

/**
 * Looks at the headers of all pages before they are unpacked: a header without its sizes makes the reader go round for ever,
 * one that promises more values than its column has makes it fill the memory.
 *
 * @throws Error for what contradicts itself
 */
export function checkPages(bytes: Uint8Array, { row_groups }: FileMetaData, read: ReadFields): void {
  for (const { columns, num_rows } of row_groups) {
    for (const { meta_data } of columns) {
      if (!meta_data) throw new Error("a column is not described");
      const { data_page_offset, dictionary_page_offset, total_compressed_size, num_values } = meta_data;
      const first = Number(dictionary_page_offset ? dictionary_page_offset : data_page_offset);
      const size = Number(total_compressed_size);
      if (!(first >= 4 && size >= 0 && first + size <= bytes.length) || num_values < num_rows)
        throw new Error("a column is not where it is said to be");
      checkColumn(new DataView(bytes.buffer, bytes.byteOffset + first, size), Number(num_values), read);
    }
  }
}

function checkColumn(view: DataView, most: number, read: ReadFields): void {
  const reader = { view, offset: 0 };
  let values = 0;
  // Some writers leave a byte at the end.
  while (values < most && reader.offset < view.byteLength - 1) {
    const header = read(reader);
    const packed = count(header["field_3"]);
    count(header["field_2"]);
    reader.offset += packed;
    if (reader.offset > view.byteLength) throw new Error("a page is cut off");
    const old = header["field_5"] as Fields | undefined;
    const second = header["field_8"] as Fields | undefined;
    const dictionary = header["field_7"] as Fields | undefined;
    if (second) {
      const levels = count(second["field_5"]) + count(second["field_6"]);
      if (levels > packed || count(second["field_2"]) > count(second["field_1"]))
        throw new Error("a page contradicts itself");
      count(second["field_3"]);
      values += count(second["field_1"]);
    } else if (old) values += count(old["field_1"]);
    else if (!dictionary || count(dictionary["field_1"]) > most) throw new Error("a page is not described");
    if (values > most) throw new Error("a page has more values than its column");
  }
}

function count(value: unknown): number {
  if (typeof value === "number" && value >= 0) return value;
  throw new Error("a page does not say how large it is");
}
