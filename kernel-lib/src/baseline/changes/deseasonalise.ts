import { runningMedian } from "../../numeric/windows/running-median.js";
import { medianInPlace } from "../noise/spread.js";

/** Blocks that one cycle is cut into before a running median is taken. */
const BLOCKS = 24;

/** Values with lines over the rows of weight 0, the nearest known value beyond the first and last. */
export function bridgeGaps(x: Float64Array, w: Float64Array): Float64Array {
  const filled = x.slice();
  let last = -1;
  for (let i = 0; i <= x.length; i++) {
    if (i < x.length && !(w[i] > 0)) continue;
    if (i === x.length && last < 0) return filled;
    for (let k = last + 1; k < i; k++) {
      if (last < 0) filled[k] = x[i];
      else if (i === x.length) filled[k] = x[last];
      else filled[k] = x[last] + ((x[i] - x[last]) / (i - last)) * (k - last);
    }
    last = i;
  }
  return filled;
}

/**
 * Values without their seasons, with lines over the rows of weight 0 from the level before to the level after: medians of as
 * many known rows as are missing, up to `unit`. A line between two single values less the season would be a level of its own.
 */
export function bridgeLevels(rest: Float64Array, w: Float64Array, unit: number): Float64Array {
  const n = rest.length;
  const filled = rest.slice();
  for (let start = 0; start < n; start++) {
    if (w[start] > 0) continue;
    let end = start;
    while (end < n && !(w[end] > 0)) end++;
    const rows = Math.min(unit, end - start);
    const before = levelFrom(rest, w, start - 1, -1, rows);
    const after = levelFrom(rest, w, end, 1, rows);
    const from = before === before ? before : after;
    const slope = before === before && after === after ? (after - before) / (end - start + 1) : 0;
    if (from === from) for (let i = start; i < end; i++) filled[i] = from + slope * (i - start + 1);
    start = end;
  }
  return filled;
}

/** Median of up to so many known rows in a row; NaN when there is none. */
function levelFrom(rest: Float64Array, w: Float64Array, row: number, direction: 1 | -1, rows: number): number {
  const side = new Float64Array(rows);
  let count = 0;
  for (let i = row; i >= 0 && i < rest.length && w[i] > 0 && count < rows; i += direction) side[count++] = rest[i];
  return medianInPlace(side, count);
}

/**
 * Takes out seasons by medians, so that a change of the level does not bend them: per period block medians (a 24th of the
 * cycle), their running median over a cycle, and the medians by place of what differs from it. O(n log period).
 *
 * @param x values without gaps
 */
export function deseasonalise(x: Float64Array, periods: readonly number[]): Float64Array {
  const rest = x.slice();
  for (const period of periods) {
    const season = medianSeason(awayFromTrend(rest, period), period);
    for (let i = 0, place = 0; i < rest.length; i++) {
      rest[i] -= season[place];
      if (++place === period) place = 0;
    }
  }
  return rest;
}

function awayFromTrend(x: Float64Array, period: number): Float64Array {
  const n = x.length;
  const rows = Math.max(1, Math.floor(period / BLOCKS));
  const blocks = blockMedians(x, rows, Math.ceil(n / rows));
  const trend = runningMedian(blocks, Math.max(3, Math.floor(period / rows)) | 1);
  const away = new Float64Array(n);
  const last = trend.length - 1;
  for (let i = 0; i < n; i++) {
    const place = (i - (rows - 1) / 2) / rows;
    const block = Math.floor(place);
    const value =
      block < 0
        ? trend[0]
        : block >= last
          ? trend[last]
          : trend[block] + (trend[block + 1] - trend[block]) * (place - block);
    away[i] = x[i] - value;
  }
  return away;
}

/** Medians of `count` blocks of `rows` rows; beyond the end the last value goes on. */
export function blockMedians(x: Float64Array, rows: number, count: number): Float64Array {
  if (rows === 1) return x.slice(0, count);
  const medians = new Float64Array(count);
  const block = new Float64Array(rows);
  for (let k = 0; k < count; k++) {
    for (let j = 0; j < rows; j++) block[j] = x[Math.min(x.length - 1, k * rows + j)];
    medians[k] = medianInPlace(block, rows);
  }
  return medians;
}

/** Median by place of the cycle, less their mean. */
function medianSeason(x: Float64Array, period: number): Float64Array {
  const season = new Float64Array(period);
  const column = new Float64Array(Math.ceil(x.length / period));
  let mean = 0;
  for (let place = 0; place < period; place++) {
    let count = 0;
    for (let i = place; i < x.length; i += period) column[count++] = x[i];
    season[place] = medianInPlace(column, count);
    mean += season[place] / period;
  }
  for (let place = 0; place < period; place++) season[place] -= mean;
  return season;
}
