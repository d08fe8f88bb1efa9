import type { SeriesReport } from "kpi-anomaly";
import { columnExtremes, keepInOrder } from "../../../shared/column-extremes.js";
import type { SeriesWindow } from "../../../shared/protocol/index.js";
import { lowestOf, withinDomain } from "./normal-facts.js";

/** Up to so many flagged points are all kept; beyond, the lowest and highest flagged point of each column. */
const mostFlagged = 4000;

/** Points a column up to which all are kept. */
const mostWhole = 2;

/** First index of an ascending array at or above the target. */
export function lowerBound(values: Float64Array, target: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indexes of the points to draw between `start` and `end` (exclusive): no extreme and no flagged point's reach is lost. */
export function thinnedPoints(report: SeriesReport, start: number, end: number, buckets: number): Uint32Array {
  const axis: Axis = { time: report.time, values: report.values, start, end, buckets };
  const shaping = shapingPoints(axis);
  return end - start <= mostWhole * buckets ? shaping : merged(shaping, flaggedPoints(axis, report.incidentOf));
}

/** A stretch of a line and the number of columns it is drawn in. */
interface Axis {
  readonly time: Float64Array;
  readonly values: Float64Array;
  readonly start: number;
  readonly end: number;
  readonly buckets: number;
}

/** Pixel column of each point. */
function columnOf({ time, start, end, buckets }: Axis): (index: number) => number {
  const from = time[start];
  const width = (time[end - 1] - from) / buckets || 1;
  return (index) => Math.min(buckets - 1, Math.floor((time[index] - from) / width));
}

const known = new WeakMap<Float64Array, { readonly axis: Axis; readonly kept: Uint32Array }>();

/** The points that give the line its shape. They are the same for every cut: those last drawn are kept for as long as the line. */
function shapingPoints(axis: Axis): Uint32Array {
  const { start, end, buckets } = axis;
  const before = known.get(axis.values);
  if (
    before &&
    before.axis.time === axis.time &&
    before.axis.start === start &&
    before.axis.end === end &&
    before.axis.buckets === buckets
  )
    return before.kept;
  const kept =
    end - start <= mostWhole * buckets
      ? Uint32Array.from({ length: end - start }, (_, place) => start + place)
      : Uint32Array.from(columnExtremes(axis.values, start, end, columnOf(axis)));
  known.set(axis.values, { axis, kept });
  return kept;
}

/** All points of incidents, or, where they are very many, the lowest and the highest of each column. O(points). */
function flaggedPoints(axis: Axis, incidentOf: Uint32Array): number[] {
  const all: number[] = [];
  for (let index = axis.start; index < axis.end; index++) if (incidentOf[index] > 0) all.push(index);
  if (all.length <= mostFlagged) return all;
  const column = columnOf(axis);
  const kept: number[] = [];
  for (let place = 0; place < all.length; ) {
    const at = column(all[place]);
    let [low, high] = [all[place], all[place]];
    for (; place < all.length && column(all[place]) === at; place++) {
      if (axis.values[all[place]] < axis.values[low]) low = all[place];
      if (axis.values[all[place]] > axis.values[high]) high = all[place];
    }
    keepInOrder([low, high], kept);
  }
  return kept;
}

/** Two ascending lists as one, each index once. */
function merged(a: Uint32Array, b: readonly number[]): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; count++) {
    const next = j >= b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
    if (a[i] === next) i++;
    if (b[j] === next) j++;
    both[count] = next;
  }
  return both.slice(0, count);
}

/** 0 outside incidents, 1 in one, 2 where the line has its shape without the point. */
function flagsOf(kept: Uint32Array, shaping: Uint32Array, incidentOf: Uint32Array): Uint8Array {
  const flagged = new Uint8Array(kept.length);
  for (let place = 0, next = 0; place < kept.length; place++) {
    const shapes = shaping[next] === kept[place];
    if (shapes) next++;
    flagged[place] = incidentOf[kept[place]] === 0 ? 0 : shapes ? 1 : 2;
  }
  return flagged;
}

type Model = Pick<SeriesWindow, "modelTime" | "expected" | "lower" | "upper">;
const knownModel = new WeakMap<
  Float64Array,
  {
    readonly of: Pick<SeriesReport, "lower" | "upper">;
    readonly start: number;
    readonly end: number;
    readonly buckets: number;
    readonly model: Model;
  }
>();

/** The thinned model, which no cut changes either. */
function modelOf(report: SeriesReport, start: number, end: number, buckets: number): Model {
  const before = knownModel.get(report.expected);
  if (
    before &&
    before.of.lower === report.lower &&
    before.of.upper === report.upper &&
    before.start === start &&
    before.end === end &&
    before.buckets === buckets
  )
    return before.model;
  const model = thinnedModel(report, start, end, buckets);
  knownModel.set(report.expected, { of: report, start, end, buckets, model });
  return model;
}

/**
 * Expected value at each column's middle point, with the widest range seen in the column; at every point where the line has all
 * of them, or a weekend's low would be left out of what is expected and stay on the line.
 */
function thinnedModel(report: SeriesReport, start: number, end: number, buckets: number): Model {
  const step = end - start <= mostWhole * buckets ? 1 : Math.ceil((end - start) / buckets);
  const count = Math.ceil((end - start) / step);
  const model = {
    modelTime: new Float64Array(count),
    expected: new Float64Array(count),
    lower: new Float64Array(count),
    upper: new Float64Array(count),
  };
  const least = lowestOf(report.values);
  for (let cell = 0; cell < count; cell++) {
    const first = start + cell * step;
    const last = Math.min(end, first + step);
    let low = Infinity;
    let high = -Infinity;
    for (let index = first; index < last; index++) {
      if (report.lower[index] < low) low = report.lower[index];
      if (report.upper[index] > high) high = report.upper[index];
    }
    const middle = (first + last - 1) >> 1;
    model.modelTime[cell] = report.time[middle];
    model.expected[cell] = withinDomain(report.expected[middle], least);
    model.lower[cell] = low === Infinity ? NaN : withinDomain(low, least);
    model.upper[cell] = high === -Infinity ? NaN : withinDomain(high, least);
  }
  return model;
}

/** The part of a series between two places on its axis, thinned to so many columns, with one point beyond each edge. */
export function seriesWindow(
  report: SeriesReport,
  series: number,
  from: number,
  to: number,
  buckets: number,
): SeriesWindow {
  const start = Math.max(0, lowerBound(report.time, from) - 1);
  const end = Math.min(report.time.length, lowerBound(report.time, to) + 1);
  const kept = thinnedPoints(report, start, end, buckets);
  const at = (values: Float64Array): Float64Array => {
    const picked = new Float64Array(kept.length);
    for (let place = 0; place < kept.length; place++) picked[place] = values[kept[place]];
    return picked;
  };
  const least = lowestOf(report.values);
  const inDomain = (values: Float64Array): Float64Array => at(values).map((value) => withinDomain(value, least));
  const window = {
    point: kept,
    time: at(report.time),
    value: at(report.values),
    score: at(report.scores),
    expectedAt: inDomain(report.expected),
    lowerAt: inDomain(report.lower),
    upperAt: inDomain(report.upper),
    usualAt: inDomain(report.usual),
    usualLowerAt: inDomain(report.usualLower),
    usualUpperAt: inDomain(report.usualUpper),
    flagged: flagsOf(
      kept,
      shapingPoints({ time: report.time, values: report.values, start, end, buckets }),
      report.incidentOf,
    ),
  };
  return { series, from, to, ...window, ...modelOf(report, start, end, buckets) };
}
