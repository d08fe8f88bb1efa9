import type { FlatType } from "./flat-type.js";
import type { Fields, ReadFields } from "./check-pages.js";

/** A page of a column that is neither a list nor a structure, not unpacked yet. */
export interface FlatPage {
  readonly isDictionary: boolean;
  /** Number of values, empty ones too. */
  readonly count: number;
  /** `Encoding` of the format. */
  readonly encoding: number;
  readonly packed: Uint8Array;
  /** Bytes when unpacked. */
  readonly size: number;
  /** Of the second version of pages: bytes of levels before the values, which are never packed. */
  readonly levels: {
    readonly repetition: number;
    readonly definition: number;
    readonly valuesPacked: boolean;
  } | null;
}

/** Numbers of the format for how values are written. */
export const ENCODING = {
  plain: 0,
  plainDictionary: 2,
  runs: 3,
  dictionary: 8,
  split: 9,
  differences: 5,
  lengths: 6,
  sharedTexts: 7,
} as const;

const ENCODINGS: Readonly<Record<FlatType["kind"], readonly number[]>> = {
  numbers: [ENCODING.plain, ENCODING.plainDictionary, ENCODING.dictionary, ENCODING.split],
  texts: [ENCODING.plain, ENCODING.plainDictionary, ENCODING.dictionary, ENCODING.lengths, ENCODING.sharedTexts],
  booleans: [ENCODING.plain, ENCODING.runs],
};

/**
 * The pages of one column of a row group; null if one of them is written in a way that is left to hyparquet.
 *
 * Source: Apache Parquet, "Data Pages" (https://parquet.apache.org/docs/file-format/data-pages/) and `PageHeader` of
 * https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
 *
 * @param rows records of the row group
 * @throws Error for what contradicts itself
 */
export function flatPages(bytes: Uint8Array, rows: number, type: FlatType, read: ReadFields): FlatPage[] | null {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const pages: FlatPage[] = [];
  let values = 0;
  while (values < rows) {
    const header = read(reader);
    const [length, start] = [header["field_3"], reader.offset];
    if (typeof length !== "number" || !(length >= 0 && start + length <= bytes.length))
      throw new Error("a page is cut off");
    reader.offset += length;
    const page = flatPage(header, bytes.subarray(start, start + length), type);
    if (page === null) return null;
    pages.push(page);
    if (!page.isDictionary) values += page.count;
  }
  if (values > rows) throw new Error("rows that do not fit");
  return pages;
}

function flatPage(header: Fields, packed: Uint8Array, type: FlatType): FlatPage | null {
  const first = header["field_5"] as Fields | undefined;
  const second = header["field_8"] as Fields | undefined;
  const dictionary = header["field_7"] as Fields | undefined;
  const size = number(header["field_2"]);
  const is = header["field_1"];
  if (is === 2 && dictionary && type.kind !== "booleans")
    return { isDictionary: true, count: number(dictionary["field_1"]), encoding: 0, packed, size, levels: null };
  if (is === 0 && first) {
    // Levels of old writers, laid bit by bit without runs.
    if (type.nullable && first["field_3"] !== ENCODING.runs) return null;
    const [count, encoding] = [number(first["field_1"]), number(first["field_2"])];
    if (!isKnown(encoding, type)) return null;
    return { isDictionary: false, count, encoding, packed, size, levels: null };
  }
  if (is === 3 && second) {
    const [count, encoding] = [number(second["field_1"]), number(second["field_4"])];
    if (!isKnown(encoding, type)) return null;
    const [definition, repetition] = [number(second["field_5"]), number(second["field_6"])];
    if (definition + repetition > Math.min(packed.length, size)) throw new Error("a page contradicts itself");
    const levels = { repetition, definition, valuesPacked: second["field_7"] !== false };
    return { isDictionary: false, count, encoding, packed, size, levels };
  }
  return null;
}

function isKnown(encoding: number, type: FlatType): boolean {
  return (
    ENCODINGS[type.kind].includes(encoding) ||
    (encoding === ENCODING.differences && type.kind === "numbers" && type.isWhole)
  );
}

function number(value: unknown): number {
  if (typeof value === "number" && value >= 0) return value;
  throw new Error("a page is not described");
}
