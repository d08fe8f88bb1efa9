import { log, log1p } from "../../numeric/math.js";

/**
 * One column of a linear evidence, made when it is looked at: some thirty of them, each as long as the series, would be the
 * largest part of an analysis.
 */
export interface EvidenceColumn {
  readonly name: string;
  /** Whether it is ln(1 + ·) of what is above 0 in what `fill` and `at` tell. */
  readonly isLogarithm: boolean;
  /** Writes all rows. O(n). */
  readonly fill: (out: Float64Array) => void;
  /** Writes the rows from `start` up to, without, `end`, the first of them first; left out where a row hangs on all rows before it. */
  readonly strip?: (out: Float64Array, start: number, end: number) => void;
  /** One row of it; left out where a row hangs on all rows before it. */
  readonly at?: (row: number) => number;
}

/**
 * A column whose rows do not hang on each other.
 *
 * @param facts what it is told from; @param at a function that outlives the series: one made for it would be compiled for each anew
 */
export function columnByRow<Facts>(
  name: string,
  isLogarithm: boolean,
  facts: Facts,
  at: (facts: Facts, row: number) => number,
): EvidenceColumn {
  return {
    name,
    isLogarithm,
    fill: (out) => fillStrip(facts, at, out, 0, out.length),
    strip: (out, start, end) => fillStrip(facts, at, out, start, end),
    at: (row) => at(facts, row),
  };
}

function fillStrip<Facts>(
  facts: Facts,
  at: (facts: Facts, row: number) => number,
  out: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) out[i - start] = at(facts, i);
}

/** A column that is there already. */
export function columnOf(name: string, values: Float64Array): EvidenceColumn {
  return {
    name,
    isLogarithm: true,
    fill: (out) => out.set(values),
    strip: (out, start, end) => out.set(values.subarray(start, end)),
    at: (row) => values[row],
  };
}

/** ln(1 + ·) of what is above 0. */
const logarithm = (value: number): number => (value > 0 ? log1p(value) : 0);

/** Writes a column as it counts. */
export function fillColumn({ isLogarithm, fill }: EvidenceColumn, out: Float64Array): void {
  fill(out);
  if (isLogarithm) for (let i = 0; i < out.length; i++) out[i] = logarithm(out[i]);
}

/** Rows that are made at once: what they need stays in the nearest caches. */
export const STRIP = 4096;
/** Columns longer than this take a logarithm that loses digits near zero, at half the cost. */
const LONG = 60_000;

/** Adds columns with their weights to `sum`, row by row in their order; those that are told by row are made strip by strip. */
export function addColumns(columns: readonly EvidenceColumn[], weights: readonly number[], sum: Float64Array): void {
  const strip = new Float64Array(Math.min(STRIP, sum.length));
  let whole: Float64Array | null = null;
  for (let first = 0; first < columns.length; ) {
    let next = first;
    while (next < columns.length && columns[next].strip) next++;
    for (let start = 0; next > first && start < sum.length; start += strip.length)
      for (let k = first; k < next; k++) {
        columns[k].strip!(strip, start, Math.min(sum.length, start + strip.length));
        addStrip(sum, start, columns[k], weights[k], strip);
      }
    if (next < columns.length) {
      whole ??= new Float64Array(sum.length);
      columns[next].fill(whole);
      addStrip(sum, 0, columns[next], weights[next], whole);
      next++;
    }
    first = next;
  }
}

/** Adds values of a column from row `start` on, as they count. */
function addStrip(
  sum: Float64Array,
  start: number,
  { isLogarithm }: EvidenceColumn,
  weight: number,
  values: Float64Array,
): void {
  const count = Math.min(values.length, sum.length - start);
  if (!isLogarithm) for (let i = 0; i < count; i++) sum[start + i] += weight * values[i];
  else if (sum.length > LONG)
    for (let i = 0; i < count; i++) sum[start + i] += values[i] > 0 ? weight * log(1 + values[i]) : 0;
  else for (let i = 0; i < count; i++) sum[start + i] += weight * logarithm(values[i]);
}

/** Single rows of the columns, by name and row. O(rows), and O(n) for each column that is not told by row. */
export function rowsOfColumns(
  columns: readonly EvidenceColumn[],
  rows: readonly number[],
  length: number,
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const whole = new Float64Array(rows.length > 0 ? length : 0);
  return new Map(
    columns.map(({ name, isLogarithm, fill, at }) => {
      if (!at && rows.length > 0) fill(whole);
      const valueAt = at ?? ((row: number): number => whole[row]);
      return [name, new Map(rows.map((row) => [row, isLogarithm ? logarithm(valueAt(row)) : valueAt(row)]))];
    }),
  );
}
