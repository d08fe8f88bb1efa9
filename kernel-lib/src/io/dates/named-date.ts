import { dateMilliseconds, fullYear, isoWeekMilliseconds } from "./calendar.js";
import { monthNamed, WEEKDAY, ZONE_OFFSETS, type MonthName } from "./date-names.js";
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
}

/** Spaces of every kind made one, weekday in front and zone in words behind taken off. */
export interface TrimmedDate {
  readonly text: string;
  /** Minutes east of UTC that the zone's name stands for; null without one. */
  readonly offset: number | null;
}

/** Takes from a date's text what says nothing about the calendar day. */
export function trimDate(text: string): TrimmedDate {
  let body = text
    .replace(/[\s\u00a0\u2007\u202f]+/g, " ")
    .trim()
    .replace(/^["']|["']$/g, "");
  body = body.replace(/\s*(\[[\w/+-]+\]|\([\w\s/+-]+\))$/, "").replace(WEEKDAY, "");
  // 31. 1. 2024, 2024. 01. 31., [2024-01-31 13:05]
  body = body
    .replace(/(\d)\. (?=\d)/g, "$1.")
    .replace(/(\d)\.$/, "$1")
    .replace(/^\[(.*)\]$/, "$1");
  const zone = /^(.*\d)\s+([a-z]{3,4})$/i.exec(body);
  const offset = zone ? ZONE_OFFSETS.get(zone[2].toLowerCase()) : undefined;
  return offset === undefined ? { text: body, offset: null } : { text: zone![1], offset };
}

/**
 * Reads dates with names or letters in them: `Jan 02, 2024`, `2. März 2024`, `10/Oct/2000:13:55:36 -0700`, `Mai 2021`,
 * `2024-W05`, `Q3 2024`, `2024M07`, `2024年1月5日`. Null when it is no date.
 */
export function readNamedDate(text: string): DateReading | null {
  const { text: body, offset } = trimDate(text);
  if (body.length < 4 || body.length > 60) return null;
  const { day, time } = splitTime(body);
  const date = readDay(day);
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
  // `Jan 1 00:00:00 2024` of the C library, `10/Oct/2000:13:55:36` of web servers.
  const text = body
    .replace(/^(.*\S) (\d\d:\d\d:\d\d) (\d{4})$/, "$1 $3 $2")
    .replace(/^([^:]*\d{4}):(\d\d:\d\d)/, "$1 $2");
  const match = /^(.*?\S)(?:,? (?:at )?|T)(\d{1,2}:\d{2}.*|\d{1,2} ?[ap]\.?m\.?)$/i.exec(text);
  return match
    ? { day: match[1].replace(/,$/, ""), time: match[2].length === 4 ? `0${match[2]}` : match[2] }
    : { day: text, time: "" };
}

type Pattern = { readonly pattern: RegExp; read(match: RegExpExecArray): DateReading | null };

const WORD = String.raw`(\p{L}{3,12}\.?)`;
const YEAR = String.raw`'?(\d{4}|\d{2})`;

/** From the most to the least telling. */
const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(`^${WORD}[ ./-]?(\\d{1,2})(?:st|nd|rd|th)?(,? |[-/, ])${YEAR}$`, "iu"),
    read: ([, name, day, gap, year]) =>
      calendarDay(
        name,
        day,
        year,
        (month, d, y) => `${month}${gap.trim() === "" || gap.includes(",") ? " " : gap}${d}${gap}${y}`,
      ),
  },
  {
    pattern: new RegExp(
      `^(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?([ /-]*)(?:de |of )?${WORD}[ ,./-]*(?:de |del )?${YEAR}$`,
      "iu",
    ),
    read: ([, day, gap, name, year]) => calendarDay(name, day, year, (month, d, y) => `${d}${gap}${month}${gap}${y}`),
  },
  {
    pattern: new RegExp(`^(\\d{4})([ ./-]?)${WORD}[ ./-]?(\\d{1,2})$`, "iu"),
    read: ([, year, gap, name, day]) => calendarDay(name, day, year, (month, d, y) => `${y}${gap}${month}${gap}${d}`),
  },
  {
    pattern: new RegExp(`^${WORD}([ ./,-]*)(?:de )?${YEAR}$`, "iu"),
    read: ([, name, gap, year]) => calendarDay(name, "", year, (month, _, y) => `${month}${gap || " "}${y}`),
  },
  {
    pattern: new RegExp(`^(\\d{4})([ ./,-]*)${WORD}$`, "iu"),
    read: ([, year, gap, name]) => calendarDay(name, "", year, (month, _, y) => `${y}${gap}${month}`),
  },
  {
    pattern: /^(\d{4})[ /-]*(?:W|wk|week|KW|CW) ?(\d{1,2})(?:-?([1-7]))?$/i,
    read: ([, year, week, day]) => isoWeek(year, week, day),
  },
  {
    pattern: /^(?:W|wk|week|KW|CW|semaine|semana|S)[ .]?(\d{1,2})[ ,/-]+(\d{4})$/i,
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
  { pattern: /^(\d{4})[ /-]*H([12])$/i, read: ([, year, half]) => part(year, Number(half) * 6 - 5, "YYYY-Hh") },
  { pattern: /^H([12])[ /-]*(\d{4})$/i, read: ([, half, year]) => part(year, Number(half) * 6 - 5, "Hh YYYY") },
  { pattern: /^(\d{4})[ /-]*M(\d{1,2})$/i, read: ([, year, month]) => part(year, Number(month), "YYYY-Mmm") },
  {
    pattern: /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?$/,
    read: ([, year, month, day]) =>
      plain(dateMilliseconds(Number(year), Number(month), Number(day ?? 1)), day ? "YYYY年M月D日" : "YYYY年M月"),
  },
];

function readDay(text: string): DateReading | null {
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(text);
    const date = match && read(match);
    if (date) return date;
  }
  return null;
}

function calendarDay(
  name: string,
  day: string,
  year: string,
  format: (month: string, day: string, year: string) => string,
): DateReading | null {
  const named = monthNamed(name);
  if (!named) return null;
  const milliseconds = dateMilliseconds(wholeYear(year), named.month, day === "" ? 1 : Number(day));
  return {
    milliseconds,
    format: format(monthToken(name, named), day.length === 1 ? "D" : "DD", year.length === 2 ? "YY" : "YYYY"),
    zoned: false,
    languages: named.languages,
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

function part(year: string, month: number, format: string): DateReading {
  return plain(dateMilliseconds(wholeYear(year), month, 1), format);
}

function plain(milliseconds: number, format: string): DateReading {
  return { milliseconds, format, zoned: false, languages: [] };
}

function wholeYear(year: string): number {
  return year.length === 2 ? fullYear(Number(year)) : Number(year);
}
