import { NUMERIC_DATES, plausibleShare, readNumericDates, type NumericDate } from "../dates/numeric-time.js";
import type { RawColumn } from "../columns/read-columns.js";

/** A column that can be read as the date, and how convincing that is. */
export interface DateCandidate {
  readonly column: number;
  readonly format: string;
  readonly zone: "instant" | "naive";
  readonly values: Float64Array;
  /** Whether the cells hold a time of day. */
  readonly hasTime: boolean;
  /** Years alone: everything else is better. */
  readonly yearOnly: boolean;
  readonly score: number;
}

const EXACT =
  /^(date|dates|datetime|date[ _-]?time|timestamp|time[ _-]?stamp|time|ts|ds|dt|day|datum|fecha|data|tarih|dato|zeit|zeitstempel|zeitpunkt|jour|giorno|dia|día|dag|pvm|日付|日期|时间|дата|month|monat|mois|mes|mese|week|woche|period|quarter|year|jahr|année|año|ano|anno|y{2,4}[ _./-]?m{1,2}([ _./-]?d{1,2})?|d{1,2}[ _./-]?m{1,2}[ _./-]?y{2,4}|j{2,4}[ _./-]?m{1,2}[ _./-]?t{1,2}|年月日|년월일|날짜|日时|日時|วันที่|fecha[ _-]?hora|tanggal|tarih|ngày|datums|päivä|päivämäärä|kuupäev|dátum)$/i;
const PART = /date|time|stamp|datum|fecha|zeit|epoch|day|month|week|period|jahr|year|tag\b|_at$|_on$|_dt$|^dt_/i;
const YEAR =
  /^(.*[ _-])?(year|yr|jahr|année|annee|año|ano|anno|jaar|år|rok|yil|yıl|fy|gjahr|geschäftsjahr|wirtschaftsjahr|exercice|ejercicio|season|y{1,2}|y{4}|jjjj|aaaa|год|年|年份|năm)$/i;

const WEEK = /week|woche|\bkw\b|^kw|semaine|semana|settimana|vecka|\buke\b|viikko|tydzień|týden|неделя|周|週|주차/i;

/** How much a name says "date": 1 for names such as `Date` or `timestamp`, less for names that hold such a word. */
export function dateHint(name: string): number {
  return EXACT.test(name.trim()) ? 1 : PART.test(name) ? 0.6 : 0;
}

/** Whether a name says "year". */
export function yearHint(name: string): boolean {
  return YEAR.test(name.trim());
}

/** Whether dates of this format are years of a business and nothing shorter. */
export function isBusinessYear(format: string): boolean {
  return format === "FYYYY" || format === "YYYY/YY";
}

/** All columns that can be the date, the most convincing first. */
export function dateCandidates(
  names: readonly string[],
  columns: readonly RawColumn[],
  records: number,
): DateCandidate[] {
  const found: DateCandidate[] = [];
  columns.forEach((column, c) => {
    if (column.kind === "date" && !column.readings.timeOnly) {
      const { values, format, zone, hasTime, readable, missing } = column.readings;
      const share = readable / Math.max(1, records - missing);
      const score =
        share * 2 +
        dateHint(names[c]) +
        0.5 +
        distinctShare(values) * 0.5 +
        (hasTime ? 0.2 : 0) -
        missing / records -
        c * 0.001;
      found.push({ column: c, format, zone, values, hasTime, yearOnly: isBusinessYear(format), score });
    }
    if (column.kind === "number") {
      const candidate = numericCandidate(names[c], column.readings.values, c);
      if (candidate) found.push(candidate);
    }
  });
  return found.sort((a, b) => b.score - a.score);
}

/** Formats of numbers, which no text of tokens describes. */
export function isNumericFormat(format: string): boolean {
  return /^(epoch_(s|ms|us|ns)|dotnet_ticks|excel_serial)\b/.test(format);
}

/**
 * Reads a numeric column as dates because the user says it is one, or names the format. Null when its numbers are no dates;
 * the score is the share of those that are plausible.
 */
export function forcedNumericCandidate(values: Float64Array, column: number, format?: string): DateCandidate | null {
  const named = NUMERIC_DATES.find(
    (date) => format !== undefined && (date.format === format || format.startsWith(`${date.format} `)),
  );
  const shares = NUMERIC_DATES.map((date) => plausibleShare(values, date));
  const best = named ? NUMERIC_DATES.indexOf(named) : shares.indexOf(Math.max(...shares));
  if (!named && shares[best] < 0.5) return null;
  return asCandidate(NUMERIC_DATES[best], values, column, shares[best]);
}

function numericCandidate(name: string, values: Float64Array, column: number): DateCandidate | null {
  if (!mayBeDates(values)) return null;
  const hint = dateHint(name);
  for (const date of NUMERIC_DATES) {
    if (plausibleShare(values, date) < 0.9 || (date.format === "epoch_ns" && /ticks?$/i.test(name.trim()))) continue;
    const distinct = distinctShare(values);
    const orderly = inOrder(values) && distinct > 0;
    const first = column === 0 || name.startsWith("column_");
    if (date.format === "YYYY") {
      if (yearHint(name) || (first && orderly && distinct > 0.99 && stepsAre(values, [1])))
        return asCandidate(date, values, column, 1);
      continue;
    }
    // A number of eight digits is rarely a date; in order, under the name of one, it is no chance.
    if (/^(DDMM|MMDD)YYYY$/.test(date.format)) {
      if (!(hint > 0 && distinct > 0.5 && inOrder(readNumericDates(values, date)))) continue;
    }
    if (date.format === "YYMMDD" && !(hint === 1 && orderly && distinct > 0.5)) continue;
    if (
      date.format === "excel_serial" &&
      !(
        (hint === 1 && inOrder(values)) ||
        (first && orderly && stepsAre(values, [1, 7])) ||
        (hint > 0 && stepsAre(values, [1, 7]))
      )
    )
      continue;
    if (date.format.startsWith("minguo") && !(hint > 0 && orderly && distinct > 0.5)) continue;
    // The first days of one year are days; the first of several are periods.
    if (date.format === "YYYYPPP" && !(orderly && hint > 0 && yearsOf(values) > 1)) continue;
    if (date.format === "YYYYDDD" && !((hint === 1 && orderly) || (first && orderly && stepsAre(values, [1]))))
      continue;
    if (date.format === "YYYYWW" && !(WEEK.test(name.trim()) || hint === 1 || (first && orderly))) continue;
    if (date.format === "YYYYMM" && WEEK.test(name.trim())) continue;
    if (date.format === "YYYYMM" && !(hint > 0 || (first && orderly))) continue;
    if (date.telling && !(hint > 0 || (first && orderly) || (date.format.startsWith("YYYYMMDD") && distinct > 0.5)))
      continue;
    return asCandidate(date, values, column, 1 + hint + distinct * 0.5 + (first ? 0.2 : 0));
  }
  return null;
}

/** Numbers that are looked at first. */
const FIRST = 40;

/** Whether the first numbers could be dates at all: no form of them is small, and only serial days and epochs have fractions. */
function mayBeDates(values: Float64Array): boolean {
  let seen = 0;
  for (let i = 0; i < values.length && seen < FIRST; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    seen++;
    if (value > 100 && (value >= 20_000 || Number.isInteger(value))) return true;
  }
  return false;
}

function asCandidate(date: NumericDate, values: Float64Array, column: number, score: number): DateCandidate {
  const times = readNumericDates(values, date);
  return {
    column,
    format: date.format,
    zone: date.zone,
    values: times,
    yearOnly: date.format === "YYYY",
    hasTime: date.zone === "instant" || times.some((time) => time % 86_400_000 !== 0),
    score: score - column * 0.001,
  };
}

function yearsOf(values: Float64Array): number {
  return new Set(Array.from(values.subarray(0, 5000), (value) => Math.floor(value / 1000))).size;
}

/** Of the first rows. */
function distinctShare(values: Float64Array): number {
  const looked = values.subarray(0, 5000);
  return looked.length === 0 ? 0 : new Set(looked).size / looked.length;
}

/** Nine of ten steps go the same way, or stay. */
function inOrder(values: Float64Array): boolean {
  let up = 0;
  let down = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i] > values[i - 1]) up++;
    else if (values[i] < values[i - 1]) down++;
  }
  return Math.max(up, down) * 10 >= (up + down) * 9;
}

/** Most steps, forwards or backwards, are of these sizes. */
function stepsAre(values: Float64Array, sizes: readonly number[]): boolean {
  let fitting = 0;
  for (let i = 1; i < values.length; i++) if (sizes.includes(Math.abs(values[i] - values[i - 1]))) fitting++;
  return fitting * 10 >= (values.length - 1) * 7;
}
