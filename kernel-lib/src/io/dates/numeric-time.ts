import { calendarOfYear, OTHER_YEARS, otherDay, type OtherCalendar } from "./other-calendars.js";
import { DAY, dateMilliseconds, fullYear, isoWeekMilliseconds } from "./calendar.js";

/** A way to read numbers as dates. */
export interface NumericDate {
  /** `epoch_s`, `epoch_ms`, `epoch_us`, `epoch_ns`, `dotnet_ticks`, `YYYYMMDD`, `DDMMYYYY`, `MMDDYYYY`, `YYYYMM`, `YYYYWW`, `YYYYDDD`, `YYYYPPP` (periods of a business year), `persian YYYYMMDD`, `islamic YYYYMMDD`, `minguo YYYMMDD`, `YYYYMMDDHH`, `YYYYMMDDHHmm`, `YYYYMMDDHHmmss`, `YYMMDD`, `excel_serial`, `YYYY`. */
  readonly format: string;
  readonly zone: "instant" | "naive";
  /** Milliseconds since 1970-01-01; NaN for a number that is no such date. */
  read(value: number): number;
  /** Whether a number is in the range where people meet such dates. */
  plausible(value: number): boolean;
  /** Whether the form is so special that numbers of it in order are dates under any column name. */
  readonly telling: boolean;
}

const between =
  (low: number, high: number) =>
  (value: number): boolean =>
    value >= low && value <= high;
const whole =
  (low: number, high: number) =>
  (value: number): boolean =>
    value >= low && value <= high && Number.isInteger(value);

/** Seconds from 1990 to 2100. */
const EPOCH: readonly [number, number] = [631_152_000, 4_102_444_800];

/** Days from 1899-12-30, as spreadsheets count. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30);

/** Digits of a number as year, month, day, hour, minute, second, two digits each after the year. */
function packedDigits(value: number, parts: number): number {
  if (!Number.isInteger(value)) return NaN;
  const found: number[] = [];
  let rest = value;
  for (let i = 0; i < parts; i++) {
    found.unshift(rest % 100);
    rest = Math.floor(rest / 100);
  }
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = found;
  if (rest < 1000 || rest > 9999 || hour > 23 || minute > 59 || second > 59) return NaN;
  return dateMilliseconds(rest, month, day) + ((hour * 60 + minute) * 60 + second) * 1000;
}

function packed(format: string, parts: number, telling: boolean): NumericDate {
  const read = (value: number): number => packedDigits(value, parts);
  const year = (value: number): number => Math.floor(value / Number(`1e${2 * parts}`));
  return {
    format,
    zone: "naive",
    telling,
    read,
    plausible: (value) => year(value) >= 1900 && year(value) <= 2100 && !Number.isNaN(read(value)),
  };
}

/** 31012024, whose first zero a number loses. */
function yearLast(format: string, dayFirst: boolean): NumericDate {
  const read = (value: number): number => {
    if (!Number.isInteger(value)) return NaN;
    const [first, second] = [Math.floor(value / 1e6), Math.floor(value / 1e4) % 100];
    return dateMilliseconds(value % 10_000, dayFirst ? second : first, dayFirst ? first : second);
  };
  return {
    format,
    zone: "naive",
    telling: false,
    read,
    plausible: (value) => value % 10_000 >= 1900 && value % 10_000 <= 2100 && !Number.isNaN(read(value)),
  };
}

/** 14021011 of the Persian calendar, 14450619 of the Islamic one. */
function packedOther(calendar: OtherCalendar): NumericDate {
  const read = (value: number): number =>
    Number.isInteger(value)
      ? otherDay(calendar, Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
      : NaN;
  return {
    format: `${calendar} YYYYMMDD`,
    zone: "naive",
    telling: true,
    read,
    plausible: (value) => {
      const year = Math.floor(value / 10_000);
      const known = year >= OTHER_YEARS.first && year <= OTHER_YEARS.last && calendarOfYear(year) === calendar;
      return known && !Number.isNaN(read(value));
    },
  };
}

function epoch(format: string, perMillisecond: number): NumericDate {
  const scale = 1000 * perMillisecond;
  return {
    format,
    zone: "instant",
    telling: true,
    read: (value) => Math.round(value / perMillisecond),
    plausible: between(EPOCH[0] * scale, EPOCH[1] * scale),
  };
}

/** From the year 1 to 1970 in tenths of microseconds. */
const TICKS_TO_1970 = 621_355_968e9;

/** All numeric dates, the most special first. */
export const NUMERIC_DATES: readonly NumericDate[] = [
  packed("YYYYMMDDHHmmss", 5, true),
  packed("YYYYMMDDHHmm", 4, true),
  packed("YYYYMMDDHH", 3, true),
  packed("YYYYMMDD", 2, true),
  packedOther("persian"),
  packedOther("islamic"),
  {
    format: "minguo YYYMMDD",
    zone: "naive",
    telling: false,
    read: minguoDay,
    plausible: (value) => value >= 800_101 && value <= 1_991_231 && !Number.isNaN(minguoDay(value)),
  },
  yearLast("DDMMYYYY", true),
  yearLast("MMDDYYYY", false),
  packed("YYYYMM", 1, false),
  {
    format: "YYYYWW",
    zone: "naive",
    telling: false,
    read: isoWeekNumber,
    plausible: (value) => value >= 190_001 && value <= 210_053 && !Number.isNaN(isoWeekNumber(value)),
  },
  {
    format: "YYYYPPP",
    zone: "naive",
    telling: false,
    read: fiscalPeriodNumber,
    plausible: (value) => value >= 1_900_001 && value <= 2_100_016 && value % 1000 >= 1 && value % 1000 <= MOST_PERIODS,
  },
  {
    format: "YYYYDDD",
    zone: "naive",
    telling: false,
    read: dayOfYearNumber,
    plausible: (value) => value >= 1_900_001 && value <= 2_100_366 && !Number.isNaN(dayOfYearNumber(value)),
  },
  epoch("epoch_s", 0.001),
  epoch("epoch_ms", 1),
  epoch("epoch_us", 1000),
  epoch("epoch_ns", 1_000_000),
  {
    format: "dotnet_ticks",
    zone: "naive",
    telling: true,
    read: (value) => Math.round((value - TICKS_TO_1970) / 10_000),
    plausible: between(TICKS_TO_1970 + EPOCH[0] * 1e7, TICKS_TO_1970 + EPOCH[1] * 1e7),
  },
  {
    format: "excel_serial",
    zone: "naive",
    telling: false,
    read: (value) => EXCEL_ZERO + Math.round(value * 86_400) * 1000,
    plausible: between(20_000, 80_000),
  },
  {
    format: "YYYY",
    zone: "naive",
    telling: false,
    read: (value) => (Number.isInteger(value) ? dateMilliseconds(value, 1, 1) : NaN),
    plausible: whole(1700, 2200),
  },
  {
    format: "YYMMDD",
    zone: "naive",
    telling: false,
    read: shortDate,
    plausible: (value) => !Number.isNaN(shortDate(value)),
  },
];

/** 202401 as the first ISO week of 2024. */
function isoWeekNumber(value: number): number {
  return Number.isInteger(value) ? isoWeekMilliseconds(Math.floor(value / 100), value % 100) : NaN;
}

/** 1130131 of the Republic of China. */
function minguoDay(value: number): number {
  if (!Number.isInteger(value)) return NaN;
  return dateMilliseconds(1911 + Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
}

/** Twelve, and up to four for closing the year, which are no months. */
const MOST_PERIODS = 16;

/** 2024003 as the third month of the business year. */
function fiscalPeriodNumber(value: number): number {
  return Number.isInteger(value) ? dateMilliseconds(Math.floor(value / 1000), value % 1000, 1) : NaN;
}

/** 2024032 as the first of February. */
function dayOfYearNumber(value: number): number {
  const day = value % 1000;
  return Number.isInteger(value) && day >= 1 && day <= 366
    ? dateMilliseconds(Math.floor(value / 1000), 1, 1) + (day - 1) * DAY
    : NaN;
}

function shortDate(value: number): number {
  if (!Number.isInteger(value) || value < 101 || value > 991_231) return NaN;
  return dateMilliseconds(fullYear(Math.floor(value / 10_000)), Math.floor(value / 100) % 100, value % 100);
}

/** Values that are looked at first; most columns are no dates, and that shows soon. */
const LOOKED_AT = 200;

/** Share of the present values that are plausible under a reading; of the first ones when hardly any of them is. */
export function plausibleShare(values: Float64Array, date: NumericDate): number {
  const first = shareWithin(values, date, Math.min(LOOKED_AT, values.length));
  return first < 0.8 || values.length <= LOOKED_AT ? first : shareWithin(values, date, values.length);
}

function shareWithin(values: Float64Array, date: NumericDate, length: number): number {
  let present = 0;
  let plausible = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    present++;
    if (date.plausible(value)) plausible++;
  }
  return present === 0 ? 0 : plausible / present;
}

/** The values read as dates; NaN where a value is none. */
export function readNumericDates(values: Float64Array, date: NumericDate): Float64Array {
  return values.map((value) => guarded(date.read(value)));
}

/** JavaScript's largest date is 100 million days away from 1970. */
function guarded(milliseconds: number): number {
  return Math.abs(milliseconds) <= 1e8 * DAY ? milliseconds : NaN;
}
