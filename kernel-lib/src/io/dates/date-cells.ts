import { DAY, dateMilliseconds, daysInMonth } from "./calendar.js";
import { dateColumnFormat, type ShapeUse } from "./date-column-format.js";
import { decideOrder, orderedDate, type OrderDecision } from "./date-order.js";
import { Interner } from "../numbers/interner.js";
import { readNamedDate, trimDate } from "./named-date.js";
import { DateOrder, NumericDateReader, TimeParts } from "./numeric-date.js";
import type { DateShape } from "./date-shape.js";

/** A column of dates, read. */
export interface DateReadings {
  /** Milliseconds since 1970-01-01 (or since midnight for times of day); NaN where unreadable. */
  readonly values: Float64Array;
  readonly format: string;
  readonly zone: "instant" | "naive";
  /** The cells are times of day without a date. */
  readonly timeOnly: boolean;
  /** Some cell has a time of day. */
  readonly hasTime: boolean;
  readonly readable: number;
  readonly missing: number;
  /** Formats, when there is more than one. */
  readonly mixed: readonly string[];
  readonly ambiguous: OrderDecision | null;
}

const ODD = 255;
const NO_DATE = 254;
const MISSING = 253;
/** Forms beyond this many are not told apart; a column of so many forms is text. */
const MOST_SHAPES = 250;
/** Room for the time of day beside year, month and day in the 53 bits of a number; a zone may move it by a day. */
const TIME_ROOM = 1 << 28;

/**
 * Collects the cells of a date column. Day and month are kept apart from the time until the whole column has been seen,
 * because only then it is known which is which.
 */
export class DateCells {
  readonly #packed: Float64Array;
  readonly #shapes: Uint8Array;
  readonly #reader = new NumericDateReader();
  readonly #odd = new Interner();
  readonly #list: DateShape[] = [];
  readonly #byKey = new Map<number | string, number>();
  #lastKey = -1;
  #lastShape = 0;

  constructor(capacity: number) {
    this.#packed = new Float64Array(capacity);
    this.#shapes = new Uint8Array(capacity);
  }

  add(bytes: Uint8Array, start: number, end: number, record: number): void {
    if (this.#reader.read(bytes, start, end)) {
      this.#shapes[record] = this.#shapeOf();
      pack(this.#reader, this.#packed, record);
    } else {
      this.#shapes[record] = ODD;
      this.#packed[record] = this.#odd.code(bytes, start, end);
    }
  }

  /** Reads what has been collected. `prefersDayFirst` is the custom of the place the file seems to come from. */
  finish(records: number, isMissing: (text: string) => boolean, prefersDayFirst: boolean): DateReadings {
    const missing = this.#readOdd(records, isMissing);
    const timeCells = this.#list.reduce((sum, shape) => (shape.order === DateOrder.time ? sum + shape.count : sum), 0);
    const dateCells = this.#list.reduce((sum, shape) => (shape.order === DateOrder.time ? sum : sum + shape.count), 0);
    const timeOnly = timeCells > dateCells;
    const decisions = this.#decideOrders(records, prefersDayFirst);
    const { values, readable, second } = this.#convert(records, decisions, timeOnly);
    const shapes = this.#list.filter((shape) => shape.count > 0 && (shape.order === DateOrder.time) === timeOnly);
    const uses: ShapeUse[] = shapes.map((shape) => {
      const decision = decisions.get(groupOf(shape));
      return {
        shape,
        order: decision?.order ?? null,
        also: second.has(groupOf(shape)) ? (decision?.also ?? null) : null,
      };
    });
    const zoned = shapes.reduce((sum, shape) => (shape.zoned ? sum + shape.count : sum), 0);
    const { format, formats } = dateColumnFormat(uses);
    const ambiguous = [...decisions.values()].find((decision) => decision.ambiguous) ?? null;
    return {
      values,
      format,
      timeOnly,
      readable,
      missing,
      zone: zoned * 2 > readable ? "instant" : "naive",
      hasTime: shapes.some((shape) => shape.timeParts !== TimeParts.none),
      mixed: formats.length > 1 ? formats : [],
      ambiguous: timeOnly ? null : ambiguous,
    };
  }

  #shapeOf(): number {
    const r = this.#reader;
    const key =
      ((((r.order * 256 + r.separator) * 256 + r.timeSeparator) * 64 + r.timeMark) * 8 + r.timeParts) * 4 +
      (r.twelveHours ? 2 : 0) +
      (r.zoned ? 1 : 0);
    if (key !== this.#lastKey) {
      this.#lastShape = this.#shape(key, () => ({
        ...emptyShape(),
        order: r.order,
        separator: r.separator,
        timeSeparator: r.timeSeparator,
        timeMark: r.timeMark,
        timeParts: r.timeParts,
        twelveHours: r.twelveHours,
        zoned: r.zoned,
      }));
      this.#lastKey = key;
    }
    const shape = this.#list[this.#lastShape];
    if (r.second > 12) shape.largeSecond = true;
    if (r.unpadded) shape.unpadded = true;
    if (r.unpaddedHour) shape.unpaddedHour = true;
    return this.#lastShape;
  }

  #shape(key: number | string, make: () => DateShape): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const index = Math.min(this.#list.length, MOST_SHAPES - 1);
    if (this.#list.length < MOST_SHAPES) this.#list.push(make());
    this.#byKey.set(key, index);
    return index;
  }

  /** Second look at each distinct cell that is no plain numeric date. Gives the number of missing cells. */
  #readOdd(records: number, isMissing: (text: string) => boolean): number {
    const readings = this.#odd.dictionary().map((text) => this.#readOddText(text, isMissing));
    for (let i = 0; i < records; i++) {
      if (this.#shapes[i] !== ODD) continue;
      const { shape, packed } = readings[this.#packed[i]];
      this.#shapes[i] = shape;
      this.#packed[i] = packed;
    }
    let missing = 0;
    for (const shape of this.#list) shape.count = 0;
    for (let i = 0; i < records; i++) {
      const shape = this.#shapes[i];
      if (shape === MISSING) missing++;
      else if (shape < MOST_SHAPES) this.#list[shape].count++;
    }
    return missing;
  }

  #readOddText(text: string, isMissing: (text: string) => boolean): { shape: number; packed: number } {
    if (isMissing(text)) return { shape: MISSING, packed: NaN };
    const named = readNamedDate(text);
    if (named) {
      const shape = this.#shape(named.format, () => ({
        ...emptyShape(),
        named: named.format,
        languages: named.languages,
        zoned: named.zoned,
        timeParts: named.format.includes(":") ? TimeParts.minute : TimeParts.none,
      }));
      const known = this.#list[shape];
      const languages = known.languages.filter((language) => named.languages.includes(language));
      if (languages.length > 0) this.#list[shape] = { ...known, languages };
      return { shape, packed: named.milliseconds };
    }
    const trimmed = trimDate(text);
    const bytes = new TextEncoder().encode(trimmed.text);
    if (!this.#reader.read(bytes, 0, bytes.length)) return { shape: NO_DATE, packed: NaN };
    if (trimmed.offset !== null) {
      this.#reader.zoned = true;
      this.#reader.time -= trimmed.offset * 60_000;
    }
    const packed = new Float64Array(1);
    pack(this.#reader, packed, 0);
    return { shape: this.#shapeOf(), packed: packed[0] };
  }

  /** One decision for all cells with the same order of digits and the same separator. */
  #decideOrders(records: number, prefersDayFirst: boolean): Map<number, OrderDecision> {
    const groups = new Map<number, number>();
    // 2024-01-31 can be nothing else when no second number is above 12.
    const plain = !this.#list.some((shape) => shape.order === DateOrder.yearFirst && shape.largeSecond);
    for (const shape of this.#list) {
      if (shape.order === DateOrder.yearFirst && plain) continue;
      if (shape.named === "" && shape.order <= DateOrder.twoDigits)
        groups.set(groupOf(shape), (groups.get(groupOf(shape)) ?? 0) + shape.count);
    }
    const decisions = new Map<number, OrderDecision>();
    for (const [group, count] of groups) {
      const parts = new Uint16Array(count * 3);
      let offset = 0;
      for (let i = 0; i < records; i++) {
        const shape = this.#list[this.#shapes[i]];
        if (shape === undefined || shape.named !== "" || groupOf(shape) !== group) continue;
        unpack(this.#packed[i], shape.order, parts, offset);
        offset += 3;
      }
      decisions.set(group, decideOrder(Math.floor(group / 256), group % 256, parts, prefersDayFirst));
    }
    return decisions;
  }

  #convert(
    records: number,
    decisions: Map<number, OrderDecision>,
    timeOnly: boolean,
  ): { values: Float64Array; readable: number; second: Set<number> } {
    // The readings take the place of what they are made from.
    const values = this.#packed.length === records ? this.#packed : this.#packed.slice(0, records);
    const second = new Set<number>();
    const parts = new Uint16Array(3);
    const choice = this.#list.map((shape) => decisions.get(groupOf(shape)) ?? null);
    let readable = 0;
    let lastShape = -1;
    let lastBody = -1;
    let day = NaN;
    for (let i = 0; i < records; i++) {
      const index = this.#shapes[i];
      const shape = this.#list[index];
      const packed = values[i];
      if (shape === undefined || (shape.order === DateOrder.time) !== timeOnly) values[i] = NaN;
      else if (shape.named === "") {
        const body = Math.floor(packed / TIME_ROOM);
        if (index !== lastShape || body !== lastBody) {
          unpack(packed, shape.order, parts, 0);
          const decision = choice[index];
          day = decision ? orderedDate(shape.order, decision.order, parts, 0) : fixedDay(shape.order, parts);
          if (Number.isNaN(day) && decision?.also) {
            day = orderedDate(shape.order, decision.also, parts, 0);
            second.add(groupOf(shape));
          }
          lastShape = index;
          lastBody = body;
        }
        values[i] = day + packed - body * TIME_ROOM - DAY;
      }
      if (!Number.isNaN(values[i])) readable++;
    }
    return { values, readable, second };
  }
}

function emptyShape(): DateShape {
  return {
    order: -1,
    separator: 0,
    timeSeparator: 0,
    timeMark: 0,
    timeParts: 0,
    twelveHours: false,
    zoned: false,
    named: "",
    languages: [],
    unpadded: false,
    unpaddedHour: false,
    largeSecond: false,
    count: 0,
  };
}

function groupOf(shape: DateShape): number {
  return shape.order * 256 + shape.separator;
}

/** The three numbers (year in 14 bits, others in 5; two-digit dates in 7 each) above the time of day. Numbers too large become 0: no date. */
function pack({ order, first, second, third, time }: NumericDateReader, target: Float64Array, at: number): void {
  let parts = 0;
  if (order === DateOrder.twoDigits) parts = (first * 128 + second) * 128 + third;
  else if (order === DateOrder.yearLast) parts = (third * 32 + small(first)) * 32 + small(second);
  else if (order === DateOrder.monthYear) parts = (second * 32 + small(first)) * 32 + 1;
  else if (order === DateOrder.ordinal) parts = first * 1024 + second;
  else if (order !== DateOrder.time) parts = (first * 32 + small(second)) * 32 + small(third);
  target[at] = parts * TIME_ROOM + time + DAY;
}

function small(part: number): number {
  return part > 31 ? 0 : part;
}

/** The three numbers as they stood; of a month without a day, year, month and 1; of an ordinal date, year and day. */
function unpack(packed: number, order: number, parts: Uint16Array, at: number): void {
  const body = Math.floor(packed / TIME_ROOM);
  if (order === DateOrder.twoDigits) {
    parts[at] = body >> 14;
    parts[at + 1] = (body >> 7) & 127;
    parts[at + 2] = body & 127;
    return;
  }
  const yearPlace = order === DateOrder.yearLast ? 2 : 0;
  parts[at + yearPlace] = body >> 10;
  parts[at + (yearPlace === 2 ? 0 : 1)] = order === DateOrder.ordinal ? body & 1023 : (body >> 5) & 31;
  parts[at + (yearPlace === 2 ? 1 : 2)] = body & 31;
}

/** Midnight of a date whose numbers can stand in one order only. */
function fixedDay(order: number, parts: Uint16Array): number {
  if (order === DateOrder.time) return 0;
  if (order === DateOrder.ordinal) {
    const day = parts[1];
    const length = daysInMonth(parts[0], 2) + 337;
    return day < 1 || day > length ? NaN : dateMilliseconds(parts[0], 1, 1) + (day - 1) * DAY;
  }
  return dateMilliseconds(parts[0], parts[1], parts[2]);
}
