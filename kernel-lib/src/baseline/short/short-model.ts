import { log } from "../../numeric/math.js";
import { studentLogTail } from "../../numeric/distributions/student.js";
import { pairChanges, type FoundChange, type TemporaryChange } from "../pair-changes.js";
import { median, medianDeviation } from "../spread.js";
import { covarianceParts, type PartName } from "./covariance-parts.js";
import { factorise } from "./factorise.js";
import { countChanges, type KeptRows, type ShortTable, type Strengths } from "./kept-rows.js";
import { learnStrengths } from "./learn-strengths.js";
import { predict, predictAll } from "./prediction.js";
import { partsOfMean, type PartsOfMean } from "./parts-of-mean.js";
import { RowSets, searchOddities, type Explanation } from "./search-oddities.js";

/** A level change of a short table that lasts. */
export interface LastingChange extends FoundChange {
  /** log10 of the chance of a t value like its in any of the rows. */
  readonly log10p: number;
}

/** What the rows of a short table say about each other, in the units of its (transformed) values. */
export interface ShortModel extends PartsOfMean {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** 1 for rows that the others do not contradict. */
  readonly keep: Uint8Array;
  readonly lasting: readonly LastingChange[];
  readonly temporary: readonly TemporaryChange[];
  readonly logLikelihood: number;
}

/** Parts that follow the rows at once; a search without them leaves oddities standing out. */
const QUICK: readonly PartName[] = ["walk", "memory"];
/** Strengths that a search starts with: a bent level and seasons. */
const START: Partial<Record<PartName, number>> = { place: 4, curve: 1 };
/** A level change's variance in the sum of covariances. */
const CHANGE = 400;

/**
 * Level and seasons of a table of fewer than 200 rows as one Gaussian process: exact, where smoothers have too few rows. Each
 * value is compared with what all OTHERS say; single rows and level changes are taken out one after another. Three starts, the
 * likeliest explanation wins: strengths fixed, without what follows the rows at once, and all free.
 *
 * @param values one a row, on the scale of the model; those not `known` are not looked at
 * @param periods in rows, also broken ones
 */
export function shortModel(values: Float64Array, known: Uint8Array, periods: readonly number[]): ShortModel {
  const n = values.length;
  const { centre, unit } = unitOf(values, known);
  const table: ShortTable = { n, values: values.map((value) => (value - centre) / unit), parts: covarianceParts(n, periods) };
  const sets = new RowSets(table);
  const best = bestExplanation(sets, known);
  const { kept, strengths, changes } = best;
  const sizes = changeSizes(kept, strengths, changes);
  const found = changes.map((row, i) => ({ row, size: sizes[i] * unit })).sort((a, b) => a.row - b.row || a.size - b.size);
  const { lasting, temporary } = pairChanges(found, n);
  const { scale } = predict(kept, strengths, changes);
  const withP = lasting.map((change) => ({ ...change, log10p: changeChance(kept, strengths, changes, change.row, scale) }));
  const keep = new Uint8Array(n);
  for (const row of kept.rows) keep[row] = 1;
  for (const { start, end } of temporary) keep.fill(0, start, end);
  const [rows, steps] = temporary.length > 0 ? [sets.of(keep), lasting.map(({ row }) => row)] : [kept, changes];
  const prediction = predict(rows, strengths, steps);
  const { mean, deviation } = predictAll(rows, strengths, steps, prediction);
  const parts = partsOfMean(rows, strengths, prediction);
  return {
    mean: mean.map((value) => value * unit + centre),
    deviation: deviation.map((value) => value * unit),
    level: parts.level.map((value) => value * unit + centre),
    seasons: parts.seasons.map((season) => season.map((value) => value * unit)),
    keep,
    lasting: withP,
    temporary,
    logLikelihood: best.logLikelihood - rows.size * log(unit),
  };
}

/** Centre, and the spread of the steps from one known row to the next. */
function unitOf(values: Float64Array, known: Uint8Array): { readonly centre: number; readonly unit: number } {
  const own = values.filter((_, row) => known[row] === 1);
  const steps = own.subarray(1).map((value, i) => value - own[i]);
  const largest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { centre: median(own), unit: Math.max(own.length > 3 ? medianDeviation(steps) : 1, 1e-9 * (largest + 1e-300), 1e-12) };
}

function bestExplanation(sets: RowSets, known: Uint8Array): Explanation {
  const { parts, n } = sets.table;
  const all = parts.map((_, p) => p);
  const slow = all.filter((p) => !QUICK.includes(parts[p].name));
  const start = parts.map(({ name }) => START[name] ?? 0);
  let best: Explanation | null = null;
  for (const free of [[], slow, all]) {
    const found = searchOddities(sets, known, start, free);
    // Compared at equal freedom.
    const { strengths, logLikelihood } = learnStrengths(found.kept, found.strengths, countChanges(n, found.changes), all);
    const criterion = found.criterion + logLikelihood - found.logLikelihood;
    if (best === null || criterion > best.criterion) best = { ...found, strengths, logLikelihood, criterion };
  }
  return best!;
}

/** L⁻¹ of the values and of other columns over the kept rows, by rows after the factor. */
function whitened(kept: KeptRows, strengths: Strengths, changes: readonly number[], column: Float64Array): { readonly values: Float64Array; readonly column: Float64Array } {
  const { size } = kept;
  const work = new Float64Array((size + 2) * size);
  kept.covariance(strengths, countChanges(kept.table.n, changes), -1, work);
  work.set(kept.values, size * size);
  work.set(column, (size + 1) * size);
  factorise(work, size, size + 2);
  return { values: work.subarray(size * size, (size + 1) * size), column: work.subarray((size + 1) * size) };
}

const stepFrom = (kept: KeptRows, row: number): Float64Array => Float64Array.from(kept.rows, (other) => Number(other >= row));

const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

function changeSizes(kept: KeptRows, strengths: Strengths, changes: readonly number[]): number[] {
  return changes.map((row) => {
    const { values, column } = whitened(kept, strengths, changes, stepFrom(kept, row));
    return CHANGE * product(column, values);
  });
}

/** log10 p of a change from its t value, with its own column taken out: as many places as rows, both directions. */
function changeChance(kept: KeptRows, strengths: Strengths, changes: readonly number[], row: number, scale: number): number {
  const others = changes.filter((other) => other !== row);
  const { values, column } = whitened(kept, strengths, others, stepFrom(kept, row));
  const t = Math.abs(product(column, values)) / Math.sqrt(Math.max(product(column, column), 1e-12)) / scale;
  return (log(2 * kept.table.n) + studentLogTail(t, Math.max(3, kept.size - 3))) / Math.LN10;
}
