import { NONE } from "../dates/civil-day.js";
import { cos, exp, sin } from "../../numeric/math.js";

/** What a part of the covariance stands for. */
export type PartName = "walk" | "curve" | "memory" | "shape" | "place" | "date" | "farDate";

/** One term of the covariance of a short table, in units of the variance of its noise. */
export interface CovariancePart {
  readonly name: PartName;
  /** Rows of the cycle that it belongs to, null for the level and for dates. */
  readonly period: number | null;
  /** Strengths that are tried, ascending. */
  readonly strengths: readonly number[];
  /** Rows × rows, for strength 1. */
  readonly covariance: Float64Array;
  /** Where it has a low rank: `rank` rows F of one value a row of the table, so that the covariance is FᵀF; else null. */
  readonly factor: { readonly rank: number; readonly values: Float64Array } | null;
}

/** Rows after which a deviation that decays has fallen to 1/e. */
const DECAY = 2.5;

/** The grids are those of the search of the recipe: a factor of about four to ten a step, since a likelihood tells spreads no finer. */
const WALK = [0, 0.003, 0.03, 0.3, 3, 30];
const CURVE = [0, 1, 10, 100, 1e3, 1e4];
const MEMORY = [0, 0.3, 1, 4, 16];
const SHAPE = [0, 0.5, 3, 15, 60];
const PLACE = [0, 0.3, 1, 4, 16, 60];
const FAR = [0, 4, 16, 60, 250, 1000];

/**
 * The terms of which the level and the seasons of a short table may be made: a random walk, a cubic spline (Wahba 1978), a
 * deviation that decays, and for each period a smooth pattern and a level of its own for each place.
 *
 * A period need not be whole (a year of weeks): its smooth pattern follows it exactly, its places are those of the whole rows
 * nearest to it, the weeks of a calendar, since a week that is Christmas this year is not a seventh less so the next.
 *
 * @param dates ways in which dates return, a number a row, NONE where it does not apply
 */
export function covarianceParts(
  n: number,
  periods: readonly number[],
  dates: readonly Int32Array[] = [],
): CovariancePart[] {
  const part = (
    name: PartName,
    strengths: readonly number[],
    of: (i: number, j: number) => number,
  ): CovariancePart => ({ name, period: null, strengths, covariance: symmetric(n, of), factor: null });
  const parts = [
    part("walk", WALK, (i, j) => Math.min(i, j)),
    part("curve", CURVE, (i, j) => {
      const a = Math.min(i, j);
      const b = Math.max(i, j);
      return (((a * a * b) / 2 - (a * a * a) / 6) / n / n / n) * 3;
    }),
    part("memory", MEMORY, (i, j) => exp(-Math.abs(i - j) / DECAY)),
  ];
  for (const period of periods)
    parts.push(...(Number.isInteger(period) ? wholePeriod(n, period) : brokenPeriod(n, period)));
  for (const numbers of dates) parts.push(datePart(n, numbers));
  return parts;
}

function symmetric(n: number, of: (i: number, j: number) => number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = of(i, j);
  return matrix;
}

/** Likeness of two rows whose places in the cycle are a share `turn` of it apart (MacKay 1998). */
function likeness(turn: number, period: number): number {
  const width = period > 6 ? 0.7 : 1.2;
  const chord = sin(Math.PI * turn) / width;
  return exp(-2 * chord * chord);
}

/** A level of its own for each place of a cycle, which is taken to be of whole rows. */
function placesOf(n: number, period: number): CovariancePart {
  const places = Math.round(period);
  const indicators = new Float64Array(places * n);
  for (let i = 0; i < n; i++) indicators[(i % places) * n + i] = 1;
  return {
    name: "place",
    period,
    strengths: PLACE,
    covariance: symmetric(n, (i, j) => Number((i - j) % places === 0)),
    factor: places < n ? { rank: places, values: indicators } : null,
  };
}

/** A level of its own for each date that comes more than once. */
function datePart(n: number, numbers: Int32Array): CovariancePart {
  return groupsPart(n, datesThatReturn(numbers), "date", PLACE);
}

/** Rows of each date that comes more than once. */
export function datesThatReturn(numbers: Int32Array): number[][] {
  const rows = new Map<number, number[]>();
  for (const [row, number] of numbers.entries())
    if (number !== NONE) rows.set(number, [...(rows.get(number) ?? []), row]);
  return [...rows.values()].filter((own) => own.length > 1);
}

/** How much a far date differs from one time to the next: a seventh of what it is. */
const OWN = 1 / 7;

/** A level of its own for a few dates that stand far out among others that do not, see `farDates`; not quite the same each time. */
export function farDatesPart(n: number, groups: readonly (readonly number[])[]): CovariancePart {
  const once = groups.flatMap((rows) => rows.map((row) => [row]));
  return groupsPart(n, [...groups, ...once], "farDate", FAR, (k) => (k < groups.length ? 1 : OWN));
}

/** Rows of a group have `size` of a number of their own in common. */
function groupsPart(
  n: number,
  groups: readonly (readonly number[])[],
  name: PartName,
  strengths: readonly number[],
  size: (group: number) => number = () => 1,
): CovariancePart {
  const values = new Float64Array(groups.length * n);
  const covariance = new Float64Array(n * n);
  for (const [k, own] of groups.entries()) {
    for (const row of own) values[k * n + row] = size(k);
    for (const i of own) for (const j of own) covariance[i * n + j] += size(k) * size(k);
  }
  const factor = groups.length > 0 && groups.length < n ? { rank: groups.length, values } : null;
  return { name, period: null, strengths, covariance, factor };
}

function brokenPeriod(n: number, period: number): CovariancePart[] {
  const shape = symmetric(n, (i, j) => likeness((i - j) / period, period));
  const turn = (i: number): number => i / period;
  const factor = fourierFactor(
    n,
    turn,
    powersOf(Float64Array.from({ length: FINE }, (_, d) => likeness(d / FINE, period))),
  );
  return [{ name: "shape", period, strengths: SHAPE, covariance: shape, factor }, placesOf(n, period)];
}

function wholePeriod(n: number, period: number): CovariancePart[] {
  const places = Float64Array.from({ length: period }, (_, d) => likeness(d / period, period));
  const low = period < n;
  const shape: CovariancePart = {
    name: "shape",
    period,
    strengths: SHAPE,
    covariance: symmetric(n, (i, j) => places[(i - j) % period]),
    factor: low ? fourierFactor(n, (i) => (i % period) / period, powersOf(places)) : null,
  };
  const place = placesOf(n, period);
  return period > 4 ? [shape, place] : [place];
}

/** A covariance that depends on the distance in the cycle alone has sines and cosines as its eigenvectors. Powers of 0, 1, ... waves a cycle. */
function powersOf(places: Float64Array): Float64Array {
  const count = places.length;
  return Float64Array.from({ length: Math.floor(count / 2) + 1 }, (_, k) => {
    const sum = places.reduce((total, value, d) => total + value * cos((2 * Math.PI * k * d) / count), 0);
    return (Math.max(0, sum) * (k === 0 || 2 * k === count ? 1 : 2)) / count;
  });
}

/** Places that a cycle without whole places is cut into, and the power below which a wave is rounding. */
const FINE = 64;
const ROUNDING = 1e-12;

/** @param turn share of cycles that a row is from the first one */
function fourierFactor(
  n: number,
  turn: (i: number) => number,
  powers: Float64Array,
): { readonly rank: number; readonly values: Float64Array } {
  const rows: Float64Array[] = [];
  for (const [k, power] of powers.entries()) {
    if (power < ROUNDING) break;
    const size = Math.sqrt(power);
    rows.push(Float64Array.from({ length: n }, (_, i) => size * cos(2 * Math.PI * k * turn(i))));
    rows.push(Float64Array.from({ length: n }, (_, i) => size * sin(2 * Math.PI * k * turn(i))));
  }
  const waves = rows.filter((row) => row.some((value) => Math.abs(value) > ROUNDING));
  const values = new Float64Array(waves.length * n);
  for (const [k, row] of waves.entries()) values.set(row, k * n);
  return { rank: waves.length, values };
}
