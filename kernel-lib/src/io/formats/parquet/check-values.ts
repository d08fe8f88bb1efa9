import type { ColumnMetaData, SchemaTree } from "hyparquet";
import { refuseBomb, unpacksTooFar } from "../format.js";
import type { Fields, ReadFields } from "./check-pages.js";
import { deltaNumbers, deltaTexts } from "./delta.js";
import type { Unpack } from "./flat-column.js";
import { ENCODING } from "./flat-pages.js";

/** Values of lists and structures that a column may have in any case, and how many for each of its bytes beyond that. */
const FREE_VALUES = 1 << 21;
const MOST_VALUES_A_BYTE = 16;

/**
 * Looks at what is left to hyparquet, which lays out all it is told of: the number of values, and pages of differences, a few bytes of
 * which can stand for any number of values and of characters.
 *
 * @param bytes those of the column in one row group
 * @throws Error for what is damaged, InputError `file_too_large`
 */
export function checkValues(
  bytes: Uint8Array,
  described: ColumnMetaData,
  path: readonly SchemaTree[],
  unpack: Unpack,
  read: ReadFields,
): void {
  const most = Number(described.num_values);
  if (most > FREE_VALUES && most > bytes.length * MOST_VALUES_A_BYTE) throw unpacksTooFar();
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  for (let values = 0; values < most && reader.offset < bytes.length - 1; ) {
    const header = read(reader);
    const packed = bytes.subarray(reader.offset, (reader.offset += Number(header["field_3"])));
    const first = header["field_5"] as Fields | undefined;
    const second = header["field_8"] as Fields | undefined;
    values += Number(first?.["field_1"] ?? second?.["field_1"] ?? 0);
    const encoding = first?.["field_2"] ?? second?.["field_4"];
    const size = Number(header["field_2"]);
    if (encoding !== ENCODING.differences && encoding !== ENCODING.lengths && encoding !== ENCODING.sharedTexts)
      continue;
    const page = second ? behindLevels(packed, second, size, unpack) : behindSizedLevels(unpack(packed, size), path);
    if (encoding === ENCODING.differences) deltaNumbers(page, 0, most, described.type === "INT32" ? 4 : 8);
    else checkTexts(page, most, encoding === ENCODING.sharedTexts);
  }
}

/** Texts that are all kept at once: none longer than they may be together. */
function checkTexts(page: Uint8Array, most: number, shared: boolean): void {
  const next = deltaTexts(page, most, shared);
  let total = 0;
  for (let left = deltaNumbers(page, 0, most, 4).count; left > 0; left--)
    next((_, start, end) => {
      total += end - start;
      refuseBomb(total, page.length);
    });
}

function behindLevels(packed: Uint8Array, header: Fields, size: number, unpack: Unpack): Uint8Array {
  const levels = Number(header["field_5"]) + Number(header["field_6"]);
  const rest = packed.subarray(levels);
  return header["field_7"] === false || size <= levels ? rest : unpack(rest, size - levels);
}

/** Levels with their length in four bytes: of repetition where there are lists, of definition where something may be missing. */
function behindSizedLevels(page: Uint8Array, path: readonly SchemaTree[]): Uint8Array {
  const kinds = path.map(({ element }) => element.repetition_type);
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  let at = 0;
  if (kinds.includes("REPEATED")) at += 4 + view.getUint32(at, true);
  if (kinds.some((kind) => kind === "REPEATED" || kind === "OPTIONAL")) at += 4 + view.getUint32(at, true);
  return page.subarray(at);
}
