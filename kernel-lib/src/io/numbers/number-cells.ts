import { UnitsBeside } from "./column-unit.js";
import { Interner } from "./interner.js";
import { longDecimal } from "./long-decimal.js";
import { durationOf, type Duration, type ShortParts } from "./duration-text.js";
import { shortParts, type ShortDurations } from "./short-durations.js";
import { MarkedNumbers, type CutMarks } from "./marked-numbers.js";
import { markedNumber } from "./number-marks.js";
import { isMissing, readNumber } from "./number-text.js";

/** A column of numbers, read. */
export interface NumberReadings {
  /** NaN where missing, infinite or unreadable. */
  readonly values: Float64Array;
  readonly decimals: number;
  readonly numbers: number;
  readonly missing: number;
  readonly infinite: readonly number[];
  /** Records whose cell is neither a number nor a word for missing. */
  readonly unreadable: number;
  /** Records with whole numbers above 2^53. */
  readonly imprecise: readonly number[];
  /** Numbers written with zeros in front, as codes are. */
  readonly leadingZeros: number;
  /** Smallest and largest value; infinite when there is none. */
  readonly low: number;
  readonly high: number;
  /** The first distinct cells that are no plain numbers; enough to tell what the column is. */
  readonly odd: readonly string[];
  /** What was cut off its numbers; null for a column of bare numbers. */
  readonly marks: CutMarks | null;
  /** Unit that its numbers carry, such as `kWh` or `€`; null for bare numbers. */
  readonly unit: string | null;
  /** Units that stand side by side in the column and are not counted in one (`$`, `€`; empty for none beside `%`), commonest first. */
  readonly mixedUnits: readonly string[];
  /** Cells that are durations, read as seconds. */
  readonly durations: number;
  /** How those of two parts (`4:35`) were read; null where there is none. */
  readonly shortDurations: ShortDurations | null;
}

/** 1, 10, 100, … as far as plain numbers need them. */
export const POWERS: Float64Array = Float64Array.from({ length: 16 }, (_, i) => Number(`1e${i}`));

/** Most odd cells whose text is kept. */
const MOST_ODD = 2000;
/** What an odd cell turned out to be; 0 for a number or a word for missing. */
const UNREADABLE = 1;
const INFINITE = 2;
const IMPRECISE = 3;

interface WrittenDuration extends Duration {
  readonly text: string;
}

/** Collects the cells of a numeric column: plain numbers at once, all others by their distinct text at the end. */
export class NumberCells {
  /** One a record; NaN for missing and for odd cells, whose text is kept apart. */
  readonly values: Float64Array;
  /** The decimal mark as a byte. */
  readonly mark: number;
  readonly #odd = new Interner();
  #oddRecords: Uint32Array = new Uint32Array(16);
  #oddCodes: Uint32Array = new Uint32Array(16);
  #oddCount = 0;
  #decimals = 0;
  #leadingZeros = 0;

  constructor(
    capacity: number,
    readonly decimal: "." | ",",
  ) {
    this.values = new Float64Array(capacity);
    this.mark = decimal.charCodeAt(0);
  }

  add(bytes: Uint8Array, start: number, end: number, record: number): void {
    let p = start;
    while (p < end && bytes[p] === 32) p++;
    if (p === end) {
      this.values[record] = NaN;
      return;
    }
    const negative = bytes[p] === 45;
    if (negative || bytes[p] === 43) p++;
    const first = p;
    let mantissa = 0;
    while (p < end && bytes[p] >= 48 && bytes[p] <= 57) mantissa = mantissa * 10 + bytes[p++] - 48;
    let digits = p - first;
    let decimals = 0;
    if (p < end && bytes[p] === this.mark) {
      const mark = p++;
      while (p < end && bytes[p] >= 48 && bytes[p] <= 57) mantissa = mantissa * 10 + bytes[p++] - 48;
      decimals = p - mark - 1;
      digits += decimals;
    }
    // At most 15 digits and a power of ten below 10^16 are exact, so one division rounds once.
    if (digits <= 15) this.values[record] = mantissa / POWERS[decimals];
    if (
      p < end ||
      digits === 0 ||
      (digits > 15 && !(decimals > 0 && longDecimal(bytes, first, p, decimals, this.values, record)))
    ) {
      this.#addOdd(bytes, start, end, record);
      return;
    }
    if (negative) this.values[record] = -this.values[record];
    if (decimals > this.#decimals) this.#decimals = decimals;
    if (decimals === 0 && bytes[first] === 48 && digits > 1) this.#leadingZeros++;
  }

  /**
   * Reads what has been collected. `codes` are numbers that mean "no value", `parts` is what is known of durations such as
   * `4:35`.
   */
  finish(
    records: number,
    missing: (text: string) => boolean = isMissing,
    codes: readonly number[] = [],
    parts: ShortParts | null = null,
  ): NumberReadings {
    const marked = new MarkedNumbers(this.#odd.size);
    const units = new UnitsBeside(this.#odd.size);
    const { odd, values, kinds, decimals, durationCodes } = this.#readOdd(missing, marked, units);
    const short = settleDurations(durationCodes, parts, (code, seconds) => (values[code] = seconds));
    const per = perOf(durationCodes);
    const cells = this.#cellsOfOdd();
    const marks = this.#settleMarks(marked, cells, records, values, kinds);
    const infinite: number[] = [];
    const imprecise: number[] = [];
    let unreadable = 0;
    let durations = 0;
    for (let i = 0; i < this.#oddCount; i++) {
      const record = this.#oddRecords[i];
      const code = this.#oddCodes[i];
      const kind = kinds[code];
      this.values[record] = values[code];
      if (durationCodes.has(code)) durations++;
      if (kind === UNREADABLE) unreadable++;
      else if (kind === INFINITE) infinite.push(record);
      else if (kind === IMPRECISE) imprecise.push(record);
    }
    for (let i = 0; codes.length > 0 && i < records; i++) if (codes.includes(this.values[i])) this.values[i] = NaN;
    const { numbers, low, high } = extent(this.values, records);
    const { unit, mixed } = units.settle(cells, marks?.kind === "unit" ? marks.marks[0] : null, numbers);
    const missingCount = records - numbers - unreadable - infinite.length;
    return {
      values: fitted(this.values, records),
      decimals,
      numbers,
      missing: missingCount,
      infinite,
      unreadable,
      imprecise,
      leadingZeros: this.#leadingZeros,
      low,
      high,
      odd,
      marks,
      unit: durations > 0 && per !== "" ? `s${per}` : unit,
      mixedUnits: mixed,
      durations,
      shortDurations: durations > 0 ? short : null,
    };
  }

  /** How often each distinct odd cell stands in the column. */
  #cellsOfOdd(): Uint32Array {
    const cells = new Uint32Array(this.#odd.size);
    for (let i = 0; i < this.#oddCount; i++) cells[this.#oddCodes[i]]++;
    return cells;
  }

  /** Multiplies marked numbers with what their marks mean for the whole column. */
  #settleMarks(
    marked: MarkedNumbers,
    cells: Uint32Array,
    records: number,
    values: Float64Array,
    kinds: Uint8Array,
  ): CutMarks | null {
    if (marked.empty) return null;
    let plain = 0;
    for (let i = 0; i < records; i++) if (!Number.isNaN(this.values[i])) plain++;
    kinds.forEach((kind, code) => {
      if (kind !== UNREADABLE && !Number.isNaN(values[code]) && !marked.has(code)) plain += cells[code];
    });
    return marked.settle(cells, plain, (code, factor) => {
      if (Number.isNaN(factor)) {
        values[code] = NaN;
        kinds[code] = UNREADABLE;
      } else if (factor !== 1) values[code] = scaled(values[code], factor);
    });
  }

  /** Second look at each distinct odd cell. Millions of them may be numbers that are only long, so no text is kept but the first. */
  #readOdd(
    missing: (text: string) => boolean,
    marked: MarkedNumbers,
    units: UnitsBeside,
  ): {
    odd: string[];
    values: Float64Array;
    kinds: Uint8Array;
    decimals: number;
    durationCodes: ReadonlyMap<number, WrittenDuration>;
  } {
    const durationCodes = new Map<number, WrittenDuration>();
    const values = new Float64Array(this.#odd.size).fill(NaN);
    const kinds = new Uint8Array(this.#odd.size);
    const odd: string[] = [];
    let decimals = this.#decimals;
    this.#odd.forEach((text, code) => {
      if (code < MOST_ODD) odd.push(text);
      if (missing(text)) return;
      let reading = readNumber(text, this.decimal);
      const mark = Number.isNaN(reading.value) ? markedNumber(text) : null;
      if (mark) {
        const core = readNumber(mark.core, this.decimal);
        if (!Number.isNaN(core.value)) {
          marked.add(code, mark);
          reading = mark.kind === "scale" ? { ...core, decimals: 0 } : core;
        }
      }
      const duration = Number.isNaN(reading.value) ? durationOf(text) : null;
      if (duration !== null) {
        values[code] = duration.seconds;
        durationCodes.set(code, { ...duration, text });
      } else if (Number.isNaN(reading.value)) kinds[code] = UNREADABLE;
      else if (!Number.isFinite(reading.value)) kinds[code] = INFINITE;
      else {
        values[code] = reading.value;
        units.add(code, text, mark);
        if (reading.decimals > decimals) decimals = reading.decimals;
        if (reading.imprecise) kinds[code] = IMPRECISE;
      }
    });
    return { odd, values, kinds, decimals, durationCodes };
  }

  /** Another reader of this column saw so many digits behind the decimal mark. */
  sawDecimals(decimals: number): void {
    if (decimals > this.#decimals) this.#decimals = decimals;
  }

  #addOdd(bytes: Uint8Array, start: number, end: number, record: number): void {
    this.values[record] = NaN;
    if (this.#oddCount > 0 && this.#oddRecords[this.#oddCount - 1] === record) this.#oddCount--;
    if (this.#oddCount === this.#oddRecords.length) {
      this.#oddRecords = doubled(this.#oddRecords);
      this.#oddCodes = doubled(this.#oddCodes);
    }
    this.#oddRecords[this.#oddCount] = record;
    this.#oddCodes[this.#oddCount++] = this.#odd.code(bytes, start, end);
  }
}

/** Tells for each distinct cell of two parts what it is in seconds, and says how they were read. */
function settleDurations(
  codes: ReadonlyMap<number, WrittenDuration>,
  told: ShortParts | null,
  tell: (code: number, seconds: number) => void,
): ShortDurations | null {
  const short = [...codes].filter(([, { short }]) => short);
  if (short.length === 0) return null;
  let longest = 0;
  let written: ShortParts | null = null;
  for (const [, { seconds, says }] of codes) {
    written ??= says;
    longest = Math.max(longest, Math.abs(seconds));
  }
  const found = shortParts({ told, written, besideFull: short.length < codes.size, longest });
  if (found.readAs === "minutes") for (const [code, { seconds }] of short) tell(code, seconds / 60);
  return { ...found, example: short[0][1].text.trim() };
}

/** `/km` where all durations are paces of it. */
function perOf(codes: ReadonlyMap<number, WrittenDuration>): string {
  const all = new Set([...codes.values()].map(({ per }) => per));
  return all.size === 1 ? [...all][0] : "";
}

function extent(values: Float64Array, length: number): { numbers: number; low: number; high: number } {
  let numbers = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    numbers++;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { numbers, low, high };
}

/** Own memory of just the length needed: a `subarray` would ship its whole parent to a worker. */
function fitted(values: Float64Array, length: number): Float64Array {
  return values.length === length ? values : values.slice(0, length);
}

/** `936.41K` is 936410 and not 936409.9999999999. */
function scaled(value: number, factor: number): number {
  const product = value * factor;
  const rounded = Math.round(product * 1e6) / 1e6;
  return Math.abs(product) < 1e9 && Number.isFinite(rounded) ? rounded : Number(product.toPrecision(15));
}

function doubled(values: Uint32Array): Uint32Array {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
}
