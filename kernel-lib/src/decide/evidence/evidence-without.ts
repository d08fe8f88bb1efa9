import { sortValues } from "../../numeric/order/sort-values.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { exp, log, log1p } from "../../numeric/math.js";
import { blockMaxima } from "./block-maxima.js";
import { LONE_VOICE, productOf, secondAt } from "./detector-voices.js";
import { rowsOfColumns } from "./evidence-column.js";
import { FORMER, lnFormer, type EvidenceTrace } from "./evidence.js";
import { surpriseAt, type Surprise } from "./surprise.js";

/** Columns that the model of what is normal makes alone. */
const MODEL: readonly string[] = ["nz", "nzl", "nmean", "nfound", "nlevel", "nctx", "nwide", "nalone", "both"];

/** Columns from which others are worked out, whatever their own weight. */
const ASKED: readonly string[] = ["msum", "recur", "anniv"];

/** The model of what is normal, as a voice beside the detectors. */
export const MODEL_OF_NORMAL = "normal";

/** Evidence of a row without one voice (with all of them where it is empty); the former score without it has to be known. */
export type EvidenceWithout = (row: number, voice: string, former: number) => number;

/**
 * How much evidence a row would have without one of its voices (the id of a detector, or `MODEL_OF_NORMAL`), all that is told
 * from the whole series (units, laws, what recurs) left as it is. O(detectors * rows of a block) for each.
 *
 * @param weights of the columns, as for `evidenceOf`; @param rows those that can be asked for
 */
export function evidenceWithout(
  { columns, surprises, pool, block }: EvidenceTrace,
  weights: Readonly<Record<string, number>>,
  rows: readonly number[],
): EvidenceWithout {
  const counted = columns.filter(({ name }) => (weights[name] ?? 0) !== 0 || ASKED.includes(name));
  const known = rowsOfColumns(counted, rows, pool.length);
  const maxima = sortValues(blockMaxima(pool, block));
  const half = Math.max(1, block >> 2);
  const changed = (row: number, voice: string, former: number): ReadonlyMap<string, number> => {
    if (voice === "") return new Map();
    if (voice === MODEL_OF_NORMAL)
      return new Map([...MODEL.map((name) => [name, 0] as const), ["msum", log1p(Math.max(0, pool[row]))] as const]);
    const others = [...surprises].filter(([id]) => id !== voice).map(([, surprise]) => surprise);
    const own = pooledOf(others, row);
    // The model's part of the joint sum, from the sum itself.
    const sum = exp(valueAt(known, "msum", row)) - 1;
    const model = Math.sqrt(Math.max(0, sum * sum - pool[row] * pool[row]));
    const cycle = around(others, row, half, pool.length);
    return new Map([
      [voice, 0],
      ["ctx_mean", log1p(cycle.mean)],
      ["ctx_max", log1p(cycle.highest)],
      ["ctx_wide", log1p(around(others, row, block, pool.length).mean)],
      ["second", log1p(secondAt(others, row))],
      ["sum", log1p(own)],
      ["alone", -log((1 + maxima.length - lowerBound(maxima, 0.7 * own + 0.5)) / maxima.length)],
      ["recur", log1p(Math.min(own, exp(valueAt(known, "recur", row)) - 1))],
      ["anniv", log1p(Math.min(own, exp(valueAt(known, "anniv", row)) - 1))],
      ["both", log1p(Math.min(own, model))],
      ["msum", log1p(Math.sqrt(own * own + model * model))],
      ["prod", productOf(former)],
      [FORMER, lnFormer(former)],
      ...(voice === LONE_VOICE ? [["alone_z", 0] as const] : []),
    ]);
  };
  return (row, voice, former) => weighed(known, weights, row, changed(row, voice, former));
}

/** Single rows of the columns, by name and row. */
type RowsOfColumns = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** The evidence of a row, with what other columns say in their place. */
function weighed(
  known: RowsOfColumns,
  weights: Readonly<Record<string, number>>,
  row: number,
  other: ReadonlyMap<string, number>,
): number {
  let evidence = 0;
  for (const name of known.keys()) evidence += (weights[name] ?? 0) * (other.get(name) ?? valueAt(known, name, row));
  return evidence;
}

function valueAt(known: RowsOfColumns, name: string, row: number): number {
  return known.get(name)?.get(row) ?? 0;
}

/** Mean and highest of the pool of these, of so many rows to each side. */
function around(
  surprises: readonly Surprise[],
  row: number,
  reach: number,
  rows: number,
): { readonly mean: number; readonly highest: number } {
  const [from, to] = [Math.max(0, row - reach), Math.min(rows, row + reach + 1)];
  let sum = 0;
  let highest = -Infinity;
  for (let i = from; i < to; i++) {
    const value = pooledOf(surprises, i);
    sum += value;
    highest = Math.max(highest, value);
  }
  return { mean: sum / Math.max(1, to - from), highest };
}

/** As the pool of all detectors at a row, of these. */
function pooledOf(surprises: readonly Surprise[], row: number): number {
  let squares = 0;
  let sum = 0;
  for (let k = 0; k < surprises.length; k++) {
    const own = surpriseAt(surprises[k], row);
    if (own > 0) squares += own * own;
    sum += own;
  }
  return Math.max(0, Math.sqrt(squares) + (0.01 * sum) / Math.max(1, surprises.length));
}
