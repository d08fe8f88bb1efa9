import { clearlyAbove } from "../../numeric/order/clearly-above.js";
import { compareLevels, comparisonOf, type LevelDifference } from "./compare-levels.js";
import { YEAR_DAYS } from "../seasons/cycles.js";
import { blockMedians, bridgeGaps, bridgeLevels, deseasonalise } from "./deseasonalise.js";
import { pairChanges, type FoundChange } from "../pair-changes.js";
import { median, medianDeviation } from "../noise/spread.js";

/** The changes of the level, and what their law is learnt from. */
export interface FoundChanges {
  /** By row. */
  readonly found: readonly FoundChange[];
  /** Strength of those that were found by comparison, by row. */
  readonly strength: ReadonlyMap<number, number>;
  /** Deviation of single rows. */
  readonly noise: number;
  /** Least difference worth a name. */
  readonly floor: number;
  /** Rows of a side, by which levels were compared. */
  readonly widths: readonly number[];
  /** The series without seasons and without the changes. */
  readonly rest: Float64Array;
}

/** Changes at most. */
const MOST = 24;
/** Row deviations that a change needs. */
const LEAST_SIZE = 1.5;
/** Deviations at which a row's distance from a level counts no further. */
const FAR = 4;
/** Rows of a cycle where there is none. */
const NO_CYCLE = 6;

/**
 * Lasting and temporary changes of the level, on what is left after the seasons. At several widths the median of the rows
 * before is compared with that of the rows after, less the usual growth; the most striking of all is placed where two
 * levels fit best, taken out, and the search goes on. One that cannot be placed well at its width, which reaches beyond a
 * short event, is looked for at the others. O(n log n) a change.
 *
 * @param x values; those of weight 0 are not looked at
 * @param unit rows that are compared as one, see `Cycles`
 */
export function findLevelChanges(
  x: Float64Array,
  w: Float64Array,
  unit: number,
  periods: readonly number[],
): FoundChanges {
  const rest = bridgeLevels(deseasonalise(bridgeGaps(x, w), periods), w, Math.max(1, unit));
  const n = rest.length;
  const noise = medianDeviation(differencesOf(rest)) / Math.SQRT2;
  let largest = 0;
  for (let i = 0; i < n; i++) if (Math.abs(rest[i]) > largest) largest = Math.abs(rest[i]);
  const floor = 1e-6 * (largest + 1e-12);
  const widths = widthsOf(n, unit);
  const found: FoundChange[] = [];
  const strength = new Map<number, number>();
  const origin = new Map<number, Origin>();
  while (found.length < MOST) {
    const placed = striking(rest, widths, noise, floor)
      .map((candidate) => ({ ...candidate, ...place(rest, candidate, Math.max(noise, floor)) }))
      .filter(
        ({ row, size }) =>
          Math.abs(size) >= LEAST_SIZE * noise &&
          row > 2 &&
          row < n - 2 &&
          found.every((other) => Math.abs(row - other.row) > 1),
      );
    const best = placed.find(({ row, size }) => jumpAt(rest, row, widths[0]) / size >= JUMPS) ?? placed.at(0);
    if (best === undefined) break;
    const { row, size } = best;
    found.push({ row, size });
    origin.set(row, best);
    strength.set(row, best.strength);
    for (let i = row; i < n; i++) rest[i] -= size;
  }
  found.sort(byRow);
  found.push(...waysBack(rest, found, origin, unit));
  found.sort(byRow);
  return { found, strength, noise, floor, widths, rest };
}

function differencesOf(values: Float64Array): Float64Array {
  const differences = new Float64Array(Math.max(0, values.length - 1));
  for (let i = 0; i < differences.length; i++) differences[i] = values[i + 1] - values[i];
  return differences;
}

const byRow = (a: FoundChange, b: FoundChange): number => a.row - b.row || a.size - b.size;

/** Where a change was found: at which width, near which row, and how the level grows there a row. */
interface Origin {
  readonly width: number;
  readonly near: number;
  readonly slope: number;
  readonly strength: number;
}

function widthsOf(n: number, unit: number): number[] {
  const all = [2, 4, 8].map((times) => Math.max(4, times * (unit > 1 ? unit : NO_CYCLE)));
  const widths = all.filter((width) => width <= Math.floor(n / 4));
  if (widths.length === 0) widths.push(Math.max(4, Math.floor(n / 6)));
  if (n < 12 * widths[0]) widths.push(Math.max(12, Math.floor(n / 24)), Math.max(12, Math.floor(n / 12)));
  return [...new Set(widths)].sort((a, b) => a - b);
}

const byStrength = (a: Origin, b: Origin): number =>
  Number(clearlyAbove(b.strength, a.strength)) - Number(clearlyAbove(a.strength, b.strength)) || a.width - b.width;

/** The most striking difference at each width, that of the width at which it is most striking first. */
function striking(rest: Float64Array, widths: readonly number[], noise: number, floor: number): Origin[] {
  const n = rest.length;
  const all: Origin[] = [];
  for (const width of widths) {
    const comparison = comparisonOf(width);
    const blocks = Math.floor(n / comparison.rows);
    if (blocks < 3 * comparison.side) continue;
    const found: LevelDifference = compareLevels(
      blockMedians(rest, comparison.rows, blocks),
      comparison,
      n,
      noise,
      floor,
    );
    if (!(found.strength > 1 && Math.abs(found.size) > LEAST_SIZE * noise)) continue;
    all.push({
      width,
      near: found.block * comparison.rows,
      slope: found.growth / width,
      strength: found.strength,
    });
  }
  return all.sort(byStrength);
}

/** The row at which two levels fit best, and the step from one to the other. */
function place(rest: Float64Array, { width, near, slope }: Origin, scale: number): FoundChange {
  const n = rest.length;
  const low = Math.max(2, near - width);
  const high = Math.min(n - 2, near + width);
  const from = Math.max(0, low - width);
  const flat = rest.slice(from, Math.min(n, high + width));
  for (let i = 0; i < flat.length; i++) flat[i] -= slope * (from + i - near);
  const middle = (start: number, end: number): number => median(flat, start - from, Math.min(end, n) - from);
  const half = Math.floor(width / 2);
  const quarter = Math.floor(width / 4);
  let left = middle(Math.max(0, low - half), Math.max(low, near - quarter));
  let right = middle(Math.min(high, near + quarter), Math.min(n, high + half));
  let row = near;
  for (let round = 0; round < 3; round++) {
    row = low + bestSplit(flat.subarray(low - from, high - from), left, right, scale);
    if (row - Math.max(0, row - width) < 3 || Math.min(n, row + width) - row < 3) break;
    left = middle(Math.max(0, row - width), row);
    right = middle(row, Math.min(n, row + width));
  }
  return { row, size: right - left };
}

/** Scales up to which two splits cost the same: the first counts. */
const SAME_COST = 1e-9;

/** How many of the values belong to `left`, so that the sum of the distances, each up to `FAR` scales, is least. */
function bestSplit(values: Float64Array, left: number, right: number, scale: number): number {
  let cost = 0;
  let least = 0;
  let best = 0;
  for (let i = 0; i < values.length; i++) {
    cost += Math.min(Math.abs(values[i] - left) / scale, FAR) - Math.min(Math.abs(values[i] - right) / scale, FAR);
    if (cost < least - SAME_COST) {
      least = cost;
      best = i + 1;
    }
  }
  return best;
}

/** Share of a change that is seen in the rows beside it, where it was placed well. */
const JUMPS = 0.5;

/** Median of so many rows from a row on less that of those before. */
const jumpAt = (rest: Float64Array, row: number, width: number): number =>
  median(rest, row, Math.min(rest.length, row + width)) - median(rest, Math.max(0, row - width), row);

/** Share of a change that is left one to three widths later, above which it lasts. */
const LASTS = 0.4;
/** Share of the rows of a stretch that must be back. */
const MOSTLY = 0.75;

/** Ends of changes that do not last though their end is not sharp. */
function waysBack(
  rest: Float64Array,
  found: readonly FoundChange[],
  origin: ReadonlyMap<number, Origin>,
  unit: number,
): FoundChange[] {
  const n = rest.length;
  const ends: FoundChange[] = [];
  for (const { row, size } of pairChanges(found, n).lasting) {
    const { width, slope } = origin.get(row)!;
    const from = Math.max(0, row - 3 * width);
    const to = Math.min(n, row + 3 * width);
    const flat = rest.slice(from, to);
    for (let i = 0; i < flat.length; i++) flat[i] += (from + i >= row ? size : 0) - slope * (from + i - row);
    const beforeEnd = Math.max(0, row - width);
    const afterStart = Math.min(n, row + width);
    const short = Math.floor(width / 2);
    if (beforeEnd - from < short || to - afterStart < short) continue;
    const kept = median(flat, afterStart - from) - median(flat, 0, beforeEnd - from);
    if (kept / size > LASTS) continue;
    const base = median(flat, beforeEnd - from, row - from);
    const stretch = Math.max(3, Math.floor(unit / 4));
    const end = row + (firstBack(flat.subarray(row - from), base, size, stretch) ?? 2 * width);
    if (end - row >= 2) ends.push({ row: end, size: -size });
  }
  return ends;
}

/** First row from which most of `stretch` rows are nearer to `base` than to `base + size`. */
function firstBack(values: Float64Array, base: number, size: number, stretch: number): number | null {
  const back = (i: number): number => Number((values[i] - base) * Math.sign(size) < Math.abs(size) / 2);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    count += back(i) - (i >= stretch ? back(i - stretch) : 0);
    if (i >= stretch - 1 && count >= MOSTLY * stretch) return i - stretch + 1;
  }
  return null;
}

/** Days, and units, within which a change counts as on the same date of another year. */
const SAME_DATE_DAYS = 10;
const SAME_DATE_UNITS = 1.5;
/** Units to either end of the series in which no change is found: half of the narrowest comparison has no room there. */
const BLIND_UNITS = 2;

/**
 * The changes without those that come back on the same date, with the same sign and a size within .4 to 2.5, in at least
 * half of the other years: these are season.
 */
export function withoutYearly(
  found: readonly FoundChange[],
  rowsPerYear: number,
  n: number,
  unit: number,
): FoundChange[] {
  const near = Math.max(SAME_DATE_UNITS * unit, (SAME_DATE_DAYS * rowsPerYear) / YEAR_DAYS);
  return found.filter(({ row, size }) => {
    let years = 0;
    let twins = 0;
    for (let year = -20; year <= 20; year++) {
      const then = row + year * rowsPerYear;
      if (year === 0 || !(then > BLIND_UNITS * unit && then < n - BLIND_UNITS * unit)) continue;
      years++;
      if (
        found.some((other) => Math.abs(other.row - then) <= near && other.size / size > 0.4 && other.size / size < 2.5)
      )
        twins++;
    }
    return !(years > 0 && twins >= Math.max(1, years / 2));
  });
}
