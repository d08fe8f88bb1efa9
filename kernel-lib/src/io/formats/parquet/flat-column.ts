import type { ColumnFiller } from "./column-filler.js";
import { deltaNumbers, deltaTexts } from "./delta.js";
import { ENCODING, type FlatPage } from "./flat-pages.js";
import type { FlatType } from "./flat-type.js";
import { Runs } from "./runs.js";
import { TextCodes } from "./text-codes.js";

/** Unpacks bytes that are so many when unpacked. */
export type Unpack = (packed: Uint8Array, size: number) => Uint8Array;

/** Writes the next values of a page, those that are there, one behind the other from a record on. */
type WriteValues = (count: number, first: number) => void;

/** Values at a time: their levels and places in the dictionary stay in the processor's cache. */
const BLOCK = 1 << 13;

/**
 * Reads the pages of columns that are neither lists nor structures straight into numbers and numbers of texts; hyparquet lays
 * every value that may be empty into a list first. One for a column, as the texts of all row groups are numbered together.
 *
 * Source: Apache Parquet, "Data Pages" and "Encodings"
 * (https://parquet.apache.org/docs/file-format/data-pages/, https://parquet.apache.org/docs/file-format/data-pages/encodings/).
 */
export class FlatColumn {
  readonly #levels = new Uint32Array(BLOCK);
  readonly #places = new Uint32Array(BLOCK);
  readonly #texts: TextCodes;
  #dictionary: Float64Array | Int32Array | null = null;
  /** Where the texts of the dictionary lie: entry `i` is `[2 i, 2 i + 1)` of it. */
  #dictionaryBytes: Uint8Array = new Uint8Array();
  #bounds = new Uint32Array();

  constructor(
    readonly type: FlatType,
    readonly filler: ColumnFiller,
  ) {
    this.#texts = new TextCodes(filler);
  }

  /**
   * Reads the pages of one row group.
   *
   * @throws Error for what is damaged
   */
  read(pages: readonly FlatPage[], unpack: Unpack): void {
    this.#dictionary = null;
    for (const page of pages)
      if (page.isDictionary) this.#readDictionary(unpacked(page.packed, page.size, unpack), page.count);
      else this.#readPage(page, unpack);
  }

  #readDictionary(bytes: Uint8Array, count: number): void {
    if (count * 4 > bytes.length) throw new Error("a dictionary is cut off");
    if (this.type.kind === "numbers") {
      const values = new Float64Array(count);
      this.type.read(bytes, 0, count, values, 0);
      this.#dictionary = values;
      return;
    }
    const bounds = new Uint32Array(count * 2);
    for (let i = 0, at = 0; i < count; i++) {
      bounds[2 * i] = at + 4;
      bounds[2 * i + 1] = at = textEnd(bytes, at);
    }
    this.#bounds = bounds;
    // The next page may be unpacked into the same memory.
    this.#dictionaryBytes = bytes.slice();
    this.#dictionary = new Int32Array(count).fill(-1);
  }

  #readPage(page: FlatPage, unpack: Unpack): void {
    const { levels, values } = partsOf(page, this.type.nullable, unpack);
    const write = this.#writer(page, values);
    const present = levels && new Runs(levels, 1);
    for (let left = page.count; left > 0; ) {
      const count = Math.min(left, BLOCK);
      const first = this.filler.reserve(count);
      const there = present ? this.#present(present, count) : count;
      if (there > 0) write(there, first);
      if (there < count) this.#spread(first, count, there);
      left -= count;
    }
  }

  /** How many of the next values are there. */
  #present(runs: Runs, count: number): number {
    if (runs.skip(count, 1)) return count;
    const levels = this.#levels;
    runs.read(levels, count);
    let there = 0;
    for (let i = 0; i < count; i++) {
      if (levels[i] > 1) throw new Error("a level that is none");
      there += levels[i];
    }
    return there;
  }

  /** Moves values to their records, from the last on. */
  #spread(first: number, count: number, there: number): void {
    const levels = this.#levels;
    const into = this.type.kind === "numbers" ? this.filler.values : this.filler.codes;
    const empty = this.type.kind === "numbers" ? NaN : 0;
    for (let i = count - 1, from = first + there; i >= 0; i--) into[first + i] = levels[i] === 1 ? into[--from] : empty;
  }

  #writer({ encoding, count: most }: FlatPage, bytes: Uint8Array): WriteValues {
    const { type } = this;
    if (encoding === ENCODING.dictionary || encoding === ENCODING.plainDictionary) return this.#fromDictionary(bytes);
    if (encoding === ENCODING.lengths || encoding === ENCODING.sharedTexts)
      return this.#deltaTexts(bytes, most, encoding === ENCODING.sharedTexts);
    if (type.kind === "texts") return this.#plainTexts(bytes);
    if (type.kind === "booleans") return this.#booleans(encoding, bytes);
    const plain =
      encoding === ENCODING.split
        ? joined(bytes, type.width)
        : encoding === ENCODING.differences
          ? deltaNumbers(bytes, 0, most, type.width).values
          : bytes;
    let at = 0;
    return (count, first) => {
      type.read(plain, at, count, this.filler.values, first);
      at += count * type.width;
    };
  }

  #fromDictionary(bytes: Uint8Array): WriteValues {
    const dictionary = this.#dictionary;
    if (dictionary === null) throw new Error("a dictionary is missing");
    const places = this.#places;
    // A page without values need not say how many bits a place has.
    const runs = new Runs(bytes.subarray(1), bytes.length > 0 ? bytes[0] : 0);
    const { length } = dictionary;
    const next = (count: number): void => {
      runs.read(places, count);
      for (let i = 0; i < count; i++) if (places[i] >= length) throw new Error("a place outside the dictionary");
    };
    if (dictionary instanceof Float64Array)
      return (count, first) => {
        next(count);
        const { values } = this.filler;
        for (let i = 0; i < count; i++) values[first + i] = dictionary[places[i]];
      };
    return (count, first) => {
      next(count);
      const { codes } = this.filler;
      for (let i = 0; i < count; i++) {
        const place = places[i];
        // Texts are numbered when they first appear in a record, those of no record never.
        if (dictionary[place] < 0)
          dictionary[place] = this.#texts.code(
            this.#dictionaryBytes,
            this.#bounds[2 * place],
            this.#bounds[2 * place + 1],
          );
        codes[first + i] = dictionary[place];
      }
    };
  }

  #plainTexts(bytes: Uint8Array): WriteValues {
    let at = 0;
    return (count, first) => {
      const { codes } = this.filler;
      for (let i = 0; i < count; i++) {
        const end = textEnd(bytes, at);
        codes[first + i] = this.#texts.code(bytes, at + 4, end);
        at = end;
      }
    };
  }

  #deltaTexts(bytes: Uint8Array, most: number, shared: boolean): WriteValues {
    const next = deltaTexts(bytes, most, shared);
    return (count, first) => {
      const { codes } = this.filler;
      for (let i = 0; i < count; i++)
        next((text, start, end) => (codes[first + i] = this.#texts.code(text, start, end)));
    };
  }

  #booleans(encoding: number, bytes: Uint8Array): WriteValues {
    const places = this.#places;
    // Runs tell their length first; plain ones are one run without its head.
    const runs = encoding === ENCODING.runs ? new Runs(sized(bytes), 1) : null;
    let at = 0;
    return (count, first) => {
      if (runs) runs.read(places, count);
      else {
        if (at + count > bytes.length * 8) throw new Error("values are cut off");
        for (let i = 0; i < count; i++, at++) places[i] = (bytes[at >>> 3] >>> (at & 7)) & 1;
      }
      const { codes } = this.filler;
      for (let i = 0; i < count; i++) codes[first + i] = this.filler.code(places[i] === 0 ? "false" : "true");
    };
  }
}

/** The levels of a page, where it has some, and its values. */
function partsOf(page: FlatPage, nullable: boolean, unpack: Unpack): { levels: Uint8Array | null; values: Uint8Array } {
  const { packed, size, levels } = page;
  if (levels) {
    const values = levels.repetition + levels.definition;
    const rest = packed.subarray(values);
    return {
      levels: nullable ? packed.subarray(levels.repetition, values) : null,
      // Nothing packed can be a few bytes.
      values:
        levels.valuesPacked && size > values ? unpacked(rest, size - values, unpack) : rest.subarray(0, size - values),
    };
  }
  const bytes = unpacked(packed, size, unpack);
  if (!nullable || page.count === 0) return { levels: null, values: bytes };
  const found = sized(bytes);
  return { levels: found, values: bytes.subarray(4 + found.length) };
}

function unpacked(packed: Uint8Array, size: number, unpack: Unpack): Uint8Array {
  const bytes = unpack(packed, size);
  if (bytes.length !== size) throw new Error("a page is not as large as it says");
  return bytes;
}

/** Bytes behind the four that tell how many they are. */
function sized(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(4, textEnd(bytes, 0));
}

function textEnd(bytes: Uint8Array, at: number): number {
  const end = at + 4 + bytes[at] + bytes[at + 1] * 256 + bytes[at + 2] * 65_536 + bytes[at + 3] * 16_777_216;
  if (end <= bytes.length) return end;
  throw new Error("a text is cut off");
}

/** Numbers whose first bytes lie together, then their second ones, and so on. */
function joined(bytes: Uint8Array, width: number): Uint8Array {
  const count = bytes.length / width;
  if (!Number.isInteger(count)) throw new Error("values are cut off");
  const plain = new Uint8Array(bytes.length);
  for (let b = 0, from = 0; b < width; b++) for (let i = 0; i < count; i++) plain[i * width + b] = bytes[from++];
  return plain;
}
