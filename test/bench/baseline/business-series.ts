import type { Step } from "../../../kernel-lib/src/baseline/types.js";
import type { Random } from "../../../kernel-lib/src/numeric/random.js";

/** A series on an even grid. */
export interface MadeSeries {
  readonly name: string;
  readonly step: Step;
  /** Epoch seconds. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** 1 for rows that somebody has labelled as abnormal; absent where nobody has looked. */
  readonly labelled?: Uint8Array;
}

export const HOUR = 3600;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** A Monday. */
const START = Date.UTC(2020, 0, 6) / 1000;
/** Days of the week from Monday on, as factors. */
const WEEKDAYS = [1, 1.05, 1.1, 1.08, 1.15, 0.7, 0.6];
const TURN = 2 * Math.PI;

/** Hours of the day as factors: two waves, most in the afternoon. */
export const hourFactor = (hour: number): number =>
  1 + 0.6 * Math.sin(((hour - 9) / 24) * TURN) + 0.2 * Math.sin(((hour - 3) / 12) * TURN);

/** Day `i` of a series that starts on a Monday, as a factor. */
export const weekdayFactor = (i: number): number => WEEKDAYS[i % 7];

/** A series from the function of its rows, on a grid from a Monday or a first of January on. */
export function made(name: string, step: Step, rows: number, value: (row: number) => number): MadeSeries {
  return { name, step, times: timesOf(step, rows), values: Float64Array.from({ length: rows }, (_, i) => value(i)) };
}

function timesOf(step: Step, rows: number): Float64Array {
  const at = (i: number): number => {
    if (typeof step === "number") return START + step * i;
    return Date.UTC(2016, i * (step === "month" ? 1 : 3), 1) / 1000;
  };
  return Float64Array.from({ length: rows }, (_, i) => at(i));
}

/** How a business series grows and scatters: growth a year and noise on the logarithm. */
export interface Manner {
  readonly growth: number;
  readonly noise: number;
}

/** Days with a week, around a thousand. */
export function weekDays(random: Random, rows: number, { growth, noise }: Manner): MadeSeries {
  return made("days", DAY, rows, (i) =>
    Math.round(1000 * Math.exp((growth * i) / 365 + noise * random.normal()) * weekdayFactor(i)),
  );
}

/** Hours with a day and a week, around five hundred. */
export function dayHours(random: Random, rows: number, { growth, noise }: Manner): MadeSeries {
  return made("hours", HOUR, rows, (i) => {
    const level = 500 * Math.exp((growth * i) / 8760 + noise * random.normal());
    return Math.round(level * hourFactor(i % 24) * weekdayFactor(Math.floor(i / 24)));
  });
}

/** Months with a year of a wave and of what each month has of its own, around five thousand; or each third of them as quarters. */
export function months(random: Random, rows: number, { growth, noise }: Manner, step: "month" | "quarter"): MadeSeries {
  const phase = 6 * random.next();
  const own = Array.from({ length: 12 }, () => 0.1 * random.normal());
  return made(`${step}s`, step, rows, (row) => {
    const i = step === "month" ? row : 3 * row;
    const season = 0.2 * Math.sin((i / 12) * TURN + phase) + own[i % 12];
    return Math.round(5000 * Math.exp((growth * i) / 12 + season + noise * random.normal()));
  });
}

/** Weeks with a year, around nine thousand. */
export function weeks(random: Random, rows: number, noise: number): MadeSeries {
  return made("weeks", WEEK, rows, (i) =>
    Math.round(9000 * Math.exp(0.2 * Math.sin((i / 52.18) * TURN) + noise * random.normal())),
  );
}

/** Days with a year, a week and holidays, around two thousand. */
export function yearDays(random: Random, rows: number, { growth, noise }: Manner): MadeSeries {
  return made("days with year and holidays", DAY, rows, (i) => {
    const time = START + DAY * i;
    const day = new Date(time * 1000);
    const year = ((time - Date.UTC(day.getUTCFullYear(), 0, 0) / 1000) / DAY / 365.25) * TURN;
    const course = (growth * i) / 365 + 0.3 * Math.sin(year) + 0.12 * Math.cos(2 * year) + noise * random.normal();
    return Math.round(2000 * Math.exp(course) * weekdayFactor(i) * holidayFactor(time));
  });
}

/** Hours of three years, with year, week and day. */
export function yearHours(random: Random, rows: number, manner: Manner): MadeSeries {
  const hours = dayHours(random, rows, manner);
  return {
    ...hours,
    values: hours.values.map((value, i) => Math.round(value * Math.exp(0.25 * Math.sin((i / 8766) * TURN)))),
  };
}

/** What a day of the year does to a shop: new year, first of May, Christmas, and a fourth Thursday of November. */
export function holidayFactor(time: number): number {
  const date = new Date(time * 1000);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  if (month === 12 && (day === 25 || day === 26)) return 0.3;
  if (month === 1 && day === 1) return 0.4;
  if (month === 5 && day === 1) return 0.5;
  return month === 11 && date.getUTCDay() === 4 && day >= 22 && day <= 28 ? 1.9 : 1;
}
