import type { Cadence } from "../table.js";

const DAY = 86_400_000;

/** A cadence with what is needed to find gaps. */
export interface CadenceModel extends Cadence {
  /** Moments missing between two neighbours: 0 when the second follows at once. */
  missingBetween(from: number, to: number): number;
}

const MONTHS_LABEL: ReadonlyMap<number, string> = new Map([
  [1, "monthly"],
  [3, "quarterly"],
  [6, "half-yearly"],
  [12, "yearly"],
]);
/** Steps of an irregular series this many times the median are gaps. */
const IRREGULAR_GAP = 10;

/**
 * The usual step of a series, or of many that belong together. Weeks with days off, as of a stock exchange, and months are
 * steps of their own. Null below two distinct moments.
 * @param groups times of each series in ascending order, without repetitions
 */
export function findCadence(groups: readonly Float64Array[]): CadenceModel | null {
  const count = groups.reduce((sum, times) => sum + Math.max(0, times.length - 1), 0);
  if (count === 0) return null;
  const majority = majorityStep(groups, count);
  const median = majority ?? medianStep(groups, count);
  if (median >= 27 * DAY) {
    const calendar = calendarCadence(groups, count, median);
    if (calendar) return calendar;
  }
  if (median === DAY) {
    const business = businessCadence(groups);
    if (business) return business;
  }
  const usual = majority ?? nearlyRegular(groups, count, median);
  if (usual === null) {
    const missing = (from: number, to: number): number => (to - from > IRREGULAR_GAP * median ? 1 : 0);
    return {
      seconds: median / 1000,
      label: "irregular",
      regularity: countSteps(groups, median, 0) / count,
      missingBetween: missing,
    };
  }
  const missing = (from: number, to: number): number =>
    to - from > 1.5 * usual ? Math.max(1, Math.round((to - from) / usual) - 1) : 0;
  return {
    seconds: usual / 1000,
    label: stepLabel(usual),
    regularity: countSteps(groups, usual, majority === null ? 0.05 * usual : 0) / count,
    missingBetween: missing,
  };
}

/** The step of at least half of all; null when there is none (Boyer and Moore's vote: one pass, no table). */
function majorityStep(groups: readonly Float64Array[], count: number): number | null {
  let candidate = 0;
  let votes = 0;
  for (const times of groups) {
    for (let i = 1; i < times.length; i++) {
      const step = times[i] - times[i - 1];
      if (votes === 0) candidate = step;
      votes += step === candidate ? 1 : -1;
    }
  }
  return countSteps(groups, candidate, 0) * 2 >= count ? candidate : null;
}

function medianStep(groups: readonly Float64Array[], count: number): number {
  const steps = new Float64Array(count);
  let at = 0;
  for (const times of groups) for (let i = 1; i < times.length; i++) steps[at++] = times[i] - times[i - 1];
  return steps.sort()[count >> 1];
}

/** Steps that are at most `tolerance` away from one. */
function countSteps(groups: readonly Float64Array[], step: number, tolerance: number): number {
  let count = 0;
  for (const times of groups)
    for (let i = 1; i < times.length; i++) if (Math.abs(times[i] - times[i - 1] - step) <= tolerance) count++;
  return count;
}

/** Steps that people choose, in milliseconds: days, hours, and what divides an hour or a minute. */
const ROUND_STEPS = [86_400, 3600, 1800, 900, 600, 300, 60, 30, 15, 10, 5, 1].map((seconds) => seconds * 1000);

/** Steps that waver by a twentieth around a whole number of seconds, minutes or hours; null for anything wilder. */
function nearlyRegular(groups: readonly Float64Array[], count: number, median: number): number | null {
  const unit =
    ROUND_STEPS.find((each) => Math.abs(Math.max(1, Math.round(median / each)) * each - median) <= median * 0.02) ?? 1;
  const usual = Math.max(1, Math.round(median / unit)) * unit;
  return countSteps(groups, usual, usual * 0.05) >= 0.95 * count ? usual : null;
}

function stepLabel(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds === 604_800) return "weekly";
  if (seconds === 86_400) return "daily";
  if (seconds === 3600) return "hourly";
  if (seconds % 86_400 === 0) return `${seconds / 86_400}d`;
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  if (seconds % 60 === 0) return `${seconds / 60}min`;
  return seconds >= 1 ? `${seconds}s` : `${milliseconds}ms`;
}

/** Months, quarters and years: the same day of the month, or the last day of each. */
function calendarCadence(groups: readonly Float64Array[], steps: number, median: number): CadenceModel | null {
  const unit = [1, 3, 6, 12].find((months) => Math.abs(median / DAY - months * 30.44) < 2 + months);
  if (unit === undefined) return null;
  let fitting = 0;
  for (const times of groups)
    for (let i = 1; i < times.length; i++) if (monthsBetween(times[i - 1], times[i]) === unit) fitting++;
  if (fitting < steps / 2) return null;
  const missing = (from: number, to: number): number =>
    Math.max(0, Math.round((monthsBetween(from, to) ?? (to - from) / DAY / 30.44) / unit) - 1);
  return {
    seconds: median / 1000,
    label: MONTHS_LABEL.get(unit) ?? "monthly",
    regularity: fitting / steps,
    missingBetween: missing,
  };
}

/** Whole months between two dates; null when they are on different days of the month and not both at its end. */
function monthsBetween(from: number, to: number): number | null {
  const a = new Date(from);
  const b = new Date(to);
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  const atEnd = new Date(from + DAY).getUTCDate() === 1 && new Date(to + DAY).getUTCDate() === 1;
  return a.getUTCDate() === b.getUTCDate() || atEnd ? months : null;
}

/** Days of the week that are off, from 0 Monday: a usual weekend, or Sunday. */
const WEEKENDS: readonly (readonly number[])[] = [[5, 6], [4, 5], [6]];

/** Daily, but never (one day in fifty may be an exception) on the same days of the week. Needs two weeks. */
function businessCadence(groups: readonly Float64Array[]): CadenceModel | null {
  const days = new Array<number>(7).fill(0);
  let total = 0;
  let weeks = 0;
  for (const times of groups) {
    for (const time of times) days[weekday(time)]++;
    total += times.length;
    if (times.length > 0) weeks += (times[times.length - 1] - times[0]) / (7 * DAY);
  }
  const off = WEEKENDS.find(
    (weekend) =>
      weekend.reduce((sum, day) => sum + days[day], 0) * 50 <= total &&
      days.every((count, day) => weekend.includes(day) || count > 0),
  );
  if (!off || weeks < 2) return null;
  const worked = (from: number, to: number): number => {
    const span = Math.floor(to / DAY) - Math.floor(from / DAY) - 1;
    let count = Math.floor(span / 7) * (7 - off.length);
    for (let d = 1; d <= span % 7; d++) if (!off.includes(weekday(from + d * DAY))) count++;
    return count;
  };
  let fitting = 0;
  let steps = 0;
  for (const times of groups) {
    for (let i = 1; i < times.length; i++) {
      steps++;
      if (worked(times[i - 1], times[i]) === 0) fitting++;
    }
  }
  // Holidays are no gaps: at least three working days in a row must be missing.
  const missing = (from: number, to: number): number => (worked(from, to) >= 3 ? worked(from, to) : 0);
  return { seconds: DAY / 1000, label: "business-daily", regularity: fitting / steps, missingBetween: missing };
}

/** 0 Monday to 6 Sunday. */
function weekday(time: number): number {
  return (((Math.floor(time / DAY) + 3) % 7) + 7) % 7;
}
