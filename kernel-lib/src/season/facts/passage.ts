import { log } from "../../numeric/math.js";
import { mean, median } from "../../numeric/statistics.js";
import type { NormalChange } from "../../report.js";

/** Rows to each side of a change that are looked at, so the longest passage: a convention, a quarter of weeks, half a day of hours. */
const REACH = 12;

/**
 * Evidence for a passage against a step: twice the logarithm of the odds, of which more than 10 is "very strong" (Kass and
 * Raftery 1995, https://doi.org/10.1080/01621459.1995.10476572), by Schwarz's criterion. Of noise alone, also with a memory of a
 * half, one step of five deviations in a hundred is taken for a passage.
 */
const VERY_STRONG = 10;

/**
 * The rows over which a level goes to another one; null where it jumps from one row to the next, or nothing tells that it does
 * not. A passage is a straight way from one course to another, both level or both of one slope; a step is one of a single row.
 *
 * @param course values without their season, none missing
 * @param row first row on the new level, as the model places it
 */
export function passageOf(course: Float64Array, row: number): NonNullable<NormalChange["passage"]> | null {
  const first = Math.max(0, row - REACH);
  const values = course.slice(first, row + REACH);
  const onset = row - first;
  const courses = [levelOf(values), lineThrough(values)];
  const [step] = bestOf(courses.map((line) => fitOf(values, line, onset, 1)));
  const passages: Fit[] = [];
  for (let rows = 2; rows <= REACH; rows++)
    for (let start = Math.max(1, onset - rows + 1); start <= onset && start + rows < values.length; start++)
      passages.push(...courses.map((line) => fitOf(values, line, start, rows)));
  const [passage] = bestOf(passages);
  if (!passage || !(step.criterion - passage.criterion > VERY_STRONG)) return null;
  const { start, length, at } = passage;
  const end = start + length - 1;
  return { start: first + start, end: first + end, from: at(start - 1), to: at(end) };
}

const bestOf = (fits: readonly Fit[]): Fit[] => [...fits].sort((a, b) => a.criterion - b.criterion);

/**
 * The first row from which half of a change is made up for again; null where it is kept to the end.
 *
 * @param since first row wholly on the new level
 * @param rows rows that are looked at together: their median must be past the middle
 */
export function madeUpAt(
  course: Float64Array,
  since: number,
  { from, to }: Pick<NormalChange, "from" | "to">,
  rows: number,
): number | null {
  const middle = from + (to - from) / 2;
  const isBack = (value: number): boolean => (value - middle) * (to - from) < 0;
  for (let row = since + 1; row + rows <= course.length; row++)
    if (isBack(course[row]) && isBack(median(course.subarray(row, row + rows)))) return row;
  return null;
}

/** Two courses, and the straight way from one to the other in so many rows. */
interface Fit {
  readonly start: number;
  readonly length: number;
  /** Schwarz's criterion: less is better. */
  readonly criterion: number;
  /** Fitted value of a row. */
  readonly at: (row: number) => number;
}

/** What is taken out of values, and what remains. */
interface Line {
  readonly slopes: 0 | 1;
  readonly without: (values: Float64Array) => Line;
  readonly at: (row: number) => number;
  readonly rest: Float64Array;
}

function levelOf(values: Float64Array): Line {
  const middle = mean(values);
  return { slopes: 0, without: levelOf, at: () => middle, rest: values.map((value) => value - middle) };
}

function lineThrough(values: Float64Array): Line {
  const middle = (values.length - 1) / 2;
  const level = mean(values);
  let [products, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    products += (i - middle) * values[i];
    squares += (i - middle) * (i - middle);
  }
  const slope = squares > 0 ? products / squares : 0;
  const at = (row: number): number => level + slope * (row - middle);
  return { slopes: 1, without: lineThrough, at, rest: values.map((value, row) => value - at(row)) };
}

/** By least squares, on what the common course leaves (Frisch and Waugh 1933). */
function fitOf(values: Float64Array, line: Line, start: number, length: number): Fit {
  const n = values.length;
  const share = (row: number): number => Math.min(1, Math.max(0, (row - start + 1) / length));
  const moved = line.without(Float64Array.from(values, (_, row) => share(row)));
  let [products, squares, all] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    products += line.rest[i] * moved.rest[i];
    squares += moved.rest[i] * moved.rest[i];
    all += line.rest[i] * line.rest[i];
  }
  const size = squares > 0 ? products / squares : 0;
  const rest = all - size * products;
  return {
    start,
    length,
    // What is left of a perfect fit is rounding: a step then wins, since it is asked first and has fewer numbers.
    criterion: n * log(Math.max(rest, ROUNDING * all) / n) + log(n) * (line.slopes + (length > 1 ? 1 : 0)),
    at: (row) => line.at(row) + size * (share(row) - moved.at(row)),
  };
}

/** Share of a sum of squares that is nothing but rounding. */
const ROUNDING = 1e-12;
