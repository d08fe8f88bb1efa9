import type { SeriesReport } from "kpi-anomaly";
import type { SeriesWindow } from "../protocol.js";

/** Up to so many flagged points are all kept; beyond, the lowest and highest flagged point of each column. */
const mostFlagged = 4000;

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

/** Extremes of one pixel column, by index; -1 while none was seen. */
interface Column {
  first: number;
  last: number;
  low: number;
  high: number;
  flaggedLow: number;
  flaggedHigh: number;
  gap: number;
}

const emptyColumn = (): Column => ({ first: -1, last: -1, low: -1, high: -1, flaggedLow: -1, flaggedHigh: -1, gap: -1 });

function visit(column: Column, values: Float64Array, index: number, flagged: boolean): void {
  const value = values[index];
  if (Number.isNaN(value)) {
    column.gap = index;
    return;
  }
  if (column.first < 0) column.first = index;
  column.last = index;
  if (column.low < 0 || value < values[column.low]) column.low = index;
  if (column.high < 0 || value > values[column.high]) column.high = index;
  if (!flagged) return;
  if (column.flaggedLow < 0 || value < values[column.flaggedLow]) column.flaggedLow = index;
  if (column.flaggedHigh < 0 || value > values[column.flaggedHigh]) column.flaggedHigh = index;
}

/** Writes the column's points in their own order, each once; a gap with nothing else breaks the line. */
function keep(column: Column, kept: number[]): void {
  const chosen = [column.first, column.low, column.high, column.flaggedLow, column.flaggedHigh, column.last].filter((index) => index >= 0);
  if (column.gap >= 0) chosen.push(column.gap);
  chosen.sort((a, b) => a - b);
  for (const index of chosen) if (kept[kept.length - 1] !== index) kept.push(index);
}

/** Indexes of the points to draw between `start` and `end` (exclusive): no extreme and no flagged point's reach is lost. */
export function thinnedPoints(report: SeriesReport, start: number, end: number, buckets: number): number[] {
  const { time, values, incidentOf } = report;
  const kept: number[] = [];
  if (end - start <= 2 * buckets) {
    for (let index = start; index < end; index++) kept.push(index);
    return kept;
  }
  let flaggedPoints = 0;
  for (let index = start; index < end; index++) if (incidentOf[index]) flaggedPoints++;
  const keepAllFlagged = flaggedPoints <= mostFlagged;
  const from = time[start];
  const width = (time[end - 1] - from) / buckets || 1;
  let bucket = -1;
  let column = emptyColumn();
  let extra: number[] = [];
  const close = (): void => {
    keep(column, extra);
    extra.sort((a, b) => a - b);
    for (const index of extra) if (kept[kept.length - 1] !== index) kept.push(index);
  };
  for (let index = start; index < end; index++) {
    const at = Math.min(buckets - 1, Math.floor((time[index] - from) / width));
    if (at !== bucket) {
      if (bucket >= 0) close();
      bucket = at;
      column = emptyColumn();
      extra = [];
    }
    const flagged = incidentOf[index] > 0;
    visit(column, values, index, flagged);
    if (flagged && keepAllFlagged) extra.push(index);
  }
  if (bucket >= 0) close();
  return kept;
}

/** Expected value at each column's middle point, with the widest range seen in the column. */
function thinnedModel(report: SeriesReport, start: number, end: number, buckets: number): Pick<SeriesWindow, "modelTime" | "expected" | "lower" | "upper"> {
  const step = Math.max(1, Math.ceil((end - start) / buckets));
  const count = Math.ceil((end - start) / step);
  const model = { modelTime: new Float64Array(count), expected: new Float64Array(count), lower: new Float64Array(count), upper: new Float64Array(count) };
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
    model.expected[cell] = report.expected[middle];
    model.lower[cell] = low === Infinity ? NaN : low;
    model.upper[cell] = high === -Infinity ? NaN : high;
  }
  return model;
}

/** The part of a series between two places on its axis, thinned to so many columns, with one point beyond each edge. */
export function seriesWindow(report: SeriesReport, series: number, from: number, to: number, buckets: number): SeriesWindow {
  const start = Math.max(0, lowerBound(report.time, from) - 1);
  const end = Math.min(report.time.length, lowerBound(report.time, to) + 1);
  const kept = thinnedPoints(report, start, end, buckets);
  const at = (values: Float64Array): Float64Array => Float64Array.from(kept, (index) => values[index]);
  const window = {
    point: Uint32Array.from(kept),
    time: at(report.time),
    value: at(report.values),
    score: at(report.scores),
    expectedAt: at(report.expected),
    lowerAt: at(report.lower),
    upperAt: at(report.upper),
    flagged: Uint8Array.from(kept, (index) => (report.incidentOf[index] > 0 ? 1 : 0)),
  };
  return { series, from, to, ...window, ...thinnedModel(report, start, end, buckets) };
}
