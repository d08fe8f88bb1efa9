import { DateCells } from "../dates/date-cells.js";
import { monthNamed } from "../dates/date-names.js";
import { NUMERIC_DATES } from "../dates/numeric-time.js";
import { romanNumber } from "../dates/roman-numerals.js";
import { weekdayNamed } from "../dates/weekday-names.js";
import { isMissing } from "../numbers/number-text.js";
import { plainCharacters } from "../numbers/plain-characters.js";

/** Names of columns that say which part of the time they hold. */
export interface NamedPlaces {
  /** Which of the names. */
  readonly at: readonly number[];
  /** What each of them says. */
  readonly places: readonly number[];
}

type Dated = NamedPlaces & { readonly format: string };

/** Dates, months with their year, or years, as words or as numbers that spreadsheets and databases write. */
export function datedNames(names: readonly string[]): Dated | null {
  const plain = names.map((name) => name.replace(/^[XYF](?=\d{4}$)/, "").replace(/ \[YR\d{4}\]$/, ""));
  const numbered = numberedDates(plain);
  if (numbered) return numbered;
  const readings = readNames(plain);
  return readings.timeOnly ? null : { ...known(readings.values), format: readings.format };
}

/** Forms of whole dates as one number, in which nearly all of the names have to be. */
const NUMBERED = ["YYYYMMDD", "YYYYMM", "excel_serial"];

function numberedDates(names: readonly string[]): Dated | null {
  const numbers = names.map((name) => (/^\d{5,8}$/.test(name) ? Number(name) : NaN));
  const dates = NUMERIC_DATES.filter(({ format }) => NUMBERED.includes(format));
  const date = dates.find(({ plausible }) => numbers.filter(plausible).length * 5 >= names.length * 4);
  return date
    ? {
        ...known(Float64Array.from(numbers, (number) => (date.plausible(number) ? date.read(number) : NaN))),
        format: date.format,
      }
    : null;
}

/** Times of day, and intervals of them by their start: `00:15`, `12 AM`, `14 Uhr`, `00:00-01:00`, `00-01`. */
export function clockNames(names: readonly string[]): Dated | null {
  const starts = names.map(intervalOfDay);
  const intervals = known(Float64Array.from(starts, (start) => start ?? NaN));
  if (intervals.at.length * 5 >= names.length * 4) return { ...intervals, format: "HH:mm-HH:mm" };
  const readings = readNames(names);
  return readings.timeOnly ? { ...known(readings.values), format: readings.format } : null;
}

const INTERVAL =
  /^(?:h|hour|hr|std\.?|stunde)? ?(\d{1,2})(?:[:.h]?(\d\d))? ?(?:-|–|—|to|bis|à|a|_) ?(\d{1,2})(?:[:.h]?(\d\d))? ?(?:h|uhr|hrs)?$/i;

function intervalOfDay(name: string): number | null {
  const match = INTERVAL.exec(plainCharacters(name).trim());
  if (!match) return null;
  const [hour, minute, end, endMinute] = match.slice(1).map((part) => Number(part ?? 0));
  const [from, to] = [hour * 60 + minute, end * 60 + endMinute];
  const length = (to - from + 1440) % 1440;
  return hour < 24 && end <= 24 && minute < 60 && endMinute < 60 && length > 0 && length <= 120 ? from * 60_000 : null;
}

/** A month by its name in any language, in Roman numerals or as `M01` and `1月`; 0 for other words. */
function monthOf(name: string): number {
  const named = monthNamed(name)?.month ?? romanNumber(name);
  return named > 0
    ? named
    : Number(/^(?:M|P|Mon|Month|Monat|Mes|Mois)?[ _-]?0?(\d{1,2})[月월]?$/i.exec(name)?.[1] ?? 0);
}

/** So many months or weeks in turn are no chance. */
const LEAST_IN_TURN = 6;

/** Six months or more in turn, from any of them on, over the end of the year too. */
export function monthsInTurn(names: readonly string[]): NamedPlaces | null {
  return inTurn(names, 12, monthOf);
}

/** The same of weeks with a word that says so. */
export function weeksInTurn(names: readonly string[]): NamedPlaces | null {
  return inTurn(names, 53, weekOf);
}

/** Places go on behind the end of the year: January behind December is 13. */
function inTurn(names: readonly string[], most: number, numberOf: (name: string) => number): NamedPlaces | null {
  const numbers = names.map((name) => numberOf(name.trim()));
  const at = numbers.flatMap((number, i) => (number >= 1 && number <= most ? [i] : []));
  const first = numbers[at[0]];
  if (at.length < LEAST_IN_TURN || at.length > most) return null;
  const places = at.map((i) => (numbers[i] < first ? numbers[i] + most : numbers[i]));
  // A year may have no week 53.
  const missing = places.reduce((sum, place, i) => sum + (i === 0 ? 0 : Math.abs(place - places[i - 1] - 1)), 0);
  return missing === 0 || (most === 53 && missing === 1 && at.length > 1 && places.at(-1)! > most)
    ? { at, places }
    : null;
}

/** January to December, by their names in any language, in Roman numerals or as `M01` and `1月`. */
export function monthNames(names: readonly string[]): NamedPlaces | null {
  return wholeSet(names, 12, monthOf);
}

/** The four quarters of a year: `Q1`, `1. Quartal`, `T1`, `I`, `1Q`. */
export function quarterNames(names: readonly string[]): NamedPlaces | null {
  return wholeSet(names, 4, (name) => {
    const match =
      /^(?:(?:Q|T|Qtr|Quarter|Quartal|Trimestre|KV)[. _-]?([1-4])|([1-4])(?:st|nd|rd|th|\.|er|º|ª)?[ _-]?(?:Q|T|Qtr|Quarter|Quartal|Trimestre|kvartal|kwartał|квартал|분기|季度)\.?|第([1-4一二三四])(?:四半期|季度))$/i.exec(
        name,
      );
    const written = match?.[1] ?? match?.[2] ?? match?.[3];
    if (written === undefined) return /^(?:IV|I{1,3})$/.test(name) ? romanNumber(name) : 0;
    return Number(written) || "一二三四".indexOf(written) + 1;
  });
}

const WEEK =
  /^(?:(?:W|wk|week|KW|CW|Woche|S|Sem|semaine|semana|settimana|uge|uke|vecka|v)\.?[ _-]?0?(\d{1,2})|(\d{1,2})\.? ?(?:KW|Woche|week|hét|týden|周|週))$/i;

function weekOf(name: string): number {
  const match = WEEK.exec(name);
  return Number(match?.[1] ?? match?.[2] ?? 0);
}

/** Weeks of a year with a word that says so: `W01`, `KW 1`, `Week 1`, `1. KW`. */
export function weekNames(names: readonly string[]): NamedPlaces | null {
  return wholeSet(names, 53, weekOf) ?? wholeSet(names, 52, weekOf);
}

/** Seven weekdays, or those from Monday to Friday or Saturday, by their names in any language, from any of them on. */
export function weekdayNames(names: readonly string[]): NamedPlaces | null {
  const days = names.map((name) => weekdayNamed(plainCharacters(name)));
  const at = days.flatMap((day, i) => (day > 0 ? [i] : []));
  const places = at.map((i) => days[i]);
  if (at.length < 5 || at.length > 7 || new Set(places).size < at.length) return null;
  const inTurn = places.every((day, i) => i === 0 || day === (places[i - 1] % 7) + 1);
  return inTurn ? { at, places } : null;
}

const NUMBERED_NAME =
  /^(?:h|hr|hour|he|hh|hlf|std|stunde|p|period|int|interval|sp|ptu|mtu|q|qh|slot|t|kwh|mwh|v|val|value|wert|d|day|tag|dia|día|jour|giorno|dag)?[ _.-]?0*(\d{1,3})[.日일]?$/i;

/** Names that are numbers following each other, bare or behind the same word of time or value. */
export function consecutiveNames(names: readonly string[]): NamedPlaces | null {
  const numbers = names.map((name) => Number(NUMBERED_NAME.exec(name)?.[1] ?? NaN));
  const { at, places } = known(Float64Array.from(numbers));
  if (at.length < 2 || places.some((number, i) => number !== places[0] + i)) return null;
  const words = new Set(at.map((i) => names[i].replace(/[\d ._-]+.?$/, "")));
  return words.size === 1 ? { at, places } : null;
}

/** Names that are 1 to `count`, in this order; null where one is missing. */
function wholeSet(names: readonly string[], count: number, numberOf: (name: string) => number): NamedPlaces | null {
  const numbers = names.map((name) => numberOf(name.trim()));
  const at = numbers.flatMap((number, i) => (number >= 1 && number <= count ? [i] : []));
  if (at.length !== count || at.some((i, n) => numbers[i] !== n + 1)) return null;
  return { at, places: at.map((i) => numbers[i]) };
}

function known(values: Float64Array): NamedPlaces {
  const at = [...values.keys()].filter((i) => !Number.isNaN(values[i]));
  return { at, places: at.map((i) => values[i]) };
}

/** Reads names as the cells of one column of dates. */
function readNames(names: readonly string[]): ReturnType<DateCells["finish"]> {
  const cells = new DateCells(names.length);
  const encoder = new TextEncoder();
  names.forEach((name, i) => {
    const bytes = encoder.encode(name.trim());
    cells.add(bytes, 0, bytes.length, i);
  });
  return cells.finish(names.length, isMissing, false);
}
