import { log1p } from "../../numeric/math.js";

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
  return { name, isLogarithm, fill: (out) => fillByRow(facts, at, out), at: (row) => at(facts, row) };
}

function fillByRow<Facts>(facts: Facts, at: (facts: Facts, row: number) => number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = at(facts, i);
}

/** A column that is there already. */
export function columnOf(name: string, values: Float64Array): EvidenceColumn {
  return { name, isLogarithm: true, fill: (out) => out.set(values), at: (row) => values[row] };
}

/** ln(1 + ·) of what is above 0. */
const logarithm = (value: number): number => (value > 0 ? log1p(value) : 0);

/** Writes a column as it counts. */
export function fillColumn({ isLogarithm, fill }: EvidenceColumn, out: Float64Array): void {
  fill(out);
  if (isLogarithm) for (let i = 0; i < out.length; i++) out[i] = logarithm(out[i]);
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
