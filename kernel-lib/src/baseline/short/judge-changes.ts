import { log } from "../../numeric/math.js";
import { studentLogTail } from "../../numeric/distributions/student.js";
import { pairChanges, type FoundChange, type TemporaryChange } from "../pair-changes.js";
import { factorise } from "../../numeric/linear-algebra/factorise.js";
import { CHANGE, countChanges, type KeptRows, type Strengths } from "./kept-rows.js";
import { learnStrengths } from "./learn-strengths.js";
import { predict } from "./prediction.js";
import type { Explanation } from "./search-oddities.js";

/** log10 of the significance level, 2 %. */
const LEVEL = -1.6989700043360187;
/**
 * log10 of the chance that a series without the change, its strengths learnt as if there were none, must not exceed. Weaker
 * than the level, since a walk learns from the very change that it is to be told from.
 */
const WITHOUT = -0.52;

/** Changes that are told, sizes in deviations of the table, and the model without all others. */
export interface JudgedTable {
  readonly changes: readonly number[];
  readonly strengths: Strengths;
  readonly logLikelihood: number;
  readonly lasting: readonly (FoundChange & { readonly log10p: number })[];
  readonly temporary: readonly (TemporaryChange & { readonly log10p: number })[];
}

/**
 * Which level changes of an explanation are told: those that neither the model with them nor a model that has learnt all its
 * strengths without them shows by chance. The weakest goes first, the strengths are learnt anew, and again.
 */
export function judgeTableChanges({
  kept,
  changes: found,
  strengths: learnt,
  logLikelihood: likelihood,
}: Explanation): JudgedTable {
  const { n } = kept.table;
  let [changes, strengths, logLikelihood] = [found, learnt, likelihood];
  for (;;) {
    const sizes = changeSizes(kept, strengths, changes);
    const { lasting, temporary } = pairChanges(
      changes.map((row, i) => ({ row, size: sizes[i] })).sort((a, b) => a.row - b.row || a.size - b.size),
      n,
    );
    const { scale } = predict(kept, strengths, changes);
    const judge = (from: number, to: number | null): Judged => judgeOne(kept, strengths, changes, scale, from, to);
    const forGood = lasting.map((change) => ({ ...change, ...judge(change.row, null) }));
    const back = temporary.map((change) => ({ ...change, ...judge(change.start, change.end) }));
    const weak = [...forGood, ...back]
      .filter(({ log10p, without }) => log10p > LEVEL || without > WITHOUT)
      .sort((a, b) => b.without - a.without);
    if (weak.length === 0) return { changes, strengths, logLikelihood, lasting: forGood, temporary: back };
    changes = changes.filter((row) => !weak[0].own.includes(row));
    ({ strengths, logLikelihood } = learnStrengths(
      kept,
      strengths,
      countChanges(n, changes),
      strengths.map((_, p) => p),
    ));
  }
}

interface Judged {
  /** Rows of changes that belong to it. */
  readonly own: readonly number[];
  /** Given the strengths learnt with it. */
  readonly log10p: number;
  /** Given those learnt without. */
  readonly without: number;
}

function judgeOne(
  kept: KeptRows,
  strengths: Strengths,
  changes: readonly number[],
  scale: number,
  from: number,
  to: number | null,
): Judged {
  const { n } = kept.table;
  const own = to === null ? [from] : changes.filter((row) => row >= from && row <= to);
  const others = changes.filter((row) => !own.includes(row));
  const column = Float64Array.from(kept.rows, (row) => Number(row >= from && (to === null || row < to)));
  // As many places as rows, for a level that is left again as many lengths as a quarter of them; both directions.
  const places = to === null ? 2 * n : (n * n) / 2;
  const freedom = Math.max(3, kept.size - 3);
  const chance = (own: Strengths, unit: number): number =>
    (log(places) + studentLogTail(tOf(kept, own, others, column) / unit, freedom)) / Math.LN10;
  const plain = learnStrengths(
    kept,
    strengths,
    countChanges(n, others),
    strengths.map((_, p) => p),
  ).strengths;
  return { own, log10p: chance(strengths, scale), without: chance(plain, predict(kept, plain, others).scale) };
}

/** t value of a column that is not in the model. */
function tOf(kept: KeptRows, strengths: Strengths, changes: readonly number[], column: Float64Array): number {
  const white = whitened(kept, strengths, changes, column);
  return (
    Math.abs(product(white.column, white.values)) / Math.sqrt(Math.max(product(white.column, white.column), 1e-12))
  );
}

function changeSizes(kept: KeptRows, strengths: Strengths, changes: readonly number[]): number[] {
  return changes.map((row) => {
    const step = Float64Array.from(kept.rows, (other) => Number(other >= row));
    const { values, column } = whitened(kept, strengths, changes, step);
    return CHANGE * product(column, values);
  });
}

/** L⁻¹ of the values and of a column over the kept rows. */
function whitened(
  kept: KeptRows,
  strengths: Strengths,
  changes: readonly number[],
  column: Float64Array,
): { readonly values: Float64Array; readonly column: Float64Array } {
  const { size } = kept;
  const work = new Float64Array((size + 2) * size);
  kept.covariance(strengths, countChanges(kept.table.n, changes), work);
  work.set(kept.values, size * size);
  work.set(column, (size + 1) * size);
  factorise(work, size, size + 2);
  return { values: work.subarray(size * size, (size + 1) * size), column: work.subarray((size + 1) * size) };
}

const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0);
