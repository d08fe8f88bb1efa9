import { centredMaximum, centredMean } from "../../numeric/windows/centred-window.js";
import { byPhase } from "../../numeric/by-phase.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { log, log1p } from "../../numeric/math.js";
import { quantile } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";
import { blockMaxima, usualMaximum } from "./block-maxima.js";

const DAY = 86_400;

/** The detector of single values: how much alone its high scores stand is a column of its own. */
export const LONE_VOICE = "seasonalResidual";

/** Surprises of the detectors, by id: one entry a row of the grid. */
export type Surprises = ReadonlyMap<string, Float64Array>;

/** Columns of a linear evidence, by name. */
export type Columns = Map<string, Float64Array>;

/**
 * A detector's scores in units of its own block maxima: 0 is what a block usually reaches, 2.3 is ten times rarer. What it
 * cannot judge is its least score.
 *
 * @param least smallest scale that its scores have where nothing happens
 */
export function surpriseOf(scores: Float64Array, block: number, least: number): Float64Array {
  let lowest = Infinity;
  for (let i = 0; i < scores.length; i++) if (scores[i] < lowest) lowest = scores[i];
  if (lowest === Infinity) return new Float64Array(scores.length);
  const known = scores.map((score) => (Number.isNaN(score) ? lowest : score));
  const { place, scale } = usualMaximum(blockMaxima(known, block), least);
  for (let i = 0; i < known.length; i++) known[i] = (known[i] - place) / scale;
  return known;
}

/** Scores that are roots of twice a log chance already. */
export function surpriseOfRoot(scores: Float64Array): Float64Array {
  return scores.map((score) => (score > 0 ? (score * score) / 2 : 0));
}

/** ln(1 + ·) of what is above 0. */
export const logs = (values: Float64Array): Float64Array => values.map((value) => (value > 0 ? log1p(value) : 0));

/** Root of the sum of squares of all surprises above the usual, and a little of their mean. */
export function pooled(surprises: readonly Float64Array[], rows: number): Float64Array {
  const pool = new Float64Array(rows);
  const all = new Float64Array(rows);
  for (const own of surprises)
    for (let i = 0; i < rows; i++) {
      if (own[i] > 0) pool[i] += own[i] * own[i];
      all[i] += own[i];
    }
  for (let i = 0; i < rows; i++) pool[i] = Math.sqrt(pool[i]) + (0.01 * all[i]) / Math.max(1, surprises.length);
  return pool;
}

/** A conformal rank: minus the log share of blocks whose highest comes near the row's own. */
export function loneness(values: Float64Array, block: number, part: number, more: number): Float64Array {
  const maxima = blockMaxima(values, block).sort();
  const m = maxima.length;
  return values.map((value) => -log((1 + m - lowerBound(maxima, part * value + more)) / m));
}

/** Second largest of the surprises above the usual. */
function second(surprises: readonly Float64Array[], rows: number): Float64Array {
  const found = new Float64Array(rows);
  if (surprises.length < 2) return found;
  for (let i = 0; i < rows; i++) {
    let [top, next] = [0, 0];
    for (let k = 0; k < surprises.length; k++) {
      const value = surprises[k][i];
      if (value > top) [top, next] = [value, top];
      else if (value > next) next = value;
    }
    found[i] = next;
  }
  return found;
}

/** What returns at this place of the cycle, a twelfth of it earlier or later: the 60 % quantile over the cycles. */
function recurring(pool: Float64Array, season: Season): Float64Array {
  const { cycle, cycleRows, grid } = season;
  const n = pool.length;
  if (cycle < 5 || cycleRows < 5 || n < 4 * cycleRows) return new Float64Array(n);
  const near = cycleRows >= 12 ? Math.max(1, Math.floor(cycleRows / 12)) : 0;
  const around = near > 0 ? centredMaximum(pool, near) : pool;
  const usual = byPhase(around, grid.place, cycle).map((phase) => (phase.length > 0 ? quantile(phase, 0.6) : 0));
  return pool.map((value, i) => Math.max(0, Math.min(usual[grid.place[i] % cycle], value)));
}

/** Days, business days and weeks to the same date or weekday a year before and after. */
const ANNIVERSARY_DAYS = [357, 364, 365, 366, 371];
const ANNIVERSARY_BUSINESS_DAYS = [259, 260, 261, 262];
const ANNIVERSARY_WEEKS = [51, 52, 53];

/** What returns a year before or after. */
function returning(pool: Float64Array, { grid }: Season): Float64Array {
  const n = pool.length;
  const { step, dated, density } = grid;
  const found = new Float64Array(n);
  if (!dated) return found;
  const lags =
    step > 0.6 * DAY && step < 3 * DAY && n >= 300
      ? density < 0.9
        ? ANNIVERSARY_BUSINESS_DAYS
        : ANNIVERSARY_DAYS
      : step > 5 * DAY && step < 9 * DAY && n > 90
        ? ANNIVERSARY_WEEKS
        : [];
  for (const lag of lags)
    for (let i = 0; i + lag < n; i++) {
      if (pool[i + lag] > found[i]) found[i] = pool[i + lag];
      if (pool[i] > found[i + lag]) found[i + lag] = pool[i];
    }
  return found.map((value, i) => Math.min(value, Math.max(0, pool[i])));
}

/** The former score of a row as a voice. */
export const productOf = (former: number): number => (former > 0 ? log1p(4 * former) : 0);

/** What the detectors say, as columns: each alone, together, around a row, again and again. All as ln(1 + ·). */
export function detectorVoices(
  surprises: Surprises,
  former: Float64Array,
  season: Season,
  block: number,
): { readonly columns: Columns; readonly pool: Float64Array } {
  const rows = season.filled.length;
  const all = [...surprises.values()];
  const pool = pooled(all, rows).map((value) => Math.max(0, value));
  const half = Math.max(1, block >> 2);
  const columns: Columns = new Map();
  for (const [id, own] of surprises) columns.set(id, logs(own));
  columns.set("ctx_mean", logs(centredMean(pool, 2 * half + 1)));
  columns.set("ctx_max", logs(centredMaximum(pool, half)));
  columns.set("ctx_wide", logs(centredMean(pool, 2 * block + 1)));
  columns.set("second", logs(second(all, rows)));
  columns.set("sum", logs(pool));
  columns.set("alone", loneness(pool, block, 0.7, 0.5));
  columns.set(
    "alone_z",
    loneness(
      (surprises.get(LONE_VOICE) ?? pool).map((u) => Math.max(0, u)),
      block,
      0.6,
      0.5,
    ),
  );
  columns.set("recur", logs(recurring(pool, season)));
  columns.set("anniv", logs(returning(pool, season)));
  columns.set("prod", former.map(productOf));
  return { columns, pool };
}
