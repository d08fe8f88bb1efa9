import type { Series } from "../table.js";
import { regularGrid, type RegularGrid } from "./even-grid.js";

const DAY = 86_400;

/** Steps of which fewer are as usual belong to a series whose rows come and go: nothing can be said to be missing there. */
const LEAST_REGULARITY = 0.5;

/** A step is a whole number of usual ones when it is off by no more than this part of one; of so many steps nearly all are. */
const OFF = 0.1;
const NEARLY_ALL = 0.95;

/** A place of the week (or of the day) has a row as a rule when it has one in at least this share of them. */
const AS_A_RULE = 0.5;

/** Steps of calendar months, in seconds. */
const MONTHS_FROM = 27 * DAY;

/** A series in which no row is missing, and where the points of the one it was made of stand in it. */
export interface WholeSeries {
  readonly series: Series;
  /** Null when no row was missing: the points are the same. */
  readonly rows: Int32Array | null;
}

/**
 * Puts in the rows that a file lacks, without a value. Cycles are counted in rows, so a day that is not there would compare
 * every Tuesday with a Monday for weeks. Only what is there as a rule is put in: a shop that is closed at night and on Sundays
 * lacks nothing. Irregular series, and those with more holes than rows, are left as they are. O(n).
 */
export function insertMissingRows(series: Series): WholeSeries {
  const none: WholeSeries = { series, rows: null };
  const { time } = series;
  const n = time.length;
  if (n < 2 || !keepsStep(series)) return none;
  const grid = regularGrid(series);
  if (!holesIn(grid.place) || !isOnGrid(time, grid)) return none;
  const usual = usualPlaces(grid);
  const rows = new Int32Array(n);
  const moments: number[] = [time[0]];
  for (let i = 1; i < n; i++) {
    for (let place = grid.place[i - 1] + 1; place < grid.place[i]; place++) {
      if (usual(place))
        moments.push(
          momentAt(
            time[i - 1],
            place - grid.place[i - 1],
            grid,
            (time[i] - time[i - 1]) / (grid.place[i] - grid.place[i - 1]),
          ),
        );
    }
    rows[i] = moments.length;
    moments.push(time[i]);
  }
  const length = moments.length;
  if (length === n || length > 2 * n) return none;
  const values = new Float64Array(length).fill(NaN);
  const records = new Uint32Array(length);
  for (let i = 0; i < n; i++) {
    values[rows[i]] = series.values[i];
    records[rows[i]] = series.records[i];
  }
  return { series: { ...series, time: Float64Array.from(moments), values, records }, rows };
}

/** Whether rows follow each other at even steps as a rule, so that one that does not come is missing. */
export function keepsStep({ dated, cadence }: Series): boolean {
  return dated && cadence !== null && cadence.label !== "irregular" && cadence.regularity >= LEAST_REGULARITY;
}

/**
 * The moments after the last of a series at which rows are to be expected: every step, or only the places of the week (the day)
 * that have a row as a rule. Milliseconds since 1970-01-01; rows counted on where there are no dates. O(n + count).
 */
export function momentsAfter(series: Series, count: number): Float64Array {
  const { time } = series;
  const last = time[time.length - 1];
  const grid = regularGrid(series);
  const moments = new Float64Array(count);
  const step = grid.dated ? 1000 * grid.step : 1;
  const usual = keepsStep(series) && grid.step < MONTHS_FROM ? usualPlaces(grid) : null;
  const lastPlace = grid.place[grid.place.length - 1];
  const week = Math.ceil((7 * DAY) / grid.step);
  let steps = 0;
  for (let k = 0; k < count; k++) {
    const latest = steps + week;
    for (steps++; usual !== null && !usual(lastPlace + steps) && steps < latest; ) steps++;
    moments[k] = grid.dated ? momentAt(last, steps, grid, step) : last + steps;
  }
  return moments;
}

function holesIn(place: Int32Array): boolean {
  for (let i = 1; i < place.length; i++) if (place[i] > place[i - 1] + 1) return true;
  return false;
}

function isOnGrid(time: Float64Array, { step }: RegularGrid): boolean {
  if (step >= MONTHS_FROM) return true;
  let fitting = 0;
  for (let i = 1; i < time.length; i++) {
    const steps = (time[i] - time[i - 1]) / 1000 / step;
    if (Math.abs(steps - Math.round(steps)) <= OFF) fitting++;
  }
  return fitting >= NEARLY_ALL * (time.length - 1);
}

/** Whether a place of the grid has a row as a rule: judged by its place in the week, in shorter series in the day. */
function usualPlaces({ place, step }: RegularGrid): (place: number) => boolean {
  const span = place[place.length - 1] + 1;
  const period =
    [7 * DAY, DAY].map((seconds) => Math.round(seconds / step)).find((steps) => steps > 1 && span >= 2 * steps) ?? 1;
  const present = new Uint32Array(period);
  for (let i = 0; i < place.length; i++) if (i === 0 || place[i] !== place[i - 1]) present[place[i] % period]++;
  return (at) => present[at % period] >= AS_A_RULE * Math.ceil((span - (at % period)) / period);
}

/** The moment so many steps after another; months are counted by the calendar. */
function momentAt(from: number, steps: number, { step }: RegularGrid, apart: number): number {
  if (step < MONTHS_FROM) return from + steps * apart;
  const date = new Date(from);
  date.setUTCMonth(date.getUTCMonth() + steps * Math.round(step / (30.4 * DAY)), 1);
  return date.getTime();
}
