import { plainCharacters } from "../numbers/plain-characters.js";
import { DAY } from "./calendar.js";

/** A calendar whose years are those of no other in use: 1403 and 1446 began in 2024. */
export type OtherCalendar = "persian" | "islamic";

/** A day of such a calendar. */
export interface OtherDay {
  readonly calendar: OtherCalendar;
  readonly milliseconds: number;
  readonly format: string;
}

/** Years of both that are 1900 to 2100. */
export const OTHER_YEARS: { readonly first: number; readonly last: number } = { first: 1278, last: 1524 };
/** Where nothing else decides: years up to here are Persian (until 2041), those beyond Islamic (from 2000 on). */
const LAST_PERSIAN = 1420;

interface Knowledge {
  readonly name: string;
  /** The first day of the first year, and days of a mean year. */
  readonly zero: number;
  readonly year: number;
  readonly months: readonly string[];
}

/** Months in their own scripts and as English and Turkish write them, spellings by bars, without marks and spaces. */
const CALENDARS: Readonly<Record<OtherCalendar, Knowledge>> = {
  persian: {
    name: "persian",
    zero: Date.UTC(622, 2, 22),
    year: 365.2422,
    months: [
      "فروردین|farvardin",
      "اردیبهشت|ordibehesht",
      "خرداد|khordad",
      "تیر|tir",
      "مرداد|امرداد|mordad",
      "شهریور|shahrivar",
      "مهر|mehr",
      "آبان|aban",
      "آذر|azar",
      "دی|dey",
      "بهمن|bahman",
      "اسفند|esfand",
    ],
  },
  islamic: {
    name: "islamic-umalqura",
    zero: Date.UTC(622, 6, 19),
    year: 354.367,
    months: [
      "محرم|muharram|muharrem",
      "صفر|safar|safer",
      "ربيعالأول|ربيعالاول|ربیعالاول|rabii|rabialawwal|rebiülevvel",
      "ربيعالآخر|ربيعالثاني|ربیعالثانی|rabiii|rabialthani|rebiülahir",
      "جمادىالأولى|جمادىالاولى|جمادیالاول|jumadai|jumadaalawwal|cemaziyelevvel",
      "جمادىالآخرة|جمادىالثانية|جمادیالثانی|jumadaii|jumadaalthani|cemaziyelahir",
      "رجب|rajab|recep",
      "شعبان|shaban|şaban",
      "رمضان|ramadan|ramazan",
      "شوال|shawwal|şevval",
      "ذوالقعدة|ذيالقعدة|ذیقعده|dhulqidah|zilkade",
      "ذوالحجة|ذيالحجة|ذیحجه|dhulhijjah|zilhicce",
    ],
  },
};

const NAMES: ReadonlyMap<string, { readonly calendar: OtherCalendar; readonly month: number }> = new Map(
  (["persian", "islamic"] as const).flatMap((calendar) =>
    CALENDARS[calendar].months.flatMap((spellings, month) =>
      spellings.split("|").map((name) => [bare(name), { calendar, month: month + 1 }] as const),
    ),
  ),
);

const formatters = new Map<OtherCalendar, Intl.DateTimeFormat>();
const starts = new Map<string, number>();

/** Midnight of a day of such a calendar; NaN where it has no such day. Months begin where `Intl` has them. */
export function otherDay(calendar: OtherCalendar, year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > 31) return NaN;
  const start = monthStart(calendar, year, month);
  const end = month === 12 ? monthStart(calendar, year + 1, 1) : monthStart(calendar, year, month + 1);
  const found = start + (day - 1) * DAY;
  return found < end ? found : NaN;
}

/** Whether the years are rather Persian or Islamic ones, where days and steps leave it open. */
export function calendarOfYear(latest: number): OtherCalendar {
  return latest <= LAST_PERSIAN ? "persian" : "islamic";
}

function monthStart(calendar: OtherCalendar, year: number, month: number): number {
  const key = `${calendar} ${year} ${month}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const { zero, year: length } = CALENDARS[calendar];
  let guess = zero + Math.round((year - 1) * length + ((month - 1) * length) / 12 + 2) * DAY;
  let found = NaN;
  for (let tries = 0; tries < 8; tries++) {
    const at = partsOf(calendar, guess);
    const off = (year - at.year) * 12 + month - at.month;
    if (off === 0) {
      found = guess - (at.day - 1) * DAY;
      break;
    }
    guess += off * 29 * DAY + Math.sign(off) * DAY;
  }
  starts.set(key, found);
  return found;
}

function partsOf(calendar: OtherCalendar, time: number): { year: number; month: number; day: number } {
  let formatter = formatters.get(calendar);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(`en-u-ca-${CALENDARS[calendar].name}-nu-latn`, {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    formatters.set(calendar, formatter);
  }
  const parts = formatter.formatToParts(time);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return { year: part("year"), month: part("month"), day: part("day") };
}

/** Letters alone: months are written with and without marks, hyphens and spaces. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{Ll}\p{Lo}]/gu, "");
}

const ERA: readonly (readonly [OtherCalendar, RegExp])[] = [
  ["islamic", /\s?(?:a\.?h\.?|هـ|ه\.? ?ق\.?|هجري(?:ة)?)$/iu],
  ["persian", /\s?(?:a\.?p\.?|s\.?h\.?|هـ\.? ?ش\.?|ه\.? ?ش\.?|ش\.?)$/iu],
];
const NUMBERS = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const NUMBERS_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const DAY_FIRST = /^(\d{1,2}) ?[,،]? ?([^\d,،]{2,24}?)[,،]? ?(\d{4})$/u;
const MONTH_FIRST = /^([^\d,،]{2,24}?) ?(\d{1,2}),? (\d{4})$/u;
const YEAR_FIRST = /^(\d{4}) ?([^\d,،]{2,24}?) ?(\d{1,2})$/u;
const MONTH_ALONE = /^([^\d,،]{2,24}?) ?(\d{4})$/u;

/** `19 جمادى الآخرة 1445`, `11 Dey 1402`, `1445/06/19 هـ`: days that say by a month or an era which calendar is theirs. */
export function namedOtherDay(text: string): OtherDay | null {
  const body = plainCharacters(text).trim();
  const era = ERA.find(([, mark]) => mark.test(body));
  const rest = era ? body.replace(era[1], "").trim() : body;
  if (era) {
    const first = NUMBERS.exec(rest);
    if (first) return found(era[0], first[1], Number(first[3]), first[4], `YYYY${first[2]}MM${first[2]}DD`);
    const last = NUMBERS_LAST.exec(rest);
    if (last) return found(era[0], last[4], Number(last[3]), last[1], `DD${last[2]}MM${last[2]}YYYY`);
  }
  const dayFirst = DAY_FIRST.exec(rest);
  if (dayFirst) return named(dayFirst[2], dayFirst[3], dayFirst[1], "D MMMM YYYY");
  const monthFirst = MONTH_FIRST.exec(rest);
  if (monthFirst) return named(monthFirst[1], monthFirst[3], monthFirst[2], "MMMM D, YYYY");
  const yearFirst = YEAR_FIRST.exec(rest);
  if (yearFirst) return named(yearFirst[2], yearFirst[1], yearFirst[3], "YYYY MMMM D");
  const alone = MONTH_ALONE.exec(rest);
  return alone ? named(alone[1], alone[2], "1", "MMMM YYYY") : null;
}

function named(name: string, year: string, day: string, format: string): OtherDay | null {
  const known = NAMES.get(bare(name));
  return known ? found(known.calendar, year, known.month, day, format) : null;
}

function found(calendar: OtherCalendar, year: string, month: number, day: string, format: string): OtherDay | null {
  if (Number(year) < OTHER_YEARS.first || Number(year) > OTHER_YEARS.last) return null;
  return { calendar, milliseconds: otherDay(calendar, Number(year), month, Number(day)), format };
}
