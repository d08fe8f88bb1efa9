import type { Incident, SeriesReport } from "kpi-anomaly";
import type { StoredVerdict } from "../../../shared/protocol/index.js";
import { examplesOf, likeExpected, verdictAt, verdictsOn } from "../lessons.js";

/** The incidents that are news: neither marked as expected nor like one that was. */
export function newsOf(series: SeriesReport, step: number, verdicts: readonly StoredVerdict[]): readonly Incident[] {
  const own = verdictsOn(series, verdicts);
  if (!own.length) return series.incidents;
  const examples = examplesOf(series, step, own);
  return series.incidents.filter(
    (incident) =>
      verdictAt(own, series.time[incident.start], series.time[incident.end] + step)?.verdict !== "expected" &&
      !likeExpected(series, incident, step, own, examples),
  );
}
