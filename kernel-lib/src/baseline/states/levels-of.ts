import { finiteValues } from "../../numeric/finite.js";
import { cyclesFor } from "../seasons/cycles.js";
import { splitLevels } from "./split-levels.js";
import type { Cycles, Step } from "../types.js";

/** Rows taken for the wrong level, against the commonest one throughout, below which places of a cycle tell the level. */
const TOLD_BY_PLACE = 0.6;
/** Standard deviations of chi-square by which switches keep to places. */
const KEEP_TO_PLACES = 4;
/** Variance of stays in squares of their mean (1 for geometric ones) that is too uneven, also for few stays. */
const UNEVEN = { usual: 2.5, few: 4, fewer: 13, least: 4 };

/**
 * Thresholds between the levels of a series; none when it has no levels, when places of a cycle tell the level (then it is
 * season), or when stays are far more uneven than chance (then they are bursts).
 */
export function levelsOf(values: Float64Array, step: Step, cycles: Cycles | null = null): number[] {
  const known = finiteValues(values);
  // A missing value ends no stay: places among the known ones.
  const thresholds = splitLevels(known, upTo(known.length));
  if (thresholds.length === 0) return [];
  const rows = upTo(values.length).filter((row) => Number.isFinite(values[row]));
  const level = levelOfRows(values, thresholds);
  const switches = switchRows(level);
  const seasonal = cyclesFor({ step, cycles, values }).periods.some(
    (period) => toldByPlace(level, rows, period, thresholds.length + 1) || keepToPlaces(switches, period),
  );
  return seasonal || areUneven(level, switches) ? [] : thresholds;
}

/** The numbers from 0 up to, without, `count`. */
function upTo(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  return numbers;
}

/** The level of every row, 0 for the lowest; of a missing row that of the last known one, of the first rows that of the first. */
export function levelOfRows(values: Float64Array, thresholds: readonly number[]): Int32Array {
  const level = new Int32Array(values.length);
  const of = (value: number): number => thresholds.reduce((count, threshold) => count + Number(threshold < value), 0);
  const first = values.find(Number.isFinite) ?? 0;
  for (let i = 0, before = of(first); i < values.length; i++)
    level[i] = before = Number.isFinite(values[i]) ? of(values[i]) : before;
  return level;
}

/** First rows of all stays but the first. */
export function switchRows(level: ArrayLike<number>): Int32Array {
  const rows: number[] = [];
  for (let i = 1; i < level.length; i++) if (level[i] !== level[i - 1]) rows.push(i);
  return Int32Array.from(rows);
}

/** Whether the commonest level of each place of a cycle is right far oftener than the commonest of all. */
function toldByPlace(level: Int32Array, rows: Int32Array, period: number, levels: number): boolean {
  const counts = new Int32Array(period * levels);
  const total = new Int32Array(levels);
  for (const row of rows) {
    counts[(row % period) * levels + level[row]]++;
    total[level[row]]++;
  }
  let right = 0;
  for (let place = 0; place < period; place++)
    right += counts.subarray(place * levels, (place + 1) * levels).reduce((most, count) => Math.max(most, count), 0);
  const most = total.reduce((a, b) => Math.max(a, b), 0);
  return 1 - right / rows.length < TOLD_BY_PLACE * (1 - most / rows.length);
}

/** Whether level switches fall on certain places of a cycle: chi-square over the places. */
function keepToPlaces(switches: Int32Array, period: number): boolean {
  const counts = new Float64Array(period);
  for (const row of switches) counts[row % period]++;
  const expected = switches.length / period;
  const square = counts.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0);
  return square > period - 1 + KEEP_TO_PLACES * Math.sqrt(2 * period);
}

/** Whether the stays in a level, without the longest, vary far more than geometric ones. */
function areUneven(level: Int32Array, switches: Int32Array): boolean {
  const starts = [0, ...switches];
  const lengths = new Map<number, number[]>();
  for (const [k, start] of starts.entries()) {
    const own = lengths.get(level[start]) ?? [];
    own.push((starts[k + 1] ?? level.length) - start);
    lengths.set(level[start], own);
  }
  return [...lengths.values()].some((all) => {
    const others = all.sort((a, b) => a - b).slice(0, -1);
    const count = others.length;
    const mean = others.reduce((sum, length) => sum + length, 0) / count;
    const variance = others.reduce((sum, length) => sum + (length - mean) * (length - mean), 0) / count;
    return count >= UNEVEN.least && variance > (count >= UNEVEN.fewer ? UNEVEN.usual : UNEVEN.few) * mean * mean;
  });
}
