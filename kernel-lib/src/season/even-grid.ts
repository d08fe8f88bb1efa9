import { median } from "../numeric/statistics.js";
import type { Series } from "../table.js";

const DAY = 86_400;

/** Where each point stands on an even grid of time. */
export interface RegularGrid {
  /** Usual step in seconds; 1 when the series has no dates, or most of its rows the same moment as the one before. */
  readonly step: number;
  /** Whole number of steps since the first point (months or quarters for calendar cadences). */
  readonly place: Int32Array;
  /** Points per grid place: 1 when complete, 5/7 for business days. */
  readonly density: number;
  /** False when the points are only counted. */
  readonly dated: boolean;
}

/**
 * Lays the points on an even grid, so that "the same hour yesterday" is found across gaps. Months and quarters are counted
 * by the calendar, since they differ in length. A series whose gaps dwarf its points, or most of whose moments stand
 * several times, is counted by rows instead. O(n).
 */
export function regularGrid(series: Series): RegularGrid {
  const n = series.values.length;
  if (!series.dated || n < 2) return { step: 1, place: byRow(n), density: 1, dated: false };
  const steps = new Float64Array(n - 1);
  for (let i = 1; i < n; i++) steps[i - 1] = (series.time[i] - series.time[i - 1]) / 1000;
  const step = median(steps);
  // Most rows share their moment with the one before: there is no step, and no clock to go by.
  if (step === 0) return { step: 1, place: byRow(n), density: 1, dated: false };
  const place = calendarPlaces(series.time, step) ?? evenPlaces(series.time, step);
  const span = place[n - 1] - place[0] + 1;
  if (!(span < 20 * n + 1000)) return { step, place: byRow(n), density: 1, dated: true };
  return { step, place: fromFirst(place), density: Math.min(1, n / span), dated: true };
}

function byRow(n: number): Int32Array {
  const place = new Int32Array(n);
  for (let i = 0; i < n; i++) place[i] = i;
  return place;
}

function evenPlaces(time: Float64Array, step: number): Float64Array {
  const place = new Float64Array(time.length);
  for (let i = 0; i < time.length; i++) place[i] = Math.round((time[i] - time[0]) / 1000 / step);
  return place;
}

function fromFirst(place: Float64Array): Int32Array {
  const since = new Int32Array(place.length);
  for (let i = 0; i < place.length; i++) since[i] = place[i] - place[0];
  return since;
}

/** Months or quarters since year 0, when that is what the steps are. */
function calendarPlaces(time: Float64Array, step: number): Float64Array | null {
  const months = step > 27 * DAY && step < 32 * DAY ? 1 : step > 88 * DAY && step < 93 * DAY ? 3 : 0;
  if (months === 0) return null;
  return Float64Array.from(time, (at) => {
    const date = new Date(at);
    return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months);
  });
}
