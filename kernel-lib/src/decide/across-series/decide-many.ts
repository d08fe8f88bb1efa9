import type { SeriesReport } from "../../report.js";
import { alarmCut } from "../incident/alarms.js";
import { decide, type DecisionOptions, type Scored } from "../decide.js";
import { manySeriesCut } from "./many-series.js";
import { memoize } from "../../numeric/memoize.js";

/**
 * Decides several series together: as `decide`, but in mode `auto` each incident has to stand out of what so many series
 * give by chance (see `manySeriesCut`); `threshold` of each series says from which score. One series is decided as if alone.
 */
export function decideMany(scored: readonly Scored[], optionsOf: (kpi: string) => DecisionOptions): SeriesReport[] {
  const cutAt = cutsTogether(scored);
  return scored.map((one) => decide(one, { ...optionsOf(one.kpi), cutAt }));
}

/** Score that an incident has to reach at each sensitivity, for series that are decided together. */
export function cutsTogether(series: readonly Pick<Scored, "combined" | "pattern">[]): (sensitivity: number) => number {
  // A column in which nothing can happen (constant, empty, too short) is no further place for chance.
  const judged = series.filter(({ pattern }) => pattern !== null);
  return judged.length < 2 ? alarmCut : cutsOf(judged.map(({ combined }) => combined));
}

/** Series that are decided together, and the score that each sensitivity asks of them. */
interface Together {
  readonly scores: readonly Float64Array[];
  readonly cutAt: (sensitivity: number) => number;
}

/** By the scores of the first series. */
const known = new WeakMap<Float64Array, Together>();

/** The same function for the same series, so that what was worked out with it can be kept. */
function cutsOf(scores: readonly Float64Array[]): Together["cutAt"] {
  const before = known.get(scores[0]);
  if (before?.scores.length === scores.length && before.scores.every((each, i) => each === scores[i]))
    return before.cutAt;
  const highest = scores.map(highestOf);
  const cuts = new Map<number, number>();
  const cutAt = (sensitivity: number): number => {
    const cut = cuts.get(sensitivity) ?? manySeriesCut(highest, alarmCut(sensitivity));
    cuts.set(sensitivity, cut);
    return cut;
  };
  known.set(scores[0], { scores, cutAt });
  return cutAt;
}

/** The highest score, NaN where there is none. */
const highestOf = memoize((scores: Float64Array): number => {
  let most = NaN;
  for (const score of scores) if (score > most || Number.isNaN(most)) most = score;
  return most;
});
