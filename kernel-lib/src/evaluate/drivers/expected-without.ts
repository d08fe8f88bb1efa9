import { fittedModel } from "../../baseline/baseline.js";
import type { SeasonChoice } from "../../config/config.js";
import type { SeriesReport } from "../../report.js";
import { regularGrid } from "../../season/even-grid.js";
import { LEAST_POINTS } from "../../season/season.js";
import { modelSeries } from "../../season/series-baseline.js";

/** What a report took for granted about time. */
export interface TimeTerms {
  readonly dated: boolean;
  readonly season: SeasonChoice;
}

/**
 * What is expected of a series when a stretch of time teaches nothing: what the report expects was learnt with the incident
 * in it, and may have followed it. The baseline is fitted anew with the stretch excluded, as a known event is. The report's own
 * expected values where the series is too short or constant. O(n log n).
 */
export function expectedWithout(
  report: SeriesReport,
  from: number,
  to: number,
  { dated, season: choice }: TimeTerms,
): Float64Array {
  const { kpi, series: key, records, time, values } = report;
  if (values.length < LEAST_POINTS) return report.expected;
  const excluded = Uint8Array.from(time, (at) => Number(at >= from && at <= to));
  const series = { kpi, key, records, time, dated, values, cadence: null };
  const { model } = modelSeries(series, regularGrid(series), excluded, choice, (input) => fittedModel(input).model);
  if (model.kind === "nothing") return report.expected;
  return model.expected.map((value, i) => (Number.isNaN(values[i]) ? NaN : value));
}
