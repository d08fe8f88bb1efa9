import { dateMilliseconds, fullYear, isoWeekMilliseconds } from "./calendar.js";
import { romanNumber } from "./roman-numerals.js";
import { monthNamed, type MonthName } from "./date-names.js";
import { trimDate } from "./date-text.js";
import { eraDay } from "./era-years.js";
import { namedOtherDay, type OtherCalendar } from "./other-calendars.js";
import { DateOrder, NumericDateReader, TimeParts } from "./numeric-date.js";

/** A date whose text leaves nothing open. */
export interface DateReading {
  /** Since 1970-01-01; NaN for a date that does not exist, such as week 54. */
  readonly milliseconds: number;
  /** For example `MMM DD, YYYY` or `ISO week YYYY-Www`; `MMM?` where the month's name is whole and short at once. */
  readonly format: string;
  /** Whether an offset or a zone is written. */
  readonly zoned: boolean;
  readonly languages: readonly string[];
  /** A month and a number of two digits, `24-Jan` or `Jan 9`: year or day, as the whole column has it. */
  readonly short?: ShortDate;
  /** The year was written as a Buddhist one. */
  readonly buddhist?: boolean;
  /** The year was written as one of the Republic of China, without a word that says so. */
  readonly minguo?: boolean;
  /** The calendar that its month or era belongs to. */
  readonly calendar?: OtherCalendar;
}

/** A month and a number that is a year of two digits or a day. */
export interface ShortDate {
  readonly month: number;
  readonly number: number;
  /** One digit alone, which no year is written with. */
  readonly single: boolean;
  readonly numberFirst: boolean;
}

/**
 * Reads dates with names or letters in them: `Jan 02, 2024`, `2. März 2024`, `10/Oct/2000:13:55:36 -0700`, `Mai 2021`,
 * `2024-W05`, `Q3 2024`, `2024M07`, `2024年1月5日`, `FY24-P03`. Null when it is no date. A month with a number of two digits is
 * read as a year of two digits; `short` says that it may be a day.
 */
export function readNamedDate(text: string, language?: string): DateReading | null {
  const { text: body, offset } = trimDate(text);
  if (body.length < 4 || body.length > 60) return null;
  const { day, time } = splitTime(body);
  const date = readDay(day, language);
  if (!date) return null;
  if (time === "") return date;
  const bytes = new TextEncoder().encode(time);
  if (!clock.read(bytes, 0, bytes.length) || clock.order !== DateOrder.time) return null;
  const milliseconds = date.milliseconds + clock.time - (offset ?? 0) * 60_000;
  return { ...date, milliseconds, format: `${date.format} ${timeFormat()}`, zoned: clock.zoned || offset !== null };
}

const clock = new NumericDateReader();

function timeFormat(): string {
  const seconds = clock.timeParts >= TimeParts.second ? ":ss" : "";
  return clock.twelveHours ? `hh:mm${seconds} A` : `HH:mm${seconds}`;
}

function splitTime(body: string): { day: string; time: string } {
  // `10/Oct/2000:13:55:36` of web servers.
  const text = body.replace(/^([^:]*\d{4}):(\d\d:\d\d)/, "$1 $2");
  const match = /^(.*?\S)(?:,? (?:at )?|T)(\d{1,2}:\d{2}.*|\d{1,2} ?[ap]\.?m\.?)$/i.exec(text);
  return match
    ? { day: match[1].replace(/,$/, ""), time: match[2].length === 4 ? `0${match[2]}` : match[2] }
    : { day: text, time: "" };
}

type Pattern = { readonly pattern: RegExp; read(match: RegExpExecArray, language?: string): DateReading | null };

const WORD = String.raw`(\p{L}[\p{L}\p{M}\u05f3\u2019\u0970]{1,15}\.?|[ก-๙]{1,3}\.[ก-๙]{1,3}\.?)`;
/** Words for week. */
const WEEKS = "W|wk|week|KW|CW|Woche|semaine|semana|settimana|uge|uke|vecka|týden|tydzień|hét";
const YEAR = String.raw`'?(\d{4}|\d{2})`;

/** From the most to the least telling. */
const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(`^${WORD}[ ./-]?(\\d{1,2})(?:st|nd|rd|th)?(,? |[-/, ])${YEAR}$`, "iu"),
    read: ([, name, day, gap, year], language) =>
      calendarDay(
        language,
        name,
        day,
        year,
        (month, d, y) => `${month}${gap.trim() === "" || gap.includes(",") ? " " : gap}${d}${gap}${y}`,
      ),
  },
  {
    pattern: new RegExp(
      `^(\\d{1,2})(?:st|nd|rd|th|er|º|[.,])?([ /-]*)(?:de |of |d[’'])?${WORD}[ ,./-]*(?:de |del )?${YEAR}$`,
      "iu",
    ),
    read: ([, day, gap, name, year], language) =>
      calendarDay(language, name, day, year, (month, d, y) => `${d}${gap}${month}${gap}${y}`),
  },
  {
    pattern: new RegExp(`^(\\d{4})([ ./-]*)${WORD}[ ./-]*(\\d{1,2})$`, "iu"),
    read: ([, year, gap, name, day], language) =>
      calendarDay(language, name, day, year, (month, d, y) => `${y}${gap}${month}${gap}${d}`),
  },
  {
    pattern: new RegExp(`^(\\d{4})[ .]+(\\d{1,2})\\.?([ .]*)${WORD}$`, "iu"),
    read: ([, year, day, gap, name], language) =>
      calendarDay(language, name, day, year, (month, d, y) => `${y} ${d}${gap}${month}`),
  },
  {
    pattern: new RegExp(`^${WORD}([ ./-]*)(\\d{1,2})$`, "iu"),
    read: ([, name, gap, number], language) =>
      shortDate(language, name, number, false, (month, y) => `${month}${gap || " "}${y}`),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})\\.?([ ./-]*)(?:de )?${WORD}$`, "iu"),
    read: ([, number, gap, name], language) =>
      shortDate(language, name, number, true, (month, y) => `${y}${gap}${month}`),
  },
  {
    pattern: new RegExp(`^${WORD}([ ./,-]*)(?:de )?${YEAR}$`, "iu"),
    read: ([, name, gap, year], language) =>
      calendarDay(language, name, "", year, (month, _, y) => `${month}${gap || " "}${y}`),
  },
  {
    pattern: new RegExp(`^(\\d{4})([ ./,-]*)${WORD}$`, "iu"),
    read: ([, year, gap, name], language) =>
      calendarDay(language, name, "", year, (month, _, y) => `${y}${gap}${month}`),
  },
  {
    pattern: new RegExp(`^(\\d{4})[ /-]*(?:${WEEKS})\\.? ?(\\d{1,2})(?:-?([1-7]))?$`, "i"),
    read: ([, year, week, day]) => isoWeek(year, week, day),
  },
  {
    pattern: new RegExp(`^(?:${WEEKS}|S)[ .]{0,2}(\\d{1,2})[ ,/-]+'?(\\d{4}|\\d{2})$`, "i"),
    read: ([, week, year]) => isoWeek(String(wholeYear(year)), week, undefined),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})\\.? ?(?:${WEEKS})\\.?[ ,/-]*'?(\\d{4})$`, "i"),
    read: ([, week, year]) => isoWeek(year, week, undefined),
  },
  {
    pattern: /^(\d{4})[ /-]*[QT]\.? ?([1-4])$/i,
    read: ([, year, quarter]) => part(year, Number(quarter) * 3 - 2, "YYYY-Qq"),
  },
  {
    pattern: /^[QT]\.? ?([1-4])[ ,/-]*'?(\d{4}|\d{2})$/i,
    read: ([, quarter, year]) => part(year, Number(quarter) * 3 - 2, "Qq YYYY"),
  },
  {
    pattern: /^([1-4])\.?[ -]?(?:Q|T|quarter|quartal|trimestre)[ ,/-]*'?(\d{4}|\d{2})$/i,
    read: ([, quarter, year]) => part(year, Number(quarter) * 3 - 2, "qQ YYYY"),
  },
  {
    pattern: /^v\.? ?(\d{1,2})[ ,/-]+(\d{4})$/,
    read: ([, week, year]) => isoWeek(year, week, undefined),
  },
  {
    pattern: /^(\d{2})-?W(\d{2})$/i,
    read: ([, year, week]) => isoWeek(String(wholeYear(year)), week, undefined),
  },
  {
    pattern: /^(?:(first|1st)|(second|2nd)|(third|3rd)|fourth|4th) quarter(?:,? | of )(\d{4})$/i,
    read: ([, first, second, third, year]) => part(year, first ? 1 : second ? 4 : third ? 7 : 10, "Qq YYYY"),
  },
  {
    pattern: /^(\d{4})[/-]\d{2,4}[ /-]*Q([1-4])$/i,
    read: ([, year, quarter]) => part(year, Number(quarter) * 3 - 2, "FYYYY-Qq"),
  },
  {
    pattern: /^([12])\.? ?(?:H|HJ|Halbjahr|half|semestre|półrocze|pololetí|полугодие)[ ,/-]*'?(\d{4}|\d{2})$/i,
    read: ([, half, year]) => part(year, Number(half) * 6 - 5, "Hh YYYY"),
  },
  {
    pattern:
      /^([IVX]{1,3})[. ]{1,2}(?:Q|quarter|Quartal|Q\.|trimestre|trim\.?|kwartał|kw\.?|kvartal|kvartál|čtvrtletí|квартал|кв\.?|negyedév)[ ,/]*(\d{4})$/i,
    read: ([, numeral, year]) => quarterOf(numeral, year),
  },
  {
    pattern: /^(\d{1,2})([ ./-]{1,2})([IVX]{1,4})\.?[ ./-]+(\d{4})$/,
    read: ([, day, gap, numeral, year]) => {
      const month = romanNumber(numeral);
      const sign = gap.trim() || " ";
      return month === 0 ? null : plain(dateMilliseconds(Number(year), month, Number(day)), `D${sign}RM${sign}YYYY`);
    },
  },
  { pattern: /^(\d{4})[ /-]*H([12])$/i, read: ([, year, half]) => part(year, Number(half) * 6 - 5, "YYYY-Hh") },
  { pattern: /^H([12])[ /-]*(\d{4})$/i, read: ([, half, year]) => part(year, Number(half) * 6 - 5, "Hh YYYY") },
  {
    pattern: /^FY ?'?(\d{4}|\d{2})(?:[/-]\d{2,4})?[ /_-]*(?:P|M|PD|Period|Per\.?) ?(\d{1,2})$/i,
    read: ([, year, period]) => part(year, Number(period), "FYYYY-Pmm"),
  },
  {
    pattern: /^(?:P|M|PD|Period|Per\.?) ?(\d{1,2})[ ,/_-]*FY ?'?(\d{4}|\d{2})(?:[/-]\d{2,4})?$/i,
    read: ([, period, year]) => part(year, Number(period), "FYYYY-Pmm"),
  },
  {
    pattern: /^(?:P|PD|Period|Per\.?) ?(\d{1,2})[ ./_-]+(\d{4})$/i,
    read: ([, period, year]) => part(year, Number(period), "FYYYY-Pmm"),
  },
  {
    pattern: /^(\d{1,2}) ?[月월],? ?(\d{4})년?$/,
    read: ([, month, year]) => part(year, Number(month), "M月 YYYY"),
  },
  {
    pattern: /^(\d{4})[ ./_-]*P(\d{2})$/i,
    read: ([, year, period]) => part(year, Number(period), "FYYYY-Pmm"),
  },
  {
    pattern: /^FY ?'?(\d{4}|\d{2})(?:[/-]\d{2,4})?[ /_-]*Q([1-4])$/i,
    read: ([, year, quarter]) => part(year, Number(quarter) * 3 - 2, "FYYYY-Qq"),
  },
  {
    pattern: /^Q([1-4])[ ,/_-]*FY ?'?(\d{4}|\d{2})(?:[/-]\d{2,4})?$/i,
    read: ([, quarter, year]) => part(year, Number(quarter) * 3 - 2, "FYYYY-Qq"),
  },
  { pattern: /^FY ?'?(\d{4}|\d{2})(?:[/-]\d{2,4})?$/i, read: ([, year]) => part(year, 1, "FYYYY") },
  {
    pattern: /^(?:(\d{1,2}) )?(?:tháng|thg) ?(\d{1,2})[ ,/]*(?:năm )?(\d{4})$/i,
    read: ([, day, month, year]) =>
      plain(dateMilliseconds(Number(year), Number(month), Number(day ?? 1)), day ? "D tháng M YYYY" : "tháng M YYYY"),
  },
  { pattern: /^(\d{4})[ /-]*M(\d{1,2})$/i, read: ([, year, month]) => part(year, Number(month), "YYYY-Mmm") },
  {
    pattern: /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?$/,
    read: ([, year, month, day]) =>
      plain(dateMilliseconds(Number(year), Number(month), Number(day ?? 1)), day ? "YYYY年M月D日" : "YYYY年M月"),
  },
];

function readDay(text: string, language: string | undefined): DateReading | null {
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(text);
    const date = match && read(match, language);
    if (date) return date;
  }
  const other = namedOtherDay(text);
  if (other) return { ...plain(other.milliseconds, other.format), calendar: other.calendar };
  const era = eraDay(text);
  return era && { ...plain(era.milliseconds, era.format), ...(era.open ? { minguo: true } : {}) };
}

/** Years from here on are Buddhist ones beside a Thai month. */
const THAI_YEARS = 2443;

function calendarDay(
  language: string | undefined,
  name: string,
  day: string,
  year: string,
  format: (month: string, day: string, year: string) => string,
): DateReading | null {
  const named = monthNamed(name, language);
  if (!named) return null;
  // Thai months stand beside years of the Buddhist calendar.
  const thai = named.languages.every((each) => each === "Thai");
  const written = thai && year.length === 2 ? 2500 + Number(year) : wholeYear(year);
  const buddhist = thai && written >= THAI_YEARS;
  const milliseconds = dateMilliseconds(written - (buddhist ? 543 : 0), named.month, day === "" ? 1 : Number(day));
  return {
    ...(buddhist ? { buddhist } : {}),
    milliseconds,
    format: format(monthToken(name, named), day.length === 1 ? "D" : "DD", year.length === 2 ? "YY" : "YYYY"),
    zoned: false,
    languages: named.languages,
  };
}

function shortDate(
  language: string | undefined,
  name: string,
  number: string,
  numberFirst: boolean,
  format: (month: string, year: string) => string,
): DateReading | null {
  const named = monthNamed(name, language);
  if (!named) return null;
  return {
    milliseconds: dateMilliseconds(fullYear(Number(number)), named.month, 1),
    format: format(monthToken(name, named), "YY"),
    zoned: false,
    languages: named.languages,
    short: { month: named.month, number: Number(number), single: number.length === 1, numberFirst },
  };
}

function monthToken(name: string, { full }: MonthName): string {
  return !full ? "MMM" : name.replace(".", "").length <= 4 ? "MMM?" : "MMMM";
}

function isoWeek(year: string, week: string, day: string | undefined): DateReading {
  return plain(
    isoWeekMilliseconds(Number(year), Number(week), Number(day ?? 1)),
    day ? "ISO week YYYY-Www-d" : "ISO week YYYY-Www",
  );
}

function quarterOf(numeral: string, year: string): DateReading | null {
  const quarter = romanNumber(numeral.toUpperCase());
  return quarter >= 1 && quarter <= 4 ? part(year, quarter * 3 - 2, "Qq YYYY") : null;
}

function part(year: string, month: number, format: string): DateReading {
  return plain(dateMilliseconds(wholeYear(year), month, 1), format);
}

function plain(milliseconds: number, format: string): DateReading {
  return { milliseconds, format, zoned: false, languages: [] };
}

function wholeYear(year: string): number {
  return year.length === 2 ? fullYear(Number(year)) : Number(year);
}
