import { log } from "../../numeric/math.js";
import { weekdayOf } from "../dates/civil-day.js";
import type { DateScope } from "../dates/date-keys.js";
import type { DateEffects } from "../dates/dates.js";
import type { Underlying } from "../dates/kept-shares.js";
import { LARGE, ownOfOccurrences } from "../dates/occurrences.js";
import { DAY } from "../seasons/cycles.js";
import { median, scaleAboutZero } from "../noise/spread.js";
import { effectsOn, withoutFar } from "./date-learning.js";
import { residualOf } from "./parts.js";

/** Sizes beyond which one hour does not bend the mean of its day further. */
const MOST = 8;

/** Rows day by day. */
interface Days {
  /** Days since 1970-01-01, in seconds. */
  readonly dates: Float64Array;
  /** First row of each day, and the row after the last. */
  readonly starts: Int32Array;
  /** Rows of a usual day. */
  readonly rowsOfDay: number;
}

/**
 * What dates explain in hours: learnt from the means of days, given to each hour as far as dates differ at it. A day of a date
 * that is off by no more than the occurrences of all dates differ among themselves is told by itself as well.
 *
 * @param z residuals in deviations; @param t epoch seconds (UTC)
 */
export function hourlyEffects(
  z: Float64Array,
  weight: Float64Array,
  t: Float64Array,
  step: number,
  scope: DateScope,
  underlying: Underlying,
): DateEffects {
  const days = daysOf(t, step);
  const { dates, starts } = days;
  const even = new Float64Array(z.length).fill(1);
  const plain = effectsOfDays(z, weight, even, days, scope, null);
  const isLarge = medianSize(plain.ofDay) >= LARGE;
  // Dates far beyond the noise take as much of the series at an hour of little noise as at one of much.
  const slope = isLarge ? slopesOf(underlying.noise, days) : even;
  const { ofDay, scale } = isLarge ? effectsOfDays(z, weight, slope, days, scope, underlying) : plain;
  const effect = new Float64Array(z.length);
  const touched = new Uint8Array(z.length);
  for (let day = 0; day < dates.length; day++) {
    if (ofDay.touched[day] === 0) continue;
    touched.fill(1, starts[day], starts[day + 1]);
    for (let i = starts[day]; i < starts[day + 1]; i++) effect[i] = ofDay.effect[day] * scale * slope[i];
  }
  giveCourse(effect, z, { weight, touched, underlying, scale }, days);
  const off = new Float64Array(dates.length).fill(NaN);
  const rest = new Float64Array(z.length);
  for (let day = 0; day < dates.length; day++) {
    if (ofDay.touched[day] === 0) continue;
    let known = 0;
    for (let i = starts[day]; i < starts[day + 1]; i++)
      if (weight[i] > 0) rest[known++] = (z[i] - effect[i]) / slope[i];
    if (known > 0) off[day] = median(rest, 0, known) / scale;
  }
  const { own, doubt, isOwn } = ownOfOccurrences(off, ofDay.effect, ofDay.doubt);
  const ofRows = new Float64Array(z.length);
  for (let day = 0; day < dates.length; day++) {
    if (ofDay.touched[day] === 0) continue;
    for (let i = starts[day]; i < starts[day + 1]; i++) {
      const size = scale * slope[i];
      effect[i] += own[day] * size;
      // A day that is off as a whole is judged by how far days are: its rows share what is open.
      ofRows[i] = doubt[day] * (isOwn[day] === 1 ? size * size : 1);
    }
  }
  return { effect, touched, doubt: ofRows, learnt: ofDay.learnt };
}

/** Median effect: where it is large, dates are told in units of the series. */
function medianSize({ learnt }: DateEffects): number {
  return learnt.length === 0 ? 0 : median(Float64Array.from(learnt, ({ effect }) => Math.abs(effect)));
}

/** The mean noise of the day of each row over its own. */
function slopesOf(noise: Float64Array, { dates, starts }: Days): Float64Array {
  const means = meansOf(noise, starts);
  const slope = new Float64Array(noise.length);
  for (let day = 0; day < dates.length; day++)
    for (let i = starts[day]; i < starts[day + 1]; i++) slope[i] = means[day] / noise[i];
  return slope;
}

/** Dates on the means of days; with what is `underlying` once more, to learn what is kept on them and what they hid. */
function effectsOfDays(
  z: Float64Array,
  weight: Float64Array,
  slope: Float64Array,
  days: Days,
  scope: DateScope,
  underlying: Underlying | null,
): { readonly ofDay: DateEffects; readonly scale: number } {
  const { dates, starts, rowsOfDay } = days;
  const [mean, count] = meansOfDays(z, weight, slope, days);
  const scale = scaleAboutZero(mean, count);
  const full = count.map((rows) => Number(rows > rowsOfDay / 2));
  const standard = mean.map((value) => value / scale);
  const first = effectsOn(standard, { weight: full }, withoutFar(standard, full), null, dates, scope, null, true);
  if (underlying === null || first.learnt.length === 0) return { ofDay: first, scale };
  const rest = residualOf(standard, first.effect);
  const noise = meansOf(underlying.noise, starts);
  for (let day = 0; day < noise.length; day++) noise[day] *= scale;
  const known = {
    learnt: first.learnt,
    underlying: { noise, season: meansOf(underlying.season, starts), fit: meansOf(underlying.fit, starts) },
  };
  const teaching = withoutFar(rest, full);
  return { ofDay: effectsOn(rest, { weight: full }, teaching, first.effect, dates, scope, known, true), scale };
}

/** Means by day in its usual deviations, and the known rows of each day. */
function meansOfDays(
  z: Float64Array,
  weight: Float64Array,
  slope: Float64Array,
  { dates, starts }: Days,
): [mean: Float64Array, count: Float64Array] {
  const count = new Float64Array(dates.length);
  const mean = new Float64Array(dates.length);
  for (let day = 0; day < dates.length; day++) {
    const [from, to] = [starts[day], starts[day + 1]];
    // A day of which half is as far off is not bent by one hour.
    const most = MOST + FULL * Math.abs(median(z.subarray(from, to)));
    let squares = 0;
    for (let i = from; i < to; i++) {
      count[day] += weight[i];
      squares += weight[i] * slope[i] * slope[i];
      mean[day] += weight[i] * slope[i] * Math.max(-most, Math.min(most, z[i]));
    }
    if (squares > 0) mean[day] /= squares;
  }
  return [mean, count];
}

/** Means by day. */
function meansOf(part: Float64Array, starts: Int32Array): Float64Array {
  const means = new Float64Array(starts.length - 1);
  for (let day = 0; day < means.length; day++) {
    for (let i = starts[day]; i < starts[day + 1]; i++) means[day] += part[i];
    means[day] /= Math.max(1, starts[day + 1] - starts[day]);
  }
  return means;
}

function daysOf(t: Float64Array, step: number): Days {
  const first = Math.floor(t[0] / DAY);
  const days = Math.floor(t[t.length - 1] / DAY) - first + 1;
  const starts = new Int32Array(days + 1);
  for (const time of t) starts[Math.floor(time / DAY) - first + 1]++;
  for (let day = 0; day < days; day++) starts[day + 1] += starts[day];
  const dates = Float64Array.from({ length: days }, (_, day) => (first + day) * DAY);
  return { dates, starts, rowsOfDay: Math.max(1, Math.round(DAY / step)) };
}

/** What the prior that a date is the same all day weighs: as if a day four deviations off had said so. */
const SAME_ALL_DAY = 16;
/** Effects of its day that an hour holds at most, beside what any hour may. */
const FULL = 4;
/** Parts of the course of another weekday that a date may take. */
const PARTS = [0.25, 0.5, 0.75, 1];
/** The days whose course a date may take, Monday 0: that of a Sunday, or another day off. */
const WEEKDAYS = [6, 5, 4, 3, 2, 1, 0];
/** What a course must explain beside the price of all that are tried. */
const MARGIN = 6;
/** Squares beyond this count no more. */
const FARTHEST = 100;

interface Dated {
  readonly weight: Float64Array;
  readonly touched: Uint8Array;
  readonly underlying: Underlying;
  /** Deviation of the mean of a day. */
  readonly scale: number;
}

/**
 * Gives effects of days the course that dates have: as much of the effect as there is at each hour over all dates, and
 * as much of the course of another weekday, which all dates together tell: a holiday may run like a Sunday. Changes `effect`.
 */
function giveCourse(effect: Float64Array, z: Float64Array, dated: Dated, days: Days): void {
  const { rowsOfDay } = days;
  const rows: number[] = [];
  for (let i = 0; i < z.length; i++) if (dated.touched[i] === 1) rows.push(i);
  if (rows.length === 0) return;
  const own = Float64Array.from(rows, (i) => effect[i]);
  const plain = new Float64Array(rows.length);
  let best = { ...courseOf(own, z, dated.weight, rows, rowsOfDay, plain), like: plain };
  // Rows that remember each other say less than as many of their own.
  const price = (MARGIN + 2 * log(PARTS.length * WEEKDAYS.length)) * Math.max(1, rowsOfDay * dated.scale * dated.scale);
  const least = best.loss - price;
  for (const weekday of WEEKDAYS) {
    const whole = courseOfWeekday(weekday, dated, days, rows);
    for (const part of PARTS) {
      const like = whole.map((value) => value * part);
      const tried = courseOf(own, z, dated.weight, rows, rowsOfDay, like);
      if (tried.loss < Math.min(least, best.loss)) best = { ...tried, like };
    }
  }
  for (let k = 0; k < rows.length; k++) effect[rows[k]] = own[k] * best.course[rows[k] % rowsOfDay] + best.like[k];
}

/** By how much rows would differ if their day ran like such a weekday, the mean of the day left as it is. */
function courseOfWeekday(
  weekday: number,
  { underlying: { season, noise } }: Dated,
  { dates, starts, rowsOfDay }: Days,
  rows: readonly number[],
): Float64Array {
  const like = new Float64Array(rows.length);
  for (let k = 0, day = 0; k < rows.length; ) {
    while (starts[day + 1] <= rows[k]) day++;
    let to = k;
    let mean = 0;
    const before = (weekdayOf(dates[day] / DAY) - weekday + 7) % 7;
    for (; to < rows.length && rows[to] < starts[day + 1]; to++) {
      let other = rows[to] - (before > 3 ? before - 7 : before) * rowsOfDay;
      if (other < 0) other += 7 * rowsOfDay;
      if (other >= season.length) other -= 7 * rowsOfDay;
      like[to] = other < 0 ? 0 : season[other] - season[rows[to]];
      mean += like[to];
    }
    mean /= to - k;
    for (; k < to; k++) like[k] = (like[k] - mean) / noise[rows[k]];
  }
  return like;
}

/**
 * How much of the effect of a date there is at each hour, over all dates: a holiday is no different at midnight. Least squares of
 * the rows on the effect of their day, shrunk to 1, and the clipped squares that this leaves.
 */
function courseOf(
  effect: Float64Array,
  z: Float64Array,
  weight: Float64Array,
  rows: readonly number[],
  places: number,
  like: Float64Array,
): { readonly course: Float64Array; readonly loss: number } {
  const products = new Float64Array(places).fill(SAME_ALL_DAY);
  const squares = new Float64Array(places).fill(SAME_ALL_DAY);
  for (let k = 0; k < rows.length; k++) {
    if (!(weight[rows[k]] > 0)) continue;
    // An hour holds more than its day when the others hold nothing, but no more than all of it.
    const most = MOST + FULL * Math.abs(effect[k]);
    const place = rows[k] % places;
    products[place] += effect[k] * Math.max(-most, Math.min(most, z[rows[k]] - like[k]));
    squares[place] += effect[k] * effect[k];
  }
  const course = products.map((product, place) => product / squares[place]);
  let loss = 0;
  for (let k = 0; k < rows.length; k++) {
    if (!(weight[rows[k]] > 0)) continue;
    const rest = z[rows[k]] - like[k] - effect[k] * course[rows[k] % places];
    loss += Math.min(rest * rest, FARTHEST);
  }
  return { course, loss };
}
