import { stepRegularity } from "../dates/step-regularity.js";
import { dateMilliseconds, fullYear, isoWeekMilliseconds } from "../dates/calendar.js";
import { isBusinessYear, yearHint, type DateCandidate } from "./date-candidates.js";
import { monthNamed } from "../dates/date-names.js";
import type { RawColumn } from "../columns/read-columns.js";

/** A date put together from several columns. */
export interface CompositeDate {
  readonly columns: readonly number[];
  readonly format: string;
  readonly zone: "instant" | "naive";
  readonly values: Float64Array;
  /** Periods that a day has, where they are numbered instead of timed. */
  readonly perDay?: number | undefined;
}

const MONTH =
  /^(.*[ _-])?(month|mon|monat|mois|mes|mese|mês|maand|måned|månad|miesiac|miesiąc|ay|mm|m|mo|mn|mth|mnd|月|月份|месяц)([ _-]?(no|nr|num|number|name|of[ _-]year))?$/i;
const DAY =
  /^(.*[ _-])?(day|tag|jour|dia|día|giorno|dag|dd|d|dy|dom|tt|mday|päivä|день|日|ngày)([ _-]?of[ _-]month)?$/i;
const HOUR =
  /^(.*[ _-])?(hour|hr|hours|std|stunde|heure|hora|ora|uur|time|godzina|hh(:?mm)?|hrmn|h|he|hod|ч|час|時|时|시)([ _-]?(of[ _-]day|ending|beginning))?$/i;
const MINUTE = /^(.*[ _-])?(minutes?|min|mi|mn|mm|minuten?|minuto|минута|分|분)$/i;
const SECOND = /^(.*[ _-])?(seconds?|sec|ss|sekunden?|segundo|seconde|секунда|秒|초)$/i;
const QUARTER = /^(.*[ _-])?(quarter|qtr|quartal|trimestre|kwartaal|q)$/i;
const WEEK =
  /^(.*[ _-])?(week|woche|kw|semaine|semana|settimana|vecka|uke|wk|isoweek)([ _-]?(no|nr|num|number|of[ _-]year))?$/i;

const DAY_OF_YEAR =
  /^(.*[ _-])?(doy|yday|jday|julian([ _-]?day)?|day[ _-]?of[ _-]?(the[ _-])?year|dayofyear|tag[ _-]des[ _-]jahres|jour[ _-]de[ _-]l.ann[ée]e)$/i;

const PERIOD_OF_DAY =
  /^(.*[ _-])?(settlement[ _-]?period|trading[ _-]?(period|interval)|(half|quarter)[ _-]?hour|period|interval|slot|ptu|mtu|isp|sp|viertelstunde|zeitscheibe)([ _-]?(no|nr|num|number|id))?$/i;

const PERIOD =
  /^(.*[ _-])?(period|periode|période|periodo|período|periodo|per|poper|okres|buchungsperiode|период)([ _-]?(no|nr|num|number|id))?$/i;

const HOUR_MILLISECONDS = 3_600_000;

/** Names that say "time of day", in the languages that exports come in. */
const TIME_OF_DAY =
  /^(.*[ _-])?(time|uhrzeit|zeit|clock|heure|hora|ora|orario|tijd|tid|saat|klo|kello|godzina|čas|cas|время|час|時刻|時間|时间|시간|시각|hh:?mm(:?ss)?)([ _-]?(of[ _-]day|utc|gmt|local|cet|est|lt|start|from))?$/i;
/** Names that say "how long". */
const HOW_LONG =
  /duration|elapsed|length|average|avg|mean|median|total|sum|spent|waiting|response|handling|session|engag|watch|dauer|durée|duree|duración|durata|длительность|продолжительность|pace|lap|split|(?:handle|lead|cycle|travel|run|down|up|wait|talk|hold|queue|idle|processing|resolution|turnaround|wrap|load|build|repair|recovery|set-?up)[ _-]?time|(?:warte|lauf|durchlauf|bearbeitungs|reaktions|stand|fahr|ausfall|rüst)zeit/i;

/** A date column joined with a column of times of day, hours or numbered periods of the day; null when no column adds a time. */
export function dateAndTime(
  date: DateCandidate,
  names: readonly string[],
  columns: readonly RawColumn[],
): CompositeDate | null {
  if (date.hasTime) return null;
  for (const [c, column] of columns.entries()) {
    if (c === date.column) continue;
    const times = timesOfDay(date, names[c], column);
    if (!times) continue;
    return {
      columns: [date.column, c],
      format: `${date.format} + ${times.format}`,
      zone: date.zone,
      values: date.values.map((day, i) => day + times.values[i]),
      perDay: times.perDay,
    };
  }
  return null;
}

function timesOfDay(
  date: DateCandidate,
  name: string,
  column: RawColumn,
): { values: Float64Array; format: string; perDay?: number } | null {
  if (column.kind === "date")
    return column.readings.timeOnly && isTimeOfDay(name, date.values, column.readings.values)
      ? { values: column.readings.values, format: column.readings.format }
      : null;
  // Asked of every column of the file: what costs little comes first.
  if (column.kind !== "number") return null;
  const clock = HOUR.test(name) || (TIME_OF_DAY.test(name.trim()) && column.readings.high >= 100);
  if (!(clock || PERIOD_OF_DAY.test(name)) || !repeats(date.values)) return null;
  const ofHours = clock ? hours(column.readings.values) : null;
  if (ofHours) return { values: ofHours, format: "H" };
  const periods = PERIOD_OF_DAY.test(name) ? periodsOfDay(date.values, column.readings.values) : null;
  return periods && { values: periods.values, format: "period of the day", perDay: periods.perDay };
}

/** Whether a name says "how long", as `Average view duration` and `Dauer` do. */
export function saysHowLong(name: string): boolean {
  return HOW_LONG.test(name);
}

/**
 * Times such as `0:02:31` beside a date are times of day when the dates repeat, or when the name says so, or when only
 * together they come at regular steps; else they are durations.
 */
function isTimeOfDay(name: string, dates: Float64Array, times: Float64Array): boolean {
  if (saysHowLong(name)) return false;
  if (TIME_OF_DAY.test(name.trim()) || repeats(dates)) return true;
  const joined = dates.map((day, i) => day + times[i]);
  return stepRegularity(joined) > stepRegularity(dates) + 0.05;
}

/** Year, month, day and hour, year and quarter, or year and week in columns of their own; null when there are none. */
export function dateFromParts(names: readonly string[], columns: readonly RawColumn[]): CompositeDate | null {
  const business = ofBusinessYear(names, columns);
  if (business) return business;
  const named = columns.findIndex((column, c) => yearHint(names[c]) && numbersWithin(column, 1000, 2999) !== null);
  const full = named >= 0 ? named : namelessYear(names, columns);
  const year = full >= 0 ? full : shortYear(names, columns);
  if (year < 0) return null;
  const written = numbersWithin(columns[year], 0, 2999)!;
  const years = full >= 0 ? written : written.map(fullYear);
  const find = (pattern: RegExp, low: number, high: number, taken = -1): number =>
    columns.findIndex(
      (column, c) => c !== year && c !== taken && pattern.test(names[c]) && numbersWithin(column, low, high) !== null,
    );
  const month = columns.findIndex(
    (column, c) =>
      c !== year && (MONTH.test(names[c]) || (isNameless(names[year]) && c === year + 1)) && months(column) !== null,
  );
  if (month >= 0) {
    const clock = [find(HOUR, 0, 24), find(MINUTE, 0, 59, month), find(SECOND, 0, 59)];
    return yearAndMonth(year, years, month, months(columns[month])!, find(DAY, 1, 31), clock, columns);
  }
  const period = columns.findIndex((column, c) => c !== year && PERIOD.test(names[c]) && periods(column) !== null);
  if (period >= 0) {
    const found = periods(columns[period])!;
    // A thirteenth of twelve is the whole year, or closes it.
    const values = years.map((y, i) => dateMilliseconds(y, found.months[i], 1));
    return { columns: [year, period], format: `YYYY + ${found.letter}`, zone: "naive", values };
  }
  const quarter = columns.findIndex((column, c) => QUARTER.test(names[c]) && quarters(column) !== null);
  if (quarter >= 0) {
    const found = quarters(columns[quarter])!;
    return {
      columns: [year, quarter],
      format: "YYYY + Q",
      zone: "naive",
      values: years.map((y, i) => dateMilliseconds(y, found[i] * 3 - 2, 1)),
    };
  }
  const ofYear = find(DAY_OF_YEAR, 1, 366);
  if (ofYear >= 0) {
    const days = numbersWithin(columns[ofYear], 1, 366)!;
    return {
      columns: [year, ofYear],
      format: "YYYY + day of the year",
      zone: "naive",
      values: years.map((y, i) => dateMilliseconds(y, 1, 1) + (days[i] - 1) * 24 * HOUR_MILLISECONDS),
    };
  }
  const week = find(WEEK, 1, 53);
  if (week < 0) return null;
  const weeks = numbersWithin(columns[week], 1, 53)!;
  return {
    columns: [year, week],
    format: "YYYY + ww",
    zone: "naive",
    values: years.map((y, i) => isoWeekMilliseconds(y, weeks[i])),
  };
}

/** `FY24` or `2023/24` beside periods or quarters of such a year; null for others. */
function ofBusinessYear(names: readonly string[], columns: readonly RawColumn[]): CompositeDate | null {
  const year = columns.findIndex((column) => column.kind === "date" && isBusinessYear(column.readings.format));
  const column = columns[year];
  if (column?.kind !== "date") return null;
  const years = column.readings.values.map((time) => new Date(time).getUTCFullYear());
  for (const [c, other] of columns.entries()) {
    const found = PERIOD.test(names[c]) ? periods(other) : null;
    const months =
      found?.months ?? (QUARTER.test(names[c]) ? quarters(other)?.map((quarter) => quarter * 3 - 2) : null);
    if (!months) continue;
    const values = years.map((y, i) => dateMilliseconds(y, months[i], 1));
    const format = `${column.readings.format} + ${found?.letter ?? "Q"}`;
    return { columns: [year, c], format, zone: "naive", values };
  }
  return null;
}

/** Years without a name beside names of months without one, as offices for statistics write them; -1 for none. */
function namelessYear(names: readonly string[], columns: readonly RawColumn[]): number {
  return columns.findIndex((column, c) => {
    const next = columns[c + 1];
    if (!isNameless(names[c]) || next?.kind !== "text" || !isNameless(names[c + 1])) return false;
    return numbersWithin(column, 1800, 2200) !== null && months(next) !== null;
  });
}

function isNameless(name: string): boolean {
  return name.startsWith("column_");
}

/** Years of two digits, where month and day stand in columns of their own; -1 for none. */
function shortYear(names: readonly string[], columns: readonly RawColumn[]): number {
  const has = (pattern: RegExp, most: number): boolean =>
    columns.some((column, c) => pattern.test(names[c]) && numbersWithin(column, 1, most) !== null);
  if (!has(MONTH, 12) || !has(DAY, 31)) return -1;
  return columns.findIndex((column, c) => yearHint(names[c]) && numbersWithin(column, 0, 99) !== null);
}

function yearAndMonth(
  year: number,
  years: Float64Array,
  month: number,
  monthValues: Float64Array,
  day: number,
  [hour, minute, second]: readonly number[],
  columns: readonly RawColumn[],
): CompositeDate {
  const days = day < 0 ? null : numbersWithin(columns[day], 1, 31);
  const times = hour < 0 || !days ? null : hours(numbersWithin(columns[hour], 0, 24)!);
  const minutes = minute < 0 || !times ? null : numbersWithin(columns[minute], 0, 59);
  const seconds = second < 0 || !minutes ? null : numbersWithin(columns[second], 0, 59);
  const values = years.map(
    (y, i) =>
      dateMilliseconds(y, monthValues[i], days ? days[i] : 1) +
      (times ? times[i] : 0) +
      (minutes ? minutes[i] * 60_000 : 0) +
      (seconds ? seconds[i] * 1000 : 0),
  );
  const used = [
    year,
    month,
    ...(days ? [day] : []),
    ...(times ? [hour] : []),
    ...(minutes ? [minute] : []),
    ...(seconds ? [second] : []),
  ];
  const format = ["YYYY", "MM", "DD", "H", "m", "s"].slice(0, used.length).join(" + ");
  return { columns: used, format, zone: "naive", values };
}

/** Rows below a table that may be notes. */
const NOTES = 3;

/** The numbers of a column when (almost) all are whole and in a range. */
function numbersWithin(column: RawColumn, low: number, high: number): Float64Array | null {
  if (column.kind !== "number") return null;
  const { values } = column.readings;
  let outside = 0;
  for (const value of values) if (!(Number.isInteger(value) && value >= low && value <= high)) outside++;
  // A few rows below a short table are its notes.
  return outside * 20 > values.length && (outside > NOTES || outside * 8 > values.length) ? null : values;
}

function months(column: RawColumn): Float64Array | null {
  if (column.kind === "number") return numbersWithin(column, 1, 12);
  return fromText(column, (text) => monthNamed(text)?.month ?? NaN);
}

/** Months counted as `1` to `16` or `P01`, which are those of a business year, or as `M01` and `Q01`. */
function periods(column: RawColumn): { months: Float64Array; letter: "P" | "M" | "Q" } | null {
  if (column.kind === "number") {
    const months = numbersWithin(column, 1, 16);
    return months && new Set(months).size > 4 ? { months, letter: "P" } : null;
  }
  if (column.kind !== "text") return null;
  const letters = new Set(column.dictionary.map((text) => /^([MPQ])0?\d{1,2}$/i.exec(text.trim())?.[1].toUpperCase()));
  const [letter] = letters;
  if (letters.size !== 1 || (letter !== "M" && letter !== "P" && letter !== "Q")) return null;
  const number = (text: string): number => Number(text.trim().slice(1));
  const months = fromText(column, (text) =>
    letter === "Q" ? (number(text) <= 4 ? number(text) * 3 - 2 : 13) : number(text),
  );
  return months && { months, letter };
}

function quarters(column: RawColumn): Float64Array | null {
  if (column.kind === "number") return numbersWithin(column, 1, 4);
  return fromText(column, (text) => Number(/^[QT] ?([1-4])$/i.exec(text)?.[1] ?? NaN));
}

function fromText(column: RawColumn, read: (text: string) => number): Float64Array | null {
  if (column.kind !== "text" || column.dictionary.length > 60) return null;
  const readings = column.dictionary.map((text) => read(text.trim()));
  if (readings.filter(Number.isNaN).length > 2) return null;
  return Float64Array.from(column.codes, (code) => readings[code]);
}

/** Hours 0 to 23, hours ending 1 to 24 (the first is midnight), or 1330 for half past one. */
function hours(values: Float64Array): Float64Array | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || value % 100 > 59) return null;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // 0100 to 2400: the hours end there.
  if (high === 2400 && low >= 100)
    return values.map(
      (value) => (Math.floor(value / 100) - (value % 100 === 0 ? 1 : 0)) * HOUR_MILLISECONDS + (value % 100) * 60_000,
    );
  if (low < 0 || high > 2359) return null;
  if (high <= 24) return values.map((value) => (value - (high === 24 && low >= 1 ? 1 : 0)) * HOUR_MILLISECONDS);
  return values.map((value) => Math.floor(value / 100) * HOUR_MILLISECONDS + (value % 100) * 60_000);
}

/** Periods of a day that markets and meters count, and how many at least a day of 23 hours has. */
const COUNTS_PER_DAY = [24, 48, 96, 288];

/** Numbers 1, 2, 3, … of each day as times of day; null when they are none. A day of 25 hours has more of them. */
function periodsOfDay(dates: Float64Array, values: Float64Array): { values: Float64Array; perDay: number } | null {
  const highest = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]) || Number.isNaN(dates[i])) continue;
    if (!Number.isInteger(values[i]) || values[i] < 1 || values[i] > 300) return null;
    highest.set(dates[i], Math.max(highest.get(dates[i]) ?? 0, values[i]));
  }
  const perDay = COUNTS_PER_DAY.find((count) => {
    const full = [...highest.values()].filter((high) => high === count).length;
    const odd = [...highest.values()].filter((high) => high > count * 1.05).length;
    return odd === 0 && full * 2 >= highest.size;
  });
  if (perDay === undefined) return null;
  return { perDay, values: values.map((value) => ((value - 1) * 24 * HOUR_MILLISECONDS) / perDay) };
}

function repeats(values: Float64Array): boolean {
  return new Set(values).size < values.length * 0.7;
}
