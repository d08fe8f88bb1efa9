import type { SeasonChoice } from "../config/config.js";
import type { SeriesReport } from "../report.js";
import { analyseSeason } from "../season/season.js";

/** What a report took for granted about time. */
export interface TimeTerms {
  readonly dated: boolean;
  readonly season: SeasonChoice;
}

/** Each time the stretch is filled with what was expected of it before, what it still teaches shrinks by a multiple. */
const ROUNDS = 3;

/**
 * What is expected of a series when a stretch of time teaches nothing: what the report expects was learnt with the incident
 * in it, which pulls it towards the incident. The stretch is replaced by what is expected of it and the season learnt anew,
 * three times over. The report's own expected values where the series is too short or constant. O(n log n).
 */
export function expectedWithout(
  report: SeriesReport,
  from: number,
  to: number,
  { dated, season: choice }: TimeTerms,
): Float64Array {
  const { kpi, series: key, records, time, values } = report;
  let expected = report.expected;
  for (let round = 0; round < ROUNDS; round++) {
    const filled = values.map((value, i) =>
      time[i] >= from && time[i] <= to && !Number.isNaN(expected[i]) ? expected[i] : value,
    );
    const season = analyseSeason({ kpi, key, records, time, dated, values: filled, cadence: null }, null, choice);
    if (!season) return report.expected;
    expected = values.map((value, i) => (Number.isNaN(value) ? NaN : season.trend[i] + season.seasonal[i]));
  }
  return expected;
}
