/** Numbers, dates and sentences, in one place so that chart, table, tooltip and editor say the same. */
import type { Results } from "./protocol/index.js";
import { terms } from "./terms.js";
import { t } from "./translate.js";

/** Narrow no-break space, before units and percent signs. */
export const narrow = "\u202f";
const minus = "\u2212";
const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

let locale = "en-GB";
const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** Sets the language of numbers and dates; plain `en` reads as day before month. */
export function setLocale(language: string): void {
  locale = language === "en" ? "en-GB" : language;
  formats.clear();
}

/** A country by its ISO 3166 code, as the reader calls it. */
export const countryName = (code: string): string => new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;

function dateFormat(options: Intl.DateTimeFormatOptions): Pick<Intl.DateTimeFormat, "format" | "formatToParts"> {
  const key = JSON.stringify(options);
  let format = formats.get(key) as Intl.DateTimeFormat | undefined;
  if (!format)
    formats.set(key, (format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hourCycle: "h23", ...options })));
  const known = format;
  return {
    format: (time) => threeLetters(known.format(time)),
    formatToParts: (time) => known.formatToParts(time).map(({ type, value }) => ({ type, value: threeLetters(value) })),
  };
}

/** British English gives September four letters, the sentences of the library give it three, as every other month. */
const threeLetters = (text: string): string => (locale === "en-GB" ? text.replace(/\bSept\b/, "Sep") : text);

function numberFormat(digits: number): Intl.NumberFormat {
  const key = `n${digits}`;
  let format = formats.get(key);
  if (!format)
    formats.set(
      key,
      (format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })),
    );
  return format as Intl.NumberFormat;
}

/** A number with thousands, a real minus and so many digits; an en dash for none. */
export function number(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return "\u2013";
  if (value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-6))
    return value.toExponential(2).replace("-", minus);
  return numberFormat(Math.max(0, Math.min(6, digits)))
    .format(value)
    .replace("-", minus);
}

/** Digits to show of a column: its own, but no more than tell its values apart. */
export function digitsFor(decimals: number, typical: number): number {
  const size = Math.abs(typical);
  const useful = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size > 0 ? 2 - Math.floor(Math.log10(size)) : 2;
  return Math.min(decimals, useful);
}

/** What stands behind a number in percent: nothing between them in English, a narrow space in other languages. */
export const percentSign = (): string => (locale.startsWith("en") ? "%" : `${narrow}%`);

/**
 * A deviation in percent with its sign, as an amount where actual and expected have different signs, of which no percentage
 * tells anything; empty when there is nothing to compare with.
 *
 * @param digits of the column, for an amount
 */
export function offBy(actual: number, expected: number, digits = 2): string {
  const share = actual / expected - 1;
  if (!Number.isFinite(share) || !Number.isFinite(expected) || expected === 0) return "";
  if (actual * expected < 0) return `${actual > expected ? "+" : minus}${number(Math.abs(actual - expected), digits)}`;
  const percent = share * 100 * Math.sign(expected);
  if (Math.abs(percent) < 0.05) return `0${percentSign()}`;
  if (Math.abs(percent) >= 1000)
    return `${percent > 0 ? "+" : minus}${number(Math.abs(actual / expected), 0)}${narrow}\u00d7`;
  return `${percent > 0 ? "+" : minus}${number(Math.abs(percent), Math.abs(percent) < 10 ? 1 : 0)}${percentSign()}`;
}

/** A share (0 to 1) in percent. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${number(share * 100, 0)}${percentSign()}` : "\u2013";
}

/** Names in a sentence: `a, b and c`. */
export function listText(names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** A day: `Tue 15 Oct`, with the year when asked. */
export function dayText(time: number, year = false): string {
  return dateFormat({ weekday: "short", day: "numeric", month: "short", ...(year ? { year: "numeric" } : {}) })
    .format(time)
    .replace(",", "");
}

/** A date without its weekday: `15 Oct 2024`. */
export function dateText(time: number, year = true): string {
  return dateFormat({ day: "numeric", month: "short", ...(year ? { year: "numeric" } : {}) }).format(time);
}

/** Names of months and days, from January and from Sunday on. */
export function dateNames(): {
  readonly locale: string;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
} {
  // As they stand in a date: some languages write them differently alone.
  const month = (style: "long" | "short"): string[] =>
    Array.from(
      { length: 12 },
      (_, index) =>
        dateFormat({ day: "numeric", month: style })
          .formatToParts(Date.UTC(2024, index, 1))
          .find(({ type }) => type === "month")?.value ?? "",
    );
  // 7 January 2024 is a Sunday.
  const weekday = (style: "long" | "short"): string[] =>
    Array.from({ length: 7 }, (_, index) => dateFormat({ weekday: style }).format(Date.UTC(2024, 0, 7 + index)));
  return {
    locale,
    months: month("long"),
    shortMonths: month("short"),
    days: weekday("long"),
    shortDays: weekday("short"),
  };
}

/** The name of the weekday, for "a usual Tuesday". */
export const weekdayText = (time: number): string => dateFormat({ weekday: "long" }).format(time);

/** The name of the weekday where there is little room. */
export const shortWeekdayText = (time: number): string => dateFormat({ weekday: "short" }).format(time);

/** The name of the month. */
export const monthText = (time: number): string => dateFormat({ month: "long" }).format(time);

/** The time of day, 24 hours; seconds only where there are any. */
export function clockText(time: number): string {
  return dateFormat({
    hour: "2-digit",
    minute: "2-digit",
    ...(time % (60 * second) ? { second: "2-digit" } : {}),
  }).format(time);
}

/** What an axis of time needs to know to speak of a moment. */
export interface TimeWords {
  readonly dated: boolean;
  /** Step in seconds; null when irregular. */
  readonly step: number | null;
  /** Whether the file spans more than one calendar year. */
  readonly years: boolean;
}

const isDaily = (words: TimeWords): boolean => words.step !== null && words.step * second >= day;
const isMonthly = (words: TimeWords): boolean => words.step !== null && words.step >= 27 * 86400;
const isQuarterly = (words: TimeWords): boolean =>
  words.step !== null && words.step >= 85 * 86400 && words.step <= 97 * 86400;
const isYearly = (words: TimeWords): boolean => words.step !== null && words.step >= 360 * 86400;

/**
 * One moment: `Tue 15 Oct, 16:00`, a day for daily files, a month, quarter or year where rows are as long, `row 17` without
 * dates.
 */
export function momentText(time: number, words: TimeWords): string {
  if (!words.dated) return t(terms.rowNumber, number(time + 1));
  if (isYearly(words)) return dateFormat({ year: "numeric" }).format(time);
  if (isQuarterly(words)) return quarterText(time);
  if (isMonthly(words)) return monthOfYearText(time);
  if (isDaily(words)) return dayText(time, words.years);
  return `${dayText(time, words.years)}, ${clockText(time)}`;
}

/** A month: `Oct 2024`. */
export const monthOfYearText = (time: number): string => dateFormat({ month: "short", year: "numeric" }).format(time);

function quarterText(time: number): string {
  const date = new Date(time);
  const quarter = Math.floor(date.getUTCMonth() / 3) + 1;
  return t({ en: "Q{0} {1}", de: "{0}. Quartal {1}" }, quarter, date.getUTCFullYear());
}

/**
 * From the first to the last row, without weekdays and clock: `3 Jan 2000 – 17 Apr 2020`, `Mar 1958 – Apr 2020` where rows
 * are months; one of the two where they are the same.
 */
export function datesText(first: number, last: number, words: TimeWords): string {
  const [from, to] = isMonthly(words)
    ? [momentText(first, words), momentText(last, words)]
    : [dateText(first, !isSameYear(first, last) || dateText(first) === dateText(last)), dateText(last)];
  return from === to ? to : `${from}${dash}${to}`;
}

/** The last row of a stretch whose end is exclusive. */
export const lastRowOf = (end: number, words: TimeWords): number =>
  end - (words.dated && isDaily(words) ? (words.step ?? 0) * second : 1);

/** Between two ends that are more than a word each. */
const dash = " \u2013 ";

/** A stretch of time; the end is exclusive: `Tue 15 Oct, 16:00–20:00`, `Fri 4 Oct, 06:00 – Sun 6 Oct, 20:00`. */
export function spanText(start: number, end: number, words: TimeWords): string {
  if (!words.dated)
    return end - start <= 1
      ? momentText(start, words)
      : t({ en: "rows {0}–{1}", de: "Zeilen {0}–{1}" }, number(start + 1), number(end));
  if (isDaily(words)) return daySpanText(start, end, words);
  const sameDay = Math.floor(start / day) === Math.floor((end - 1) / day);
  if (end <= start) return momentText(start, words);
  if (sameDay)
    return `${dayText(start, words.years)}, ${clockText(start)}\u2013${end % day === 0 ? "24:00" : clockText(end)}`;
  return `${dayText(start, words.years && !isSameYear(start, end))}, ${clockText(start)}${dash}${dayText(end, words.years)}, ${clockText(end)}`;
}

function daySpanText(start: number, end: number, words: TimeWords): string {
  const last = end - (words.step ?? 0) * second;
  if (last <= start) return momentText(start, words);
  return `${momentText(start, { ...words, years: words.years && !isSameYear(start, last) })}${dash}${momentText(last, words)}`;
}

const isSameYear = (first: number, second: number): boolean =>
  new Date(first).getUTCFullYear() === new Date(second).getUTCFullYear();

/** How long: `4 h`, from 48 h `2.6 d`. */
export function lastedText(milliseconds: number, words: TimeWords): string {
  const unit = (value: number, digits: number, name: string): string =>
    `${number(value, Number.isInteger(value) ? 0 : digits)}${narrow}${name}`;
  if (!words.dated)
    return milliseconds === 1
      ? t({ en: "1 row", de: "1 Zeile" })
      : t({ en: "{0} rows", de: "{0} Zeilen" }, number(milliseconds));
  if (isMonthly(words)) return monthsText(Math.round(milliseconds / day / daysOfMonth));
  if (isDaily(words)) return unit(milliseconds / day, 1, t({ en: "d", de: "d" }));
  if (milliseconds < 60 * second) return unit(milliseconds / second, 0, t({ en: "s", de: "s" }));
  if (milliseconds < hour) return unit(milliseconds / 60 / second, 0, t({ en: "min", de: "min" }));
  if (milliseconds < 2 * day) return unit(milliseconds / hour, 1, t({ en: "h", de: "h" }));
  return unit(milliseconds / day, 1, t({ en: "d", de: "d" }));
}

const daysOfMonth = 30.44;
const monthsText = (count: number): string =>
  count === 1 ? t({ en: "1 month", de: "1 Monat" }) : t({ en: "{0} months", de: "{0} Monate" }, number(count));

/** A length of time in words: `8 weeks`, `6 years`. */
export function periodText(milliseconds: number): string {
  const days = milliseconds / day;
  if (days >= 730)
    return t(
      { en: "{0} years", de: "{0} Jahre" },
      number(days / 365.25, days < 3650 && Math.abs(days / 365.25 - Math.round(days / 365.25)) > 0.1 ? 1 : 0),
    );
  if (days >= 90) return monthsText(Math.round(days / daysOfMonth));
  if (days >= 21) return t({ en: "{0} weeks", de: "{0} Wochen" }, number(Math.round(days / 7)));
  if (days >= 3) return t(terms.someDays, number(Math.round(days)));
  return t({ en: "{0} hours", de: "{0} Stunden" }, number(Math.max(1, Math.round(days * 24))));
}

/** What the points of a cadence are called: `1,344 hours`, `2,167 days`, `500 rows`. */
export function pointsText(count: number, label: string | null): string {
  const many = number(count);
  switch (label) {
    case "hourly":
      return t({ en: "{0} hours", de: "{0} Stunden" }, many);
    case "daily":
    case "business-daily":
      return t(terms.someDays, many);
    case "weekly":
      return t({ en: "{0} weeks", de: "{0} Wochen" }, many);
    case "monthly":
      return t({ en: "{0} months", de: "{0} Monate" }, many);
    case "quarterly":
      return t({ en: "{0} quarters", de: "{0} Quartale" }, many);
    case "yearly":
      return t({ en: "{0} years", de: "{0} Jahre" }, many);
    default:
      return count === 1 ? t({ en: "1 row", de: "1 Zeile" }) : t({ en: "{0} rows", de: "{0} Zeilen" }, many);
  }
}

/** The three steps of severity, told by shape and fill. */
export function severityLevel(severity: number): "high" | "mid" | "low" {
  return severity >= 75 ? "high" : severity >= 50 ? "mid" : "low";
}

/** How many incidents, in words. */
export function incidentsText(count: number): string {
  return count === 1
    ? t({ en: "1 incident", de: "1 Vorfall" })
    : t({ en: "{0} incidents", de: "{0} Vorfälle" }, number(count));
}

/** How many moments, in words. */
export function momentsText(count: number): string {
  return count === 1
    ? t({ en: "1 moment", de: "1 Moment" })
    : t({ en: "{0} moments", de: "{0} Momente" }, number(count));
}

/**
 * What was found in a file, the same everywhere: `3 incidents` where there is one KPI, `2 moments in 3 KPIs` where there are
 * several. A moment that is not normal in several KPIs counts once.
 */
export function foundText({ kpis, moments }: Pick<Results, "kpis" | "moments">): string {
  if (kpis.length === 1) return incidentsText(kpis[0].incidents);
  const troubled = kpis.filter(({ incidents }) => incidents > 0).length;
  if (!troubled) return incidentsText(0);
  return troubled === 1
    ? t({ en: "{0} in 1 KPI", de: "{0} in 1 KPI" }, momentsText(moments))
    : t({ en: "{0} in {1} KPIs", de: "{0} in {1} KPIs" }, momentsText(moments), number(troubled));
}

/** A KPI by its name and segment: `North \u00b7 sales`, and `Store 1 \u00b7 sales` where the segment is only a number. */
export function seriesText(
  { kpi, series }: { readonly kpi: string; readonly series: string },
  key: string | null,
): string {
  return series === "" ? kpi : `${segmentText(series, key)} \u00b7 ${kpi}`;
}

/** The value of a key column, with the column's name before it where the value alone says nothing. */
export const segmentText = (series: string, key: string | null): string =>
  key && /^[\d.,/-]+$/.test(series) ? `${key} ${series}` : series;

/** The kinds of incident as a column shows them. */
export function kindText(kind: string): string {
  const texts: Readonly<Record<string, string>> = {
    spike: t({ en: "Spike", de: "Spitze" }),
    dip: t({ en: "Dip", de: "Einbruch" }),
    "level shift": t({ en: "Level shift", de: "Niveausprung" }),
    "trend break": t({ en: "Trend break", de: "Trendbruch" }),
    "variance burst": t({ en: "Variance burst", de: "Unruhe" }),
    "flat line": t({ en: "Flat line", de: "Stillstand" }),
    missing: t(terms.missing),
    "pattern break": t({ en: "Pattern break", de: "Musterbruch" }),
    "late course": t({ en: "Late", de: "Verspätet" }),
    "early course": t({ en: "Early", de: "Verfrüht" }),
  };
  return Object.hasOwn(texts, kind) ? texts[kind] : kind;
}
