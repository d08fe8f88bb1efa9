import { log2 } from "../../numeric/math.js";
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
  const highest = scored.map(({ combined }) => highestOf(combined));
  return scored.map((one) => {
    const options = optionsOf(one.kpi);
    if (options.mode !== "auto") return decide(one, options);
    const cut = manySeriesCut(highest, alarmCut(options.sensitivity));
    return decide(one, { ...options, sensitivity: 50 - 25 * log2(cut) });
  });
}

/** The highest score, NaN where there is none. */
const highestOf = memoize((scores: Float64Array): number => {
  let most = NaN;
  for (const score of scores) if (score > most || Number.isNaN(most)) most = score;
  return most;
});
