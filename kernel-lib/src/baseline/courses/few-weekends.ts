import { logGamma } from "../../numeric/distributions/log-gamma.js";
import { exp } from "../../numeric/math.js";
import { median, scaleAboutZero } from "../noise/spread.js";
import { DAY } from "../seasons/cycles.js";
import type { BaselineInput } from "../types.js";

/** Weeks from which on a week is a cycle like any other. */
const WEEKS = 2.5;
/** Rows of a day at least, days of a weekend and other days at least. */
const LEAST = { rows: 4, weekend: 3, other: 5 };
/** Share of the rows of a day that must be known for it to tell anything. */
const KNOWN = 0.5;
/** Chance of weekends that all lie beyond all other days, where they are like other days. */
const CHANCE = 0.02;
/** Thursday, 1 January 1970, is day 3 of its week. */
const FIRST = 3;
const SATURDAY = 5;
/** A day is smoothed by a triangle of this part of it to each side. */
const WINDOW = 1 / 48;

/**
 * How Saturdays and Sundays differ, in series of hours and minutes that are too short for a week: where all days of at least
 * two weekends lie beyond all other days, on one side (a permutation test), that is no event, but what weekends are like. A factor for each
 * place of the day, drawn to a common one (positive-part shrinkage); 1 on other days. Null where weekends do not stand apart.
 * O(n log n).
 *
 * @param values NaN where nothing is known
 */
export function weekendCourse(
  values: Float64Array,
  { step, times, cycles }: Pick<BaselineInput, "step" | "times" | "cycles">,
): Float64Array | null {
  if (times === null || typeof step !== "number" || cycles) return null;
  const rows = Math.round(DAY / step);
  const n = values.length;
  if (rows < LEAST.rows || n >= WEEKS * 7 * rows || values.some((value) => value < 0)) return null;
  const dayOf = Int32Array.from(times, (time) => Math.floor(time / DAY));
  const isWeekend = (day: number): boolean => (((day + FIRST) % 7) + 7) % 7 >= SATURDAY;
  const [weekend, other] = daysBySide(values, dayOf, isWeekend, KNOWN * rows);
  if (weekend.length < LEAST.weekend || other.length < LEAST.other) return null;
  const apart = Math.max(...weekend) < Math.min(...other) || Math.min(...weekend) > Math.max(...other);
  if (!apart || 2 / choose(weekend.length + other.length, weekend.length) > CHANCE) return null;
  const placeOf = (row: number): number => Math.floor((times[row] - dayOf[row] * DAY) / step + 0.5) % rows;
  const places = Int32Array.from(times, (_, row) => placeOf(row));
  const onWeekend = Uint8Array.from(dayOf, (day) => Number(isWeekend(day)));
  const factors = factorsOf(values, places, onWeekend, rows, [weekend.length, other.length]);
  return factors && Float64Array.from(places, (place, row) => (onWeekend[row] === 1 ? factors[place] : 1));
}

/** Medians of the days of weekends, and of the others. */
function daysBySide(
  values: Float64Array,
  dayOf: Int32Array,
  isWeekend: (day: number) => boolean,
  least: number,
): readonly [number[], number[]] {
  const sides: [number[], number[]] = [[], []];
  for (let from = 0, to = 0; from < values.length; from = to) {
    while (to < values.length && dayOf[to] === dayOf[from]) to++;
    const own = values.slice(from, to).filter(Number.isFinite);
    if (own.length >= least) sides[isWeekend(dayOf[from]) ? 0 : 1].push(median(own));
  }
  return sides;
}

const choose = (n: number, k: number): number => exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1));

/** The factor of each place of the day; null where there is nothing on other days. */
function factorsOf(
  values: Float64Array,
  places: Int32Array,
  onWeekend: Uint8Array,
  rows: number,
  [weekends, others]: readonly [number, number],
): Float64Array | null {
  const [usualWeekend, usual] = [1, 0].map((side) => smoothed(mediansByPlace(values, places, onWeekend, side, rows)));
  const [top, bottom] = [median(usualWeekend.slice()), median(usual.slice())];
  const common = top / bottom;
  if (!(common > 0 && common < Infinity)) return null;
  const away = usual.map((value, place) => usualWeekend[place] / (common * value) - 1);
  if (!away.every(Number.isFinite)) return null;
  const left = values
    .map((value, i) => (onWeekend[i] === 1 ? NaN : value / usual[places[i]] - 1))
    .filter(Number.isFinite);
  const noise = scaleAboutZero(left);
  const window = Math.max(1, Math.floor(rows * WINDOW));
  const variance = (noise * noise * (1 / weekends + 1 / others)) / window;
  const square = away.reduce((sum, value) => sum + value * value, 0) / rows;
  const kept = Math.max(0, 1 - variance / square) || 0;
  return away.map((value) => Math.max(common / 100, common * (1 + kept * value)));
}

function mediansByPlace(
  values: Float64Array,
  places: Int32Array,
  onWeekend: Uint8Array,
  side: number,
  rows: number,
): Float64Array {
  const own: number[][] = Array.from({ length: rows }, () => []);
  for (let i = 0; i < values.length; i++)
    if (onWeekend[i] === side && Number.isFinite(values[i])) own[places[i]].push(values[i]);
  return Float64Array.from(own, (some) => median(Float64Array.from(some)));
}

/** Around the clock, places that were never seen left out. */
function smoothed(medians: Float64Array): Float64Array {
  const rows = medians.length;
  const reach = Math.floor(rows * WINDOW);
  return medians.map((_, place) => {
    let [sum, weight] = [0, 0];
    for (let d = -reach; d <= reach; d++) {
      const value = medians[(place + d + rows) % rows];
      const own = reach + 1 - Math.abs(d);
      if (!Number.isFinite(value)) continue;
      sum += own * value;
      weight += own;
    }
    return sum / weight;
  });
}
