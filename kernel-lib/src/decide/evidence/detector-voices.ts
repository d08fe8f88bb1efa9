import { sortValues } from "../../numeric/order/sort-values.js";
import { centredMaximum, centredMean } from "../../numeric/windows/centred-window.js";
import { byPhase } from "../../numeric/by-phase.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { log, log1p } from "../../numeric/math.js";
import { quantile } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";
import { blockMaxima } from "./block-maxima.js";
import { columnByRow, columnOf, STRIP, type EvidenceColumn } from "./evidence-column.js";
import { surpriseAt, surprisesOf, type Surprise, type Surprises } from "./surprise.js";

const DAY = 86_400;

/** The detector of single values: how much alone its high scores stand is a column of its own. */
export const LONE_VOICE = "seasonalResidual";

/** What all detectors say together: the root of the sum of squares of all surprises above the usual, and a little of their mean; never below 0. */
export function pooled(surprises: Surprises, rows: number): Float64Array {
  const pool = new Float64Array(rows);
  const count = Math.max(1, surprises.size);
  const own = new Float64Array(Math.min(STRIP, rows));
  const all = new Float64Array(own.length);
  for (let start = 0; start < rows; start += STRIP) {
    const end = Math.min(rows, start + STRIP);
    all.fill(0);
    for (const surprise of surprises.values()) {
      surprisesOf(surprise, own, start, end);
      for (let i = start, k = 0; i < end; i++, k++) {
        const value = own[k];
        if (value > 0) pool[i] += value * value;
        all[k] += value;
      }
    }
    for (let i = start, k = 0; i < end; i++, k++) pool[i] = Math.max(0, Math.sqrt(pool[i]) + (0.01 * all[k]) / count);
  }
  return pool;
}

/** The surprise of one voice as a column. */
function surpriseColumn(name: string, own: Surprise): EvidenceColumn {
  return {
    name,
    isLogarithm: true,
    fill: (out) => surprisesOf(own, out, 0, out.length),
    strip: (out, start, end) => surprisesOf(own, out, start, end),
    at: (row) => surpriseAt(own, row),
  };
}

/** What a row's own value is compared with for its loneness: the highest of each block, and which part of the value they must reach. */
export interface Loneness {
  /** Ascending. */
  readonly maxima: Float64Array;
  readonly part: number;
  readonly more: number;
}

/** @param maxima are sorted */
export function loneness(maxima: Float64Array, part: number, more: number): Loneness {
  return { maxima: sortValues(maxima), part, more };
}

/** A conformal rank: minus the log share of blocks whose highest comes near the value. */
export function lonenessAt({ maxima, part, more }: Loneness, value: number): number {
  const m = maxima.length;
  return -log((1 + m - lowerBound(maxima, part * value + more)) / m);
}

/** Second largest of the surprises above the usual. */
export function secondAt(surprises: readonly Surprise[], row: number): number {
  let top = 0;
  let next = 0;
  for (let k = 0; k < surprises.length; k++) {
    const value = surpriseAt(surprises[k], row);
    if (value > top) {
      next = top;
      top = value;
    } else if (value > next) next = value;
  }
  return next;
}

/** Room for one strip at a time. */
const room = { top: new Float64Array(STRIP), next: new Float64Array(STRIP), own: new Float64Array(STRIP) };

/** The same of rows in a row, strip by strip. */
function fillSeconds(surprises: readonly Surprise[], out: Float64Array, first: number, last: number): void {
  const { top, next, own } = room;
  for (let start = first; start < last; start += STRIP) {
    const end = Math.min(last, start + STRIP);
    next.fill(0, 0, end - start);
    top.fill(0, 0, end - start);
    for (let k = 0; k < surprises.length; k++) {
      surprisesOf(surprises[k], own, start, end);
      for (let i = 0; i < end - start; i++) {
        const value = own[i];
        if (value > top[i]) {
          next[i] = top[i];
          top[i] = value;
        } else if (value > next[i]) next[i] = value;
      }
    }
    for (let i = start; i < end; i++) out[i - first] = next[i - start];
  }
}

function secondColumn(name: string, surprises: readonly Surprise[]): EvidenceColumn {
  return {
    name,
    isLogarithm: true,
    fill: (out) => fillSeconds(surprises, out, 0, out.length),
    strip: (out, start, end) => fillSeconds(surprises, out, start, end),
    at: (row) => secondAt(surprises, row),
  };
}

/** What returns in each cycle; null where nothing can. */
interface Recurring {
  readonly pool: Float64Array;
  /** By place in the cycle. */
  readonly usual: Float64Array;
  readonly place: ArrayLike<number>;
}

/** What returns at this place of the cycle, a twelfth of it earlier or later: the 60 % quantile over the cycles. */
function recurring(pool: Float64Array, season: Season): Recurring | null {
  const { cycle, cycleRows, grid } = season;
  const n = pool.length;
  if (cycle < 5 || cycleRows < 5 || n < 4 * cycleRows) return null;
  const near = cycleRows >= 12 ? Math.max(1, Math.floor(cycleRows / 12)) : 0;
  const around = near > 0 ? centredMaximum(pool, near) : pool;
  const usual = Float64Array.from(byPhase(around, grid.place, cycle), (phase) =>
    phase.length > 0 ? quantile(phase, 0.6) : 0,
  );
  return { pool, usual, place: grid.place };
}

function recurringAt(facts: Recurring | null, row: number): number {
  if (facts === null) return 0;
  const { pool, usual, place } = facts;
  return Math.max(0, Math.min(usual[place[row] % usual.length], pool[row]));
}

/** Days, business days and weeks to the same date or weekday a year before and after. */
const ANNIVERSARY_DAYS = [357, 364, 365, 366, 371];
const ANNIVERSARY_BUSINESS_DAYS = [259, 260, 261, 262];
const ANNIVERSARY_WEEKS = [51, 52, 53];

/** What returns a year before or after. */
function returning(pool: Float64Array, { grid }: Season, found: Float64Array): void {
  const n = pool.length;
  const { step, dated, density } = grid;
  found.fill(0);
  if (!dated) return;
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
  for (let i = 0; i < n; i++) found[i] = Math.min(found[i], Math.max(0, pool[i]));
}

/** The former score of a row as a voice. */
export const productOf = (former: number): number => (former > 0 ? log1p(4 * former) : 0);

/** What the detectors say, as columns: each alone, together, around a row, again and again. Most as ln(1 + ·). */
export function detectorVoices(
  surprises: Surprises,
  former: Float64Array,
  season: Season,
  block: number,
): { readonly columns: readonly EvidenceColumn[]; readonly pool: Float64Array } {
  const pool = pooled(surprises, season.filled.length);
  const half = Math.max(1, block >> 2);
  const single: Single = { lone: surprises.get(LONE_VOICE), pool };
  const alone = { values: pool, beside: loneness(blockMaxima(pool, block), 0.7, 0.5) };
  const byItself = { single, beside: loneness(maximaOf(single, block), 0.6, 0.5) };
  const columns: EvidenceColumn[] = [
    ...[...surprises].map(([id, own]) => surpriseColumn(id, own)),
    { name: "ctx_mean", isLogarithm: true, fill: (out) => centredMean(pool, 2 * half + 1, out) },
    { name: "ctx_max", isLogarithm: true, fill: (out) => centredMaximum(pool, half, out) },
    { name: "ctx_wide", isLogarithm: true, fill: (out) => centredMean(pool, 2 * block + 1, out) },
    secondColumn("second", [...surprises.values()]),
    columnOf("sum", pool),
    columnByRow("alone", false, alone, aloneAt),
    columnByRow("alone_z", false, byItself, byItselfAt),
    columnByRow("recur", true, recurring(pool, season), recurringAt),
    { name: "anniv", isLogarithm: true, fill: (out) => returning(pool, season, out) },
    columnByRow("prod", false, former, productAt),
  ];
  return { columns, pool };
}

/** The detector of single values, what all say together where it says nothing. */
interface Single {
  readonly lone: Surprise | undefined;
  readonly pool: Float64Array;
}

function singleAt({ lone, pool }: Single, row: number): number {
  return lone ? Math.max(0, surpriseAt(lone, row)) : pool[row];
}

/** How alone a row of a column stands. */
export function aloneAt(
  { values, beside }: { readonly values: Float64Array; readonly beside: Loneness },
  row: number,
): number {
  return lonenessAt(beside, values[row]);
}

function byItselfAt({ single, beside }: { readonly single: Single; readonly beside: Loneness }, row: number): number {
  return lonenessAt(beside, singleAt(single, row));
}

function productAt(former: Float64Array, row: number): number {
  return productOf(former[row]);
}

/** As `blockMaxima`, of what is told by row. */
function maximaOf(single: Single, block: number): Float64Array {
  const rows = single.pool.length;
  const maxima = new Float64Array(Math.ceil(rows / block)).fill(-Infinity);
  for (let row = 0; row < rows; row++) {
    const value = singleAt(single, row);
    const k = Math.floor(row / block);
    if (value > maxima[k]) maxima[k] = value;
  }
  return maxima;
}
