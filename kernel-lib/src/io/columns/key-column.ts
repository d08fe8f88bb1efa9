import { columnNamed, type Column, type Table } from "../../table.js";
import { isMissing } from "../numbers/number-text.js";
import type { RawColumn } from "./read-columns.js";

const KEY =
  /(^|[\s_.-])(id|key|code|name|store|shop|branch|dept|department|region|country|state|city|site|location|sensor|device|meter|station|machine|plant|line|symbol|ticker|product|item|sku|category|type|group|segment|channel|series|metric|host|instance|campaign|customer|filiale|kunde|artikel|produkt|standort|land|ort|gerät|zähler|maschine|abteilung|magasin|client|produit|pays|région|ville|capteur|tienda|cliente|producto|país|ciudad)([ _.-]?(id|key|code|nr|no|num|number))?$|(^|[ _.-])(nr|no|num|number)$|[a-z](I[dD]|N[ro])$/i;

/** Records of each value of a column, in file order; values in the order in which they first appear. */
export interface Grouping {
  readonly values: readonly string[];
  readonly records: readonly Uint32Array[];
}

/** Fewer distinct moments than this share of the rows means several rows a moment. */
const LONG_FORMAT = 0.7;

/**
 * The columns that tell apart the rows of one moment, in a file that holds several series below each other: with them every
 * moment is there once (99 rows of 100, or all but two). One column, text before numbers, or else several together, as store, department and
 * channel. A column that is mostly blank, such as a remark, is none.
 * Empty when the file has one row a moment or nothing tells its rows apart. `ordered` are the records with a date, in time order.
 */
export function findKeyColumns(
  names: readonly string[],
  columns: readonly RawColumn[],
  times: Float64Array,
  ordered: Uint32Array,
  excluded: ReadonlySet<number>,
): number[] {
  if (!anyRepeated(times, ordered)) return [];
  const moments = momentNumbers(times, ordered);
  if (ordered.length < 4 || moments.count > ordered.length * LONG_FORMAT) return [];
  const candidates = keyCandidates(columns, ordered.length / 2, excluded);
  const single = candidates.find(
    ({ place, keys }) => separates(keys, moments, ordered) && mayBeKey(names[place], columns[place], keys),
  );
  if (single) return [single.place];
  const named = candidates
    .filter(({ place }) => columns[place].kind === "text" || KEY.test(names[place].trim()))
    .slice(0, PAIRED);
  for (const [i, first] of named.entries()) {
    for (const second of named.slice(i + 1))
      if (separates(joined(first.keys, second.keys), moments, ordered))
        return [first.place, second.place].sort((a, b) => a - b);
  }
  return severalKeys(named, moments, ordered);
}

/** Three columns or more that together tell the rows of a moment apart: all candidates less those that are not needed. */
function severalKeys(candidates: readonly KeyCandidate[], moments: Moments, ordered: Uint32Array): number[] {
  const looked = ordered.subarray(0, LOOKED_AT);
  if (candidates.length < 3 || !separateTogether(candidates, moments, looked)) return [];
  let needed = candidates;
  // The last ones go first: columns that tell things apart stand at the left.
  for (const candidate of [...candidates].reverse()) {
    const rest = needed.filter((each) => each !== candidate);
    if (rest.length > 0 && separateTogether(rest, moments, looked)) needed = rest;
  }
  return separateTogether(needed, moments, ordered) ? needed.map(({ place }) => place).sort((a, b) => a - b) : [];
}

/** Records that are looked at while columns are tried together. */
const LOOKED_AT = 20_000;

function separateTogether(candidates: readonly KeyCandidate[], moments: Moments, ordered: Uint32Array): boolean {
  let joint = Uint32Array.from(ordered, (record) => moments.numbers[record]);
  let count = 0;
  for (const { keys } of candidates) {
    const known = new Map<number, number>();
    joint = joint.map((code, i) => {
      const pair = code * keys.count + keys.codes[ordered[i]];
      let number = known.get(pair);
      if (number === undefined) known.set(pair, (number = known.size));
      return number;
    });
    count = known.size;
  }
  return count >= least(ordered.length);
}

/** Share of the rows that a key must tell apart; the others repeat. */
const ALMOST_ALL = 0.99;
/** Rows that may stand in a file twice, however short it is, and the share of it that they may be. */
const TWICE = 2;
const MOST_TWICE = 0.05;
/** Rows of each key below which it must have most moments. */
const LEAST_ROWS = 5;
const LEAST_SHARE = 0.25;

function least(rows: number): number {
  return Math.min(rows * ALMOST_ALL, rows - Math.min(TWICE, rows * MOST_TWICE));
}

/** Candidates that are tried together. */
const PAIRED = 6;

interface KeyCandidate {
  readonly place: number;
  readonly keys: KeyCodes;
}

/** Columns with at least two different cells and at most `most`: text, then whole numbers. */
function keyCandidates(columns: readonly RawColumn[], most: number, excluded: ReadonlySet<number>): KeyCandidate[] {
  const usable = columns
    .map((column, place) => ({ column, place }))
    .filter(
      ({ column, place }) =>
        !excluded.has(place) &&
        (column.kind === "text" || (column.kind === "number" && column.readings.decimals === 0)),
    );
  const ranked = [
    ...usable.filter(({ column }) => column.kind === "text"),
    ...usable.filter(({ column }) => column.kind === "number"),
  ];
  return ranked.flatMap(({ column, place }) => {
    const keys = keyCodes(column, most);
    return keys && keys.count > 1 && !isMostlyBlank(keys) ? [{ place, keys }] : [];
  });
}

/** Share of blank cells from which on a column says something about single rows and divides nothing. */
const MOSTLY_BLANK = 0.5;

function isMostlyBlank({ codes, texts }: KeyCodes): boolean {
  const blank = texts.map((text) => isMissing(text));
  if (!blank.includes(true)) return false;
  let count = 0;
  for (const code of codes) if (blank[code]) count++;
  return count > codes.length * MOSTLY_BLANK;
}

function mayBeKey(name: string, column: RawColumn, keys: KeyCodes): boolean {
  return column.kind === "text" || KEY.test(name.trim()) || balanced(keys.codes, keys.count);
}

/** Between the values of two key columns, in names of keys and of their values. */
export const KEY_JOINT = "+";

/** The columns of a key: one name, or several joined by `+` unless a column is called so. */
export function keyColumns(table: Pick<Table, "columns">, key: string): Column[] {
  const whole = table.columns.find((column) => column.name === key);
  return whole ? [whole] : key.split(KEY_JOINT).map((name) => columnNamed(table as Table, name.trim()));
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

/** The records of each value of the key columns, two values joined as `3 + 12`; worked out once for a single column. */
export function groupRecords(columns: readonly Column[]): Grouping {
  const known = columns.length === 1 ? groupings.get(columns[0]) : undefined;
  if (known) return known;
  const found = columns
    .map((column) => (column.kind === "text" ? textCodes(column) : numberCodes(column.values, Infinity)!))
    .reduce(joined);
  const sizes = new Uint32Array(found.count);
  for (let i = 0; i < found.codes.length; i++) sizes[found.codes[i]]++;
  const records = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let i = 0; i < found.codes.length; i++) records[found.codes[i]][sizes[found.codes[i]]++] = i;
  const grouping = { values: found.texts, records };
  if (columns.length === 1) groupings.set(columns[0], grouping);
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

/** One code for each pair of codes, in the order of appearance. */
function joined(first: KeyCodes, second: KeyCodes): KeyCodes {
  const known = new Map<number, number>();
  const texts: string[] = [];
  const codes = first.codes.map((code, i) => {
    const pair = code * second.count + second.codes[i];
    let number = known.get(pair);
    if (number === undefined) {
      known.set(pair, (number = known.size));
      texts.push(`${first.texts[code]} ${KEY_JOINT} ${second.texts[second.codes[i]]}`);
    }
    return number;
  });
  return { codes, count: known.size, texts };
}

function textCodes({
  codes,
  dictionary,
}: {
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
}): KeyCodes {
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
  return {
    codes,
    count: known.size,
    texts: [...known.keys()].map((value) => (Number.isNaN(value) ? "" : String(value))),
  };
}

function separates({ codes, count }: KeyCodes, moments: Moments, ordered: Uint32Array): boolean {
  const pairs = new Set<number>();
  for (const record of ordered) pairs.add(moments.numbers[record] * count + codes[record]);
  return pairs.size >= least(ordered.length) && !isScattered(pairs.size, count, moments.count);
}

/** Few values for each key, and at few of the moments: customers who came back, no series. */
function isScattered(rows: number, keys: number, moments: number): boolean {
  return rows < keys * LEAST_ROWS && rows < keys * moments * LEAST_SHARE;
}

/** Every value has about as many rows as every other. */
function balanced(codes: Uint32Array, count: number): boolean {
  if (count > 1000) return false;
  const sizes = new Uint32Array(count);
  for (const code of codes) sizes[code]++;
  return Math.max(...sizes) <= 1.5 * Math.min(...sizes);
}
