import type { Column } from "../table.js";
import type { RawColumn } from "./read-columns.js";

const KEY = /(^|[\s_.-])(id|key|code|name|store|shop|branch|dept|department|region|country|state|city|site|location|sensor|device|meter|station|machine|plant|line|symbol|ticker|product|item|sku|category|type|group|segment|channel|series|metric|host|instance|campaign|customer)$|[a-z]I[dD]$/i;

/** Records of each value of a column, in file order; values in the order in which they first appear. */
export interface Grouping {
  readonly values: readonly string[];
  readonly records: readonly Uint32Array[];
}

/** Fewer distinct moments than this share of the rows means several rows a moment. */
const LONG_FORMAT = 0.7;

/**
 * The column that tells apart the rows of one moment, in a file that holds several series below each other: with it every
 * moment is there once (99 rows of 100). `ordered` are the records with a date, in time order. Text before numbers, then the first. -1 when the file has one row a moment or no such column.
 */
export function findKeyColumn(names: readonly string[], columns: readonly RawColumn[], times: Float64Array, ordered: Uint32Array, excluded: ReadonlySet<number>): number {
  const dated = ordered.length;
  if (!anyRepeated(times, ordered)) return -1;
  const moments = momentNumbers(times, ordered);
  if (dated < 4 || moments.count > dated * LONG_FORMAT) return -1;
  const texts = columns.map((column, c) => (column.kind === "text" && !excluded.has(c) ? c : -1)).filter((c) => c >= 0);
  const numbers = columns.map((column, c) => (column.kind === "number" && column.readings.decimals === 0 && !excluded.has(c) ? c : -1)).filter((c) => c >= 0);
  for (const c of [...texts, ...numbers]) {
    const codes = keyCodes(columns[c], dated / 2);
    if (!codes || codes.count < 2 || !separates(codes, moments, ordered)) continue;
    if (columns[c].kind === "text" || KEY.test(names[c].trim()) || balanced(codes.codes, codes.count)) return c;
  }
  return -1;
}

function anyRepeated(times: Float64Array, ordered: Uint32Array): boolean {
  for (let i = 1; i < ordered.length; i++) if (times[ordered[i]] === times[ordered[i - 1]]) return true;
  return false;
}

interface Moments {
  /** Number of the moment of each record, in time order; meaningless for records without a date. */
  readonly numbers: Uint32Array;
  readonly count: number;
}

function momentNumbers(times: Float64Array, ordered: Uint32Array): Moments {
  const numbers = new Uint32Array(times.length);
  let count = 0;
  for (let i = 0; i < ordered.length; i++) {
    if (i === 0 || times[ordered[i]] !== times[ordered[i - 1]]) count++;
    numbers[ordered[i]] = count - 1;
  }
  return { numbers, count };
}

const groupings = new WeakMap<Column, Grouping>();

/** The records of each value of a key column; worked out once a column. */
export function groupRecords(column: Column): Grouping {
  const known = groupings.get(column);
  if (known) return known;
  const found = column.kind === "text" ? textCodes(column) : numberCodes(column.values, Infinity)!;
  const sizes = new Uint32Array(found.count);
  for (const code of found.codes) sizes[code]++;
  const records = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  found.codes.forEach((code, record) => (records[code][sizes[code]++] = record));
  const grouping = { values: found.texts, records };
  groupings.set(column, grouping);
  return grouping;
}

interface KeyCodes {
  readonly codes: Uint32Array;
  readonly count: number;
  readonly texts: readonly string[];
}

function keyCodes(column: RawColumn, most: number): KeyCodes | null {
  if (column.kind === "text") return column.dictionary.length > most ? null : textCodes(column);
  return column.kind === "number" ? numberCodes(column.readings.values, most) : null;
}

function textCodes({ codes, dictionary }: { readonly codes: Uint32Array; readonly dictionary: readonly string[] }): KeyCodes {
  return { codes, count: dictionary.length, texts: dictionary };
}

/** A small number for each distinct value, in the order of appearance; null when there are more than `most`. */
function numberCodes(values: Float64Array, most: number): KeyCodes | null {
  const known = new Map<number, number>();
  const codes = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    let code = known.get(values[i]);
    if (code === undefined) known.set(values[i], (code = known.size));
    if (known.size > most) return null;
    codes[i] = code;
  }
  return { codes, count: known.size, texts: [...known.keys()].map((value) => (Number.isNaN(value) ? "" : String(value))) };
}

function separates({ codes, count }: KeyCodes, moments: Moments, ordered: Uint32Array): boolean {
  const pairs = new Set<number>();
  for (const record of ordered) pairs.add(moments.numbers[record] * count + codes[record]);
  return pairs.size >= ordered.length * 0.99;
}

/** Every value has about as many rows as every other. */
function balanced(codes: Uint32Array, count: number): boolean {
  if (count > 1000) return false;
  const sizes = new Uint32Array(count);
  for (const code of codes) sizes[code]++;
  return Math.max(...sizes) <= 1.5 * Math.min(...sizes);
}
