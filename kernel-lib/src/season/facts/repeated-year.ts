import { inOwnSize, inUsualSize } from "../../numeric/scaling/usual-size.js";
import { deviation, mean } from "../../numeric/statistics.js";
import type { Series } from "../../table.js";

const YEAR = 365.25 * 86_400_000;
/** Parts of a year whose means are compared: fortnights. */
const PARTS = 26;
/** Parts that every year must hold. */
const LEAST_PARTS = 20;
/** Fewer years could be alike by chance. */
const LEAST_YEARS = 3;
/**
 * Share of its course that the other years must explain of every single year. Of 1000 random walks of three years of days
 * one gets there, of four years and more none.
 */
const LEAST_ALIKE = 0.5;

/** A year after which a series returns. */
export interface RepeatedYear {
  /** Points of a year. */
  readonly points: number;
  /** Share of the variation about the level of each year that the other years explain, 0 to 1. */
  readonly strength: number;
  /** Its course, one value a point. */
  readonly profile: Float64Array;
}

/**
 * A year that repeats itself though the model of what is normal goes without it. From one row to the next a level that follows
 * the neighbours can foretell as much as the year does, and then the model takes the level; that the course returns each
 * year is true all the same. Each year is compared with the mean of the others: the strength is the share of the variation
 * about the level of each year, growth left out, that those explain. Null with fewer than three whole years, rows rarer than
 * every fortnight, or where one year is unlike the others. O(n).
 */
export function repeatedYear({ dated, time, values }: Series): RepeatedYear | null {
  const n = values.length;
  const years =
    dated && n > 1 ? Math.floor((time[n - 1] - time[0] + (time[n - 1] - time[0]) / (n - 1)) / YEAR + 0.01) : 0;
  if (years < LEAST_YEARS || n < years * PARTS) return null;
  const { values: usual, exponent } = inUsualSize(values);
  const parts = Int32Array.from(time, (moment) => Math.floor(((moment - time[0]) / YEAR) * PARTS));
  const rows = Array.from(parts.keys()).filter((row) => parts[row] < years * PARTS && Number.isFinite(usual[row]));
  const flat = withoutLevel(usual, rows, time, parts, years);
  const means = meansOf(flat, rows, parts, years);
  const whole = Array.from({ length: PARTS }, (_, part) => part).filter((part) =>
    means.every((year) => !Number.isNaN(year[part])),
  );
  if (whole.length < LEAST_PARTS) return null;
  const others = means.map((own) => meanCourse(means.filter((year) => year !== own)));
  if (!means.every((year, own) => alike(year, others[own], whole) >= LEAST_ALIKE)) return null;
  const compared = rows.filter((row) => whole.includes(parts[row] % PARTS));
  const all = deviation(Float64Array.from(compared, (row) => flat[row]));
  const foretold = (row: number): number => others[Math.floor(parts[row] / PARTS)][parts[row] % PARTS];
  const rest = deviation(Float64Array.from(compared, (row) => flat[row] - foretold(row)));
  const strength = 1 - (rest / all) * (rest / all);
  const points = Math.round((n - 1) / ((time[n - 1] - time[0]) / YEAR));
  const course = meanCourse(means);
  const profile = Float64Array.from(
    { length: points },
    (_, point) => course[Math.floor((point / points) * PARTS)] || 0,
  );
  return { points, strength, profile: inOwnSize(profile, exponent) };
}

/** The values about the mean of their year, growth left out. */
function withoutLevel(
  values: Float64Array,
  rows: readonly number[],
  time: Float64Array,
  parts: Int32Array,
  years: number,
): Float64Array {
  const levels = Array.from({ length: years }, (_, year) =>
    mean(
      Float64Array.from(
        rows.filter((row) => Math.floor(parts[row] / PARTS) === year),
        (row) => values[row],
      ),
    ),
  );
  const middle = (years - 1) / 2;
  const centre = mean(Float64Array.from(levels));
  const [rise, run] = levels.reduce(
    ([up, along], level, year) => [up + (year - middle) * (level - centre), along + (year - middle) * (year - middle)],
    [0, 0],
  );
  const flat = new Float64Array(values.length).fill(NaN);
  for (const row of rows) {
    const year = Math.floor(parts[row] / PARTS);
    flat[row] = values[row] - levels[year] - (rise / run) * ((time[row] - time[0]) / YEAR - year - 0.5);
  }
  return flat;
}

/** Mean of each part of each year; NaN where nothing is known. */
function meansOf(values: Float64Array, rows: readonly number[], parts: Int32Array, years: number): Float64Array[] {
  const sums = new Float64Array(years * PARTS);
  const counts = new Float64Array(years * PARTS);
  for (const row of rows) {
    sums[parts[row]] += values[row];
    counts[parts[row]]++;
  }
  const means = sums.map((sum, part) => (counts[part] > 0 ? sum / counts[part] : NaN));
  return Array.from({ length: years }, (_, year) => means.slice(year * PARTS, (year + 1) * PARTS));
}

/** The mean of years, part by part. */
function meanCourse(years: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: PARTS }, (_, part) => mean(Float64Array.from(years, (year) => year[part])));
}

/** Share of the course of a year that the others explain. */
function alike(year: Float64Array, others: Float64Array, parts: readonly number[]): number {
  let [rest, all] = [0, 0];
  for (const part of parts) {
    rest += (year[part] - others[part]) * (year[part] - others[part]);
    all += year[part] * year[part];
  }
  return all > 0 ? 1 - rest / all : 0;
}
