import { NONE } from "../baseline/dates/civil-day.js";
import { dateColumns } from "../baseline/dates/date-keys.js";
import type { Report, SeriesReport } from "../report.js";

/** A date that returns each year; see `DateEffect` for the keys and their numbers. */
export interface ReturningDate {
  readonly key: "fixed" | "nthWeekday" | "lastWeekday" | "easter";
  readonly value: number;
}

/** Dates on which incidents return, and every day that they are within the file. */
export interface ReturningDates {
  readonly dates: readonly ReturningDate[];
  /** `YYYY-MM-DD`, ascending. */
  readonly days: readonly string[];
  /** Incidents on them. */
  readonly incidents: number;
}

const DAY = 86_400_000;

/** Of several ways to say the same days the plainest comes first. */
const KEYS = ["fixed", "easter", "nthWeekday", "lastWeekday"] as const;

/** Points of an incident up to which it belongs to a date rather than to a season. */
const LONGEST = 4;

/** Years that a date must be odd in, and their part of all years that have it. */
const LEAST_YEARS = 3;
const MOST_YEARS = 0.6;

/** Days are the same for all series. */
interface Days {
  readonly times: readonly number[];
  /** Incidents on each day, as series and rank. */
  readonly incidents: ReadonlyMap<number, readonly string[]>;
}

/**
 * Dates on which short incidents of a daily file return in most years: fixed ones, n-th and last weekdays of a month, days
 * around Easter. Null where there are none. O(days + incidents).
 */
export function returningDates({ series, cadence }: Pick<Report, "series" | "cadence">): ReturningDates | null {
  if (cadence?.label !== "daily") return null;
  const { times, incidents } = daysOf(series);
  const columns = dateColumns(
    Float64Array.from(times, (time) => time / 1000),
    "years",
  );
  const candidates = KEYS.flatMap((key) => {
    const values = columns.find((column) => column.key === key)?.values;
    return values ? candidatesOf(key, values, times, incidents) : [];
  });
  const explained = new Set<string>();
  const dates: ReturningDate[] = [];
  const days = new Set<number>();
  for (;;) {
    const fresh = (each: Candidate): number => each.hits.filter((hit) => !explained.has(hit)).length;
    const [best] = [...candidates].sort((a, b) => fresh(b) - fresh(a));
    if (best === undefined || fresh(best) < LEAST_YEARS) break;
    dates.push(best.date);
    for (const hit of best.hits) explained.add(hit);
    for (const day of best.days) days.add(day);
  }
  if (dates.length === 0) return null;
  const written = [...days].sort((a, b) => a - b).map((time) => new Date(time).toISOString().slice(0, 10));
  const told = new Set([...explained].map((hit) => hit.slice(hit.indexOf(":") + 1)));
  return { dates: dates.sort(byDate), days: written, incidents: told.size };
}

interface Candidate {
  readonly date: ReturningDate;
  readonly days: readonly number[];
  /** Each day on which an incident is, with the incident: a date is only needed where no other one covers that day. */
  readonly hits: readonly string[];
}

const byDate = (a: ReturningDate, b: ReturningDate): number =>
  KEYS.indexOf(a.key) - KEYS.indexOf(b.key) || a.value - b.value;

function candidatesOf(
  key: ReturningDate["key"],
  values: Int32Array,
  times: readonly number[],
  incidents: Days["incidents"],
): Candidate[] {
  const found = new Map<number, number[]>();
  values.forEach((value, day) => {
    if (value !== NONE) found.set(value, [...(found.get(value) ?? []), times[day]]);
  });
  return [...found].flatMap(([value, days]): Candidate[] => {
    const odd = days.filter((day) => incidents.has(day));
    if (odd.length < Math.max(LEAST_YEARS, MOST_YEARS * days.length)) return [];
    const hits = odd.flatMap((day) => incidents.get(day)!.map((incident) => `${day}:${incident}`));
    return [{ date: { key, value }, days, hits }];
  });
}

function daysOf(series: readonly SeriesReport[]): Days {
  const times = new Set<number>();
  const incidents = new Map<number, string[]>();
  series.forEach((one, index) => {
    for (const time of one.time) times.add(midnight(time));
    for (const { start, end, rank } of one.incidents)
      for (let point = start; point <= end && end - start < LONGEST; point++) {
        const day = midnight(one.time[point]);
        incidents.set(day, [...(incidents.get(day) ?? []), `${index} ${rank}`]);
      }
  });
  return { times: [...times].sort((a, b) => a - b), incidents };
}

const midnight = (time: number): number => Math.floor(time / DAY) * DAY;
