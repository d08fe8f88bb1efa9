import { log } from "../../numeric/math.js";
import type { FoundChange, TemporaryChange } from "../pair-changes.js";
import { median, medianDeviation } from "../noise/spread.js";
import { covarianceParts, farDatesPart, type PartName } from "./covariance-parts.js";
import { farDates } from "./far-dates.js";
import { judgeTableChanges } from "./judge-changes.js";
import { countChanges, type ShortTable } from "./kept-rows.js";
import { isNewLevel } from "./new-level.js";
import { learnStrengths } from "./learn-strengths.js";
import { predict, predictAll } from "./prediction.js";
import { partsOfMean, type PartsOfMean } from "./parts-of-mean.js";
import { RowSets, searchOddities, type Explanation } from "./search-oddities.js";

/** log10 of the chance of a t value like that of a level change, anywhere in the table. */
interface Chance {
  readonly log10p: number;
}

/** What the rows of a short table say about each other, in the units of its (transformed) values. */
export interface ShortModel extends PartsOfMean {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** 1 for rows that the others do not contradict. */
  readonly keep: Uint8Array;
  readonly lasting: readonly (FoundChange & Chance)[];
  readonly temporary: readonly (TemporaryChange & Chance)[];
  readonly logLikelihood: number;
}

/** Parts that follow the rows at once; a search without them leaves oddities standing out. */
const QUICK: readonly PartName[] = ["walk", "memory"];
/** Strengths that a search starts with: a bent level and seasons. */
const START: Partial<Record<PartName, number>> = { place: 4, curve: 1, date: 4, farDate: 250 };

/**
 * Level and seasons of a table of fewer than 200 rows as one Gaussian process: exact, where smoothers have too few rows. Each
 * value is compared with what all OTHERS say; single rows and level changes are taken out one after another. Three starts, the
 * likeliest explanation wins: strengths fixed, without what follows the rows at once, and all free.
 *
 * @param values one a row, on the scale of the model; those not `known` are not looked at
 * @param periods in rows, also broken ones
 * @param dates ways in which dates return, see `covarianceParts`
 */
export function shortModel(
  values: Float64Array,
  known: Uint8Array,
  periods: readonly number[],
  dates: readonly Int32Array[] = [],
): ShortModel {
  const n = values.length;
  const { centre, unit } = unitOf(values, known);
  const table: ShortTable = {
    n,
    values: values.map((value) => (value - centre) / unit),
    parts: covarianceParts(n, periods, dates),
  };
  const { sets, best } = withFarDates(new RowSets(table), known, periods, dates);
  const { kept } = best;
  const { strengths, changes, lasting, temporary, logLikelihood } = judgeTableChanges(best);
  const keep = new Uint8Array(n);
  for (const row of kept.rows) keep[row] = 1;
  for (const { start, end } of temporary) keep.fill(0, start, end);
  const [rows, steps] = temporary.length > 0 ? [sets.of(keep), lasting.map(({ row }) => row)] : [kept, changes];
  const prediction = predict(rows, strengths, steps);
  const { mean, deviation } = predictAll(rows, strengths, steps, prediction);
  const parts = partsOfMean(rows, strengths, prediction);
  const told = lasting.filter((change) => isNewLevel(change, table.values, keep, Math.round(Math.max(0, ...periods))));
  return {
    mean: mean.map((value) => value * unit + centre),
    deviation: deviation.map((value) => value * unit),
    level: parts.level.map((value) => value * unit + centre),
    seasons: parts.seasons.map((season) => season.map((value) => value * unit)),
    keep,
    lasting: told.map(({ row, size, log10p }) => ({ row, size: size * unit, log10p })),
    temporary: temporary.map(({ start, end, size, log10p }) => ({ start, end, size: size * unit, log10p })),
    logLikelihood: logLikelihood - rows.size * log(unit),
  };
}

/** An explanation, and the table that it is of. */
interface Explained {
  readonly sets: RowSets;
  readonly best: Explanation;
}

/** The likeliest explanation, of rows that are far out on the same date each time as one or as what that date is like. */
function withFarDates(
  sets: RowSets,
  known: Uint8Array,
  periods: readonly number[],
  dates: readonly Int32Array[],
): Explained {
  const { table } = sets;
  const first = bestExplanation(sets, known);
  const keep = new Uint8Array(table.n);
  for (const row of first.kept.rows) keep[row] = 1;
  const { mean } = predictAll(
    first.kept,
    first.strengths,
    first.changes,
    predict(first.kept, first.strengths, first.changes),
  );
  const deviations = table.values.map((value, row) => value - mean[row]);
  const far = farDates(dates, periods, keep, known, deviations);
  if (far.length === 0) return { sets, best: first };
  const more = new RowSets({ ...table, parts: [...table.parts, farDatesPart(table.n, far)] });
  const second = bestExplanation(more, known);
  const criterion = second.criterion - far.length * (log(table.n) + 2);
  return criterion > first.criterion ? { sets: more, best: second } : { sets, best: first };
}

/** Centre, and the spread of the steps from one known row to the next. */
function unitOf(values: Float64Array, known: Uint8Array): { readonly centre: number; readonly unit: number } {
  const own = values.filter((_, row) => known[row] === 1);
  const steps = own.subarray(1).map((value, i) => value - own[i]);
  const largest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    centre: median(own),
    unit: Math.max(own.length > 3 ? medianDeviation(steps) : 1, 1e-9 * (largest + 1e-300), 1e-12),
  };
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
    const { strengths, logLikelihood } = learnStrengths(
      found.kept,
      found.strengths,
      countChanges(n, found.changes),
      all,
    );
    const criterion = found.criterion + logLikelihood - found.logLikelihood;
    if (best === null || criterion > best.criterion) best = { ...found, strengths, logLikelihood, criterion };
  }
  return best!;
}
