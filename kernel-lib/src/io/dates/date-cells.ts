import { DAY, dateMilliseconds, fullYear } from "./calendar.js";
import { dateColumnFormat, type ShapeUse } from "./date-column-format.js";
import { decideOrder, orderedDate, type DayOf, type OrderDecision } from "./date-order.js";
import { Interner } from "../numbers/interner.js";
import { hasOwnMeanings } from "./date-names.js";
import { readDottedMonth } from "./dotted-month.js";
import { trimDate } from "./date-text.js";
import { intervalStart } from "./interval-start.js";
import { readNamedDate, type DateReading, type ShortDate } from "./named-date.js";
import { readPeriod, withoutClockEnd, type PeriodKind } from "./period-columns.js";
import { coarserFormats } from "./period-length.js";
import { calendarOfYear, OTHER_YEARS, otherDay, type OtherCalendar } from "./other-calendars.js";
import { areDays } from "./short-dates.js";
import { stepRegularity } from "./step-regularity.js";
import { DateOrder, NumericDateReader, TimeParts } from "./numeric-date.js";
import { emptyShape, formatOf, groupOf, periodMonthsOf, type DateShape } from "./date-shape.js";
import { fixedDay, pack, TIME_ROOM, unpack } from "./packed-date.js";

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
  /** Of times without a date, 1 for each record whose cell has two parts (`4:35`); null elsewhere. */
  readonly withoutSeconds: Uint8Array | null;
  readonly readable: number;
  readonly missing: number;
  /** Formats, when there is more than one. */
  readonly mixed: readonly string[];
  readonly ambiguous: OrderDecision | null;
  /** What was taken for granted about the cells. */
  readonly notes: DateNotes;
}

/** Readings of dates that a person should know of. */
export interface DateNotes {
  readonly buddhistYears: boolean;
  /** Years of three digits, of the Republic of China. */
  readonly minguoYears: boolean;
  /** Days of another calendar, turned into Gregorian ones; null elsewhere. */
  readonly calendar: OtherCalendar | null;
  readonly fiscalPeriods: boolean;
  /** Cells hold a start and an end. */
  readonly intervals: boolean;
  /** Cells of longer periods beside the shorter ones they contain, left out. */
  readonly coarser: { readonly rows: number; readonly formats: readonly string[] } | null;
}

const ODD = 255;
const NO_DATE = 254;
const MISSING = 253;
/** Forms beyond this many are not told apart; a column of so many forms is text. */
const MOST_SHAPES = 250;
/** Years of the Buddhist calendar that are 1900 to 2100, and how far it is ahead. */
const BUDDHIST = { first: 2443, last: 2643, ahead: 543 };
/** Days that are looked at to tell two calendars apart. */
const DAYS_LOOKED_AT = 2000;
/** Share of the cells that must have such a year. */
const ALMOST_ALL = 0.9;
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
  readonly #shorts = new Map<number, ShortDate>();
  #intervals = 0;
  #buddhist = false;
  #minguo = false;
  #calendar: OtherCalendar | null = null;

  /** @param period what its cells are where they look like months and are none */
  constructor(
    capacity: number,
    readonly period: PeriodKind | null = null,
  ) {
    this.#packed = new Float64Array(capacity);
    this.#shapes = new Uint8Array(capacity);
  }

  add(bytes: Uint8Array, start: number, end: number, record: number): void {
    if (this.period === null && this.#reader.read(bytes, start, end)) {
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
    this.#settleShorts(records);
    const years = this.#yearsOf(records);
    const buddhistYears = years === "buddhist";
    const timeCells = this.#list.reduce((sum, shape) => (shape.order === DateOrder.time ? sum + shape.count : sum), 0);
    const dateCells = this.#list.reduce((sum, shape) => (shape.order === DateOrder.time ? sum : sum + shape.count), 0);
    const timeOnly = timeCells > dateCells;
    const decisions = this.#decideOrders(records, prefersDayFirst);
    const calendar = years === "other" ? this.#otherCalendar(records, decisions) : null;
    const { values, readable, second } = this.#convert(
      records,
      decisions,
      timeOnly,
      buddhistYears ? BUDDHIST.ahead : 0,
      calendar === null ? dateMilliseconds : (year, month, day) => otherDay(calendar, year, month, day),
    );
    const coarser = timeOnly ? null : this.#leaveOutCoarser(values);
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
      withoutSeconds: timeOnly ? this.#withoutSeconds(records) : null,
      mixed: formats.length > 1 ? formats : [],
      ambiguous: timeOnly ? null : ambiguous,
      notes: {
        buddhistYears: buddhistYears || this.#buddhist,
        minguoYears: this.#minguo,
        calendar: calendar ?? this.#calendar,
        fiscalPeriods: shapes.some(({ named }) => /^FYYYY-[PQ]/.test(named)),
        intervals: this.#intervals > 0 && this.#intervals * 2 > this.#odd.size,
        coarser,
      },
    };
  }

  #withoutSeconds(records: number): Uint8Array {
    const short = this.#list.map(({ timeParts, twelveHours }) => timeParts === TimeParts.minute && !twelveHours);
    return Uint8Array.from({ length: records }, (_, i) => (short[this.#shapes[i]] ? 1 : 0));
  }

  /** Months with a number of two digits are read as years so far; where they are days the year is not known, and so no date. */
  #settleShorts(records: number): void {
    const short = this.#list.map((shape) => shape.short);
    if (!short.includes(true)) return;
    const cells: ShortDate[] = [];
    for (let i = 0; i < records; i++) if (short[this.#shapes[i]]) cells.push(this.#shorts.get(this.#packed[i])!);
    const days = areDays(cells);
    for (let i = 0; i < records; i++) {
      if (!short[this.#shapes[i]]) continue;
      const { month, number } = this.#shorts.get(this.#packed[i])!;
      this.#packed[i] = days ? NaN : dateMilliseconds(fullYear(number), month, 1);
      if (days) this.#shapes[i] = NO_DATE;
    }
    if (days) for (const [index, shape] of this.#list.entries()) if (short[index]) shape.count = 0;
  }

  /** Whether (almost) all years lie where 1900 to 2100 lie in the Buddhist calendar, or in the Persian and the Islamic one. */
  #yearsOf(records: number): "buddhist" | "other" | null {
    const parts = new Uint16Array(3);
    let years = 0;
    let buddhist = 0;
    let other = 0;
    for (let i = 0; i < records; i++) {
      const shape = this.#list[this.#shapes[i]];
      if (shape === undefined || shape.order === DateOrder.time || shape.order === DateOrder.twoDigits) continue;
      let year: number;
      if (shape.named === "") {
        unpack(this.#packed[i], shape.order, parts, 0);
        year = parts[shape.order === DateOrder.yearLast ? 2 : 0];
      } else year = Math.floor(1970 + this.#packed[i] / (365.2425 * DAY));
      years++;
      if (year >= BUDDHIST.first && year <= BUDDHIST.last) buddhist++;
      else if (year >= OTHER_YEARS.first && year <= OTHER_YEARS.last && shape.named === "") other++;
      else if (years > 100 && buddhist + other === 0) return null;
    }
    if (years === 0) return null;
    return buddhist >= years * ALMOST_ALL ? "buddhist" : other >= years * ALMOST_ALL ? "other" : null;
  }

  /** The calendar in which more of the first days exist, in which their steps are more regular, or else the one of such years now. */
  #otherCalendar(records: number, decisions: Map<number, OrderDecision>): OtherCalendar {
    const parts = new Uint16Array(3);
    const looked: number[][] = [];
    for (let i = 0; i < records && looked.length < DAYS_LOOKED_AT; i++) {
      const shape = this.#list[this.#shapes[i]];
      if (shape === undefined || shape.named !== "" || shape.order === DateOrder.time) continue;
      unpack(this.#packed[i], shape.order, parts, 0);
      const order = decisions.get(groupOf(shape))?.order;
      looked.push(order ? [parts[order.year], parts[order.month], parts[order.day]] : [...parts]);
    }
    const days = (["persian", "islamic"] as const).map((calendar) => {
      const times = Float64Array.from(looked, ([year, month, day]) => otherDay(calendar, year, month, day));
      const missing = times.reduce((sum, time) => sum + (Number.isNaN(time) ? 1 : 0), 0);
      return { calendar, missing, regularity: stepRegularity(times) };
    });
    const [persian, islamic] = days;
    if (persian.missing !== islamic.missing) return persian.missing < islamic.missing ? "persian" : "islamic";
    const monthly = looked.every(([, , day]) => day === 1);
    if (!monthly && Math.abs(persian.regularity - islamic.regularity) > 0.01)
      return persian.regularity > islamic.regularity ? "persian" : "islamic";
    return calendarOfYear(looked.reduce((latest, [year]) => Math.max(latest, year), 0));
  }

  /** Takes out years and quarters that stand beside the months they contain. */
  #leaveOutCoarser(values: Float64Array): DateNotes["coarser"] {
    const months = this.#list.map((shape) => (shape.count > 0 ? periodMonthsOf(shape) : 0));
    if (new Set(this.#list.flatMap((shape, i) => (shape.count > 0 ? [months[i]] : []))).size < 2) return null;
    const first = months.map(() => Infinity);
    const last = months.map(() => -Infinity);
    values.forEach((time, i) => {
      if (Number.isNaN(time) || this.#shapes[i] >= MOST_SHAPES) return;
      first[this.#shapes[i]] = Math.min(first[this.#shapes[i]], time);
      last[this.#shapes[i]] = Math.max(last[this.#shapes[i]], time);
    });
    const groups = this.#list.flatMap((shape, i) =>
      shape.count > 0 && last[i] > -Infinity
        ? [{ format: formatOf(shape), months: months[i], cells: shape.count, first: first[i], last: last[i] }]
        : [],
    );
    const formats = coarserFormats(groups);
    if (formats.length === 0) return null;
    const out = this.#list.map((shape) => formats.includes(formatOf(shape)));
    let rows = 0;
    values.forEach((time, i) => {
      if (Number.isNaN(time) || !out[this.#shapes[i]]) return;
      values[i] = NaN;
      rows++;
    });
    return { rows, formats };
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
    const texts = this.#odd.dictionary();
    let readings = texts.map((text) => this.#readOddText(text, isMissing));
    const language = this.#ownLanguage(texts);
    if (language) readings = texts.map((text) => this.#readOddText(text, isMissing, language));
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

  /** The language most month names are in when some words mean another month in it than elsewhere; null for all others. */
  #ownLanguage(texts: readonly string[]): string | null {
    const counts = new Map<string, number>();
    for (const text of texts.slice(0, 1000))
      for (const language of readNamedDate(text)?.languages ?? [])
        counts.set(language, (counts.get(language) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    return best && hasOwnMeanings(best[0]) ? best[0] : null;
  }

  #readOddText(
    text: string,
    isMissing: (text: string) => boolean,
    language?: string,
  ): { shape: number; packed: number } {
    if (isMissing(text)) return { shape: MISSING, packed: NaN };
    if (language === undefined && intervalStart(text) !== null) this.#intervals++;
    const named =
      (this.period && readPeriod(this.period, text)) ?? readNamedDate(text, language) ?? readBarePeriod(text);
    if (named) {
      if (named.buddhist) this.#buddhist = true;
      if (named.minguo) this.#minguo = true;
      this.#calendar ??= named.calendar ?? null;
      const shape = this.#shape(named.format, () => ({
        ...emptyShape(),
        named: named.format,
        languages: named.languages,
        short: named.short !== undefined,
        zoned: named.zoned,
        timeParts: named.format.includes(":") ? TimeParts.minute : TimeParts.none,
      }));
      const known = this.#list[shape];
      const languages = known.languages.filter((language) => named.languages.includes(language));
      if (languages.length > 0) this.#list[shape] = { ...known, languages };
      if (!named.short) return { shape, packed: named.milliseconds };
      const number = named.short.month * 100 + named.short.number;
      this.#shorts.set(number, named.short);
      return { shape, packed: number };
    }
    const interval = this.period === "clockInterval";
    if (interval && language === undefined) this.#intervals++;
    const trimmed = trimDate(interval ? withoutClockEnd(text) : text);
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
    yearsAhead: number,
    dayOf: DayOf,
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
          if (shape.order !== DateOrder.twoDigits) parts[shape.order === DateOrder.yearLast ? 2 : 0] -= yearsAhead;
          const decision = choice[index];
          day = decision
            ? orderedDate(shape.order, decision.order, parts, 0, dayOf)
            : fixedDay(shape.order, parts, dayOf);
          if (Number.isNaN(day) && decision?.also) {
            day = orderedDate(shape.order, decision.also, parts, 0, dayOf);
            second.add(groupOf(shape));
          }
          lastShape = index;
          lastBody = body;
        }
        values[i] = day + packed - body * TIME_ROOM - DAY;
      } else if (yearsAhead > 0) values[i] = yearsEarlier(packed, yearsAhead);
      if (!Number.isNaN(values[i])) readable++;
    }
    return { values, readable, second };
  }
}

/** The same day of the calendar so many years before. */
function yearsEarlier(time: number, years: number): number {
  const date = new Date(time);
  const day = dateMilliseconds(date.getUTCFullYear() - years, date.getUTCMonth() + 1, date.getUTCDate());
  return day + (((time % DAY) + DAY) % DAY);
}

/** Periods that letters or dots make no named date of: a year alone and `03.2024`. */
function readBarePeriod(text: string): DateReading | null {
  const dotted = readDottedMonth(text);
  if (dotted) return { ...dotted, zoned: false, languages: [] };
  const year = /^\s*((?:17|18|19|20|21)\d{2})\s*$/.exec(text);
  return year && { milliseconds: dateMilliseconds(Number(year[1]), 1, 1), format: "YYYY", zoned: false, languages: [] };
}
