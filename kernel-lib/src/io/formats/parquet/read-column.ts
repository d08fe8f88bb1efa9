import type {
  ColumnMetaData,
  CompressionCodec,
  Compressors,
  FileMetaData,
  parquetRead,
  RowGroup,
  SchemaElement,
  SchemaTree,
} from "hyparquet";
import type { ReadFields } from "./check-pages.js";
import { checkValues } from "./check-values.js";
import { ColumnFiller } from "./column-filler.js";
import { FlatColumn, type Unpack } from "./flat-column.js";
import { flatPages } from "./flat-pages.js";
import { flatType } from "./flat-type.js";
import { leafType, PARSERS } from "./leaf-type.js";

/** A column of a file, and where it is described. */
export interface ParquetColumn {
  readonly bytes: Uint8Array;
  readonly metadata: FileMetaData;
  readonly column: SchemaTree;
  /** Number of its first column of cells, and how many it consists of. */
  readonly leaf: number;
  readonly leaves: number;
  /** Records of the file. */
  readonly records: number;
}

/** What columns are read with: packages that are loaded with the first file. */
export interface ColumnReaders {
  readonly parquetRead: typeof parquetRead;
  readonly readFields: ReadFields;
  readonly compressors: Compressors;
  /** The same for pages that are read before the next one is unpacked, where that is faster. */
  readonly pages?: Compressors;
}

/**
 * Reads one column, row group by row group: what is neither a list nor a structure, in the usual encodings, by `FlatColumn`,
 * everything else by hyparquet.
 *
 * @throws Error for what is damaged, InputError `file_too_large`
 */
export async function readColumn(
  { bytes, metadata, column, leaf, leaves, records }: ParquetColumn,
  { parquetRead, readFields, compressors, pages: ofPages = {} }: ColumnReaders,
  signal?: AbortSignal,
): Promise<ColumnFiller> {
  const filler = new ColumnFiller(leafType(column), records);
  const type = flatType(column);
  const flat = type && new FlatColumn(type, filler);
  const file = {
    byteLength: bytes.length,
    slice: (from: number, to?: number) =>
      bytes.buffer.slice(bytes.byteOffset + from, bytes.byteOffset + (to ?? bytes.length)) as ArrayBuffer,
  };
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    signal?.throwIfAborted();
    const described = group.columns[leaf].meta_data;
    const rows = Number(group.num_rows);
    const pages =
      flat && described && described.type === column.element.type
        ? flatPages(chunkOf(bytes, described), rows, flat.type, readFields)
        : null;
    if (flat && described && pages) flat.read(pages, unpackerOf(described.codec, { ...compressors, ...ofPages }));
    else {
      pathsOf(column).forEach((path, l) => {
        const inner = group.columns[leaf + l].meta_data;
        if (inner) checkValues(chunkOf(bytes, inner), inner, path, unpackerOf(inner.codec, compressors), readFields);
      });
      await parquetRead({
        file,
        metadata: metadataOf(metadata, column, group, leaf, leaves),
        compressors,
        parsers: PARSERS,
        onChunk: ({ columnData, rowStart: first }) => filler.take(columnData, rowStart + first),
      });
    }
    rowStart += rows;
  }
  return filler;
}

/** The elements from a column down to each of its columns of cells. */
function pathsOf(column: SchemaTree): SchemaTree[][] {
  return column.children.length === 0
    ? [[column]]
    : column.children.flatMap((child) => pathsOf(child).map((path) => [column, ...path]));
}

/** The bytes of a column of a row group. `checkPages` saw that they are there. */
function chunkOf(bytes: Uint8Array, described: ColumnMetaData): Uint8Array {
  const { data_page_offset, dictionary_page_offset, total_compressed_size } = described;
  const first = Number(dictionary_page_offset ? dictionary_page_offset : data_page_offset);
  return bytes.subarray(first, first + Number(total_compressed_size));
}

/** What unpacks pages. @throws Error where nothing does */
function unpackerOf(codec: CompressionCodec, compressors: Compressors): Unpack {
  if (codec === "UNCOMPRESSED") return (packed) => packed;
  const unpack = compressors[codec];
  if (unpack) return unpack;
  throw new Error(`pages packed with ${codec}`);
}

/** Columns of cells that a column consists of: more than one where it is a structure. */
export function countLeaves({ children }: SchemaTree): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + countLeaves(child), 0);
}

/**
 * The description of one column in one row group: with that of the whole file, looking for a column takes time in proportion to
 * the number of columns, for each of them.
 */
function metadataOf(
  whole: FileMetaData,
  column: SchemaTree,
  group: RowGroup,
  firstLeaf: number,
  leaves: number,
): FileMetaData {
  return {
    ...whole,
    schema: [{ ...whole.schema[0], num_children: 1 }, ...elementsOf(column)],
    row_groups: [{ ...group, columns: group.columns.slice(firstLeaf, firstLeaf + leaves) }],
    num_rows: group.num_rows,
  };
}

function elementsOf({ element, children }: SchemaTree): SchemaElement[] {
  return [element, ...children.flatMap(elementsOf)];
}
