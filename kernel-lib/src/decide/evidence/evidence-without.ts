import { sortValues } from "../../numeric/order/sort-values.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { exp, log, log1p } from "../../numeric/math.js";
import { blockMaxima } from "./block-maxima.js";
import { LONE_VOICE, productOf } from "./detector-voices.js";
import { rowsOfColumns } from "./evidence-column.js";
import { FORMER, lnFormer, type EvidenceTrace } from "./evidence.js";
import { surpriseAt } from "./surprise.js";

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
  const weighed = columns.filter(({ name }) => (weights[name] ?? 0) !== 0 || ASKED.includes(name));
  const known = rowsOfColumns(weighed, rows, pool.length);
  const maxima = sortValues(blockMaxima(pool, block));
  const half = Math.max(1, block >> 2);
  const at = (name: string, row: number): number => known.get(name)?.get(row) ?? 0;
  const changed = (row: number, voice: string, former: number): ReadonlyMap<string, number> => {
    if (voice === "") return new Map();
    if (voice === MODEL_OF_NORMAL)
      return new Map([...MODEL.map((name) => [name, 0] as const), ["msum", log1p(Math.max(0, pool[row]))] as const]);
    const without = (i: number): number => pooledWithout(surprises, i, voice);
    const own = without(row);
    // The model's part of the joint sum, from the sum itself.
    const sum = exp(at("msum", row)) - 1;
    const model = Math.sqrt(Math.max(0, sum * sum - pool[row] * pool[row]));
    const near = (reach: number): number[] =>
      Array.from({ length: 2 * reach + 1 }, (_, k) => row - reach + k)
        .filter((i) => i >= 0 && i < pool.length)
        .map(without);
    const cycle = near(half);
    return new Map([
      [voice, 0],
      ["ctx_mean", log1p(mean(cycle))],
      ["ctx_max", log1p(Math.max(...cycle))],
      ["ctx_wide", log1p(mean(near(block)))],
      ["second", log1p(secondWithout(surprises, row, voice))],
      ["sum", log1p(own)],
      ["alone", -log((1 + maxima.length - lowerBound(maxima, 0.7 * own + 0.5)) / maxima.length)],
      ["recur", log1p(Math.min(own, exp(at("recur", row)) - 1))],
      ["anniv", log1p(Math.min(own, exp(at("anniv", row)) - 1))],
      ["both", log1p(Math.min(own, model))],
      ["msum", log1p(Math.sqrt(own * own + model * model))],
      ["prod", productOf(former)],
      [FORMER, lnFormer(former)],
      ...(voice === LONE_VOICE ? [["alone_z", 0] as const] : []),
    ]);
  };
  return (row, voice, former) => {
    const other = changed(row, voice, former);
    let evidence = 0;
    for (const name of known.keys()) evidence += (weights[name] ?? 0) * (other.get(name) ?? at(name, row));
    return evidence;
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** As the pool of all detectors at a row, but for one of them. */
function pooledWithout(surprises: EvidenceTrace["surprises"], row: number, voice: string): number {
  let [squares, sum] = [0, 0];
  for (const [id, surprise] of surprises) {
    if (id === voice) continue;
    const own = surpriseAt(surprise, row);
    if (own > 0) squares += own * own;
    sum += own;
  }
  return Math.max(0, Math.sqrt(squares) + (0.01 * sum) / Math.max(1, surprises.size - 1));
}

function secondWithout(surprises: EvidenceTrace["surprises"], row: number, voice: string): number {
  let [top, next] = [0, 0];
  for (const [id, surprise] of surprises) {
    if (id === voice) continue;
    const own = surpriseAt(surprise, row);
    if (own > top) [top, next] = [own, top];
    else if (own > next) next = own;
  }
  return next;
}
