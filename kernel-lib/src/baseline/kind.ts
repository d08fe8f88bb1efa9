import { sortValues } from "../numeric/order/sort-values.js";
import { finiteValues } from "../numeric/finite.js";
import { incrementsOf } from "./counters.js";
import { ROUNDING as EQUAL } from "../numeric/rounding.js";
import { quantile } from "../numeric/statistics.js";
import { levelsOf } from "./states/levels-of.js";
import type { Cycles, SeriesKind, Step } from "./types.js";

/** Fewer known values than this have no kind. */
const LEAST = 8;
/** Differences below this share of the values are rounding. */
const ROUNDING = 1e-12;

/** Values are held when so many steps change nothing and so many of the rows away from the main value stay. */
const HELD = { ties: 0.6, stays: 0.5, leastAway: 5 };
/** Held values of a measurement: more than so many, revisited so often, left for their neighbours. */
const ROUNDED = { values: 3, visits: 3, neighbours: 0.8 };
/** A total runs one way at so many steps of at least so many rows, and moves at most of them. */
const COUNTER = { least: 60, oneWay: 0.85, ties: 0.5, resets: 0.05 };
/** Rows at the largest possible value, or at any one value that is not held. */
const PINNED = { bound: 0.08, usual: 0.8 };
/** Counts beyond these are as good as continuous. */
const COUNT = { mean: 12, median: 12, far: 60 };
/** Counts about such a mean tie once in five steps at most; where they tie so often, something else holds them. */
const STEADY = { mean: 2, ties: 0.5 };
const ZEROS = 0.12;
/** Rows from which on levels can be told from chance. */
const LEVELS = 200;

/**
 * What kind of process a series is: the first that fits of nothing, states that are held, a running total, a share that is
 * pinned at its bound, small counts, many zeros, a value that is nearly always the same, a few levels with noise, else a continuous series ("long", however short).
 * Values that are missing are skipped. O(n log n) where values are held or levels are looked for, else O(n).
 */
export function kindOf(values: Float64Array, step: Step, cycles: Cycles | null = null): SeriesKind {
  const known = finiteValues(values);
  const n = known.length;
  let [low, high, sum, zeros, ups, downs, ties] = [Infinity, -Infinity, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const value = known[i];
    if (value < low) low = value;
    if (value > high) high = value;
    sum += value;
    if (value === 0) zeros++;
    if (i === 0) continue;
    if (value > known[i - 1]) ups++;
    else if (value < known[i - 1]) downs++;
    else ties++;
  }
  if (n < LEAST || high - low <= ROUNDING * Math.max(Math.abs(high), Math.abs(low))) return "nothing";
  const steps = n - 1;
  if (ties > HELD.ties * steps && areHeld(known)) return "states";
  const against = Math.min(ups, downs);
  if (n >= COUNTER.least && steps - against > COUNTER.oneWay * steps && ties < COUNTER.ties * steps)
    if (against <= COUNTER.resets * steps || beginsAgain(known)) return "counter";
  // More often at the bound than at nothing: else single events, at most one a row.
  if ((high === 1 || high === 100) && low >= 0 && shareOf(known, high) > Math.max(PINNED.bound, zeros / n))
    return "pinned";
  if (low >= 0) {
    const steady = sum / n >= STEADY.mean && ties > STEADY.ties * steps;
    if (
      sum / n < COUNT.mean &&
      !steady &&
      allWhole(known) &&
      quantile(known, 0.5) <= COUNT.median &&
      quantile(known, 0.99) < COUNT.far
    )
      return "count";
    if (zeros > ZEROS * n) return "zeros";
  }
  if (ties > 0 && shareOf(known, quantile(known, 0.5)) > PINNED.usual) return "pinned";
  return n >= LEVELS && levelsOf(values, step, cycles).length > 0 ? "levels" : "long";
}

/** Whether most falls of a series that rises are totals that begin again near nothing, and not a week that ends. */
function beginsAgain(known: Float64Array): boolean {
  const { direction, restarts } = incrementsOf(known);
  let falls = 0;
  for (let i = 1; i < known.length; i++) if (known[i] < known[i - 1]) falls++;
  return direction === 1 && restarts.reduce((sum, restart) => sum + restart, 0) > 0.5 * falls;
}

function shareOf(values: Float64Array, value: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) count += Number(values[i] === value);
  return count / values.length;
}

/** Whether all values are whole numbers, up to rounding of the largest: in a unit in which all are tiny none is. */
export function allWhole(values: Float64Array): boolean {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const tolerance = EQUAL * Math.min(1, largest);
  return values.every((value) => Math.abs(value - Math.round(value)) <= tolerance);
}

/** Whether the rows away from the commonest value stay where they are, and not because a measurement was rounded. */
function areHeld(known: Float64Array): boolean {
  const { distinct, counts } = distinctOf(known);
  const most = counts.reduce((best, count, k) => (count > counts[best] ? k : best), 0);
  let [away, stays] = [0, 0];
  for (let i = 0; i + 1 < known.length; i++) {
    if (known[i] === distinct[most]) continue;
    away++;
    if (known[i + 1] === known[i]) stays++;
  }
  return away >= HELD.leastAway && stays > HELD.stays * away && !isRounded(known, distinct);
}

/** A rounded measurement climbs its steps one by one and comes back to them. */
function isRounded(known: Float64Array, distinct: Float64Array): boolean {
  if (distinct.length <= ROUNDED.values) return false;
  const ranks = new Map(Array.from(distinct, (value, rank) => [value, rank]));
  let [changes, neighbours] = [0, 0];
  let before = ranks.get(known[0])!;
  for (let i = 1; i < known.length; i++) {
    if (known[i] === known[i - 1]) continue;
    const rank = ranks.get(known[i])!;
    changes++;
    if (Math.abs(rank - before) === 1) neighbours++;
    before = rank;
  }
  return changes > ROUNDED.visits * distinct.length && neighbours > ROUNDED.neighbours * changes;
}

/** Values that occur, ascending, with their numbers. */
export function distinctOf(values: Float64Array): { readonly distinct: Float64Array; readonly counts: Int32Array } {
  const sorted = sortValues(values.slice());
  const starts: number[] = [];
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) starts.push(i);
  return {
    distinct: Float64Array.from(starts, (start) => sorted[start]),
    counts: Int32Array.from(starts, (start, k) => (starts[k + 1] ?? sorted.length) - start),
  };
}

/** Whether the shape of a course means anything: not for states, counts, totals and what is mostly zero. */
export function isContinuous({ kind }: { readonly kind: SeriesKind }): boolean {
  return kind === "long" || kind === "short";
}
