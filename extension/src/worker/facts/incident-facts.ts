import type { Incident, SeriesReport } from "kpi-anomaly";
import type { Feedback, IncidentFacts, StoredVerdict } from "../../../shared/protocol/index.js";
import { examplesOf, likeExpected, verdictAt, verdictsOn } from "../lessons.js";
import { says } from "../library-words.js";
import { lowestOf, withinDomain } from "./normal-facts.js";
import { toldStretch } from "./told-stretch.js";
import type { ViewContext } from "./view-context.js";

/** Incidents of one KPI that the page is given; the worst come first. */
const mostIncidents = 5000;

/** The incidents of a KPI with what the page shows of each. */
export function incidentsFacts(series: SeriesReport, step: number, told: ViewContext): IncidentFacts[] {
  const verdicts = verdictsOn(series, told.verdicts);
  const examples = examplesOf(series, step, verdicts);
  return series.incidents.slice(0, mostIncidents).map((incident) => ({
    ...incidentFacts(series, incident, step, told),
    like: likeExpected(series, incident, step, verdicts, examples),
  }));
}

function incidentFacts(
  series: SeriesReport,
  incident: Incident,
  step: number,
  { verdicts, confidences }: ViewContext,
): Omit<IncidentFacts, "like"> {
  const { rank, start, end, peak, points, severity, direction, actual, expected, votes, detectors } = incident;
  const startTime = series.time[start];
  const endTime = series.time[end] + step;
  const least = lowestOf(series.values);
  return {
    rank,
    start,
    end,
    peak,
    points,
    severity,
    direction,
    actual,
    expected: withinDomain(expected, least),
    value: series.values[peak],
    votes,
    detectors,
    reason: says.reason(incident, series),
    startTime,
    endTime,
    peakTime: series.time[peak],
    lower: withinDomain(series.lower[peak], least),
    upper: withinDomain(series.upper[peak], least),
    kind: says.kind(incident),
    told: toldStretch(incident, series, step),
    confidence:
      confidences.find(
        (known) =>
          known.kpi === series.kpi &&
          known.series === series.series &&
          known.peakTime >= startTime &&
          known.peakTime <= series.time[end],
      )?.confidence ?? NaN,
    startLine: series.lines[start],
    line: series.lines[peak],
    verdict: feedbackOn(series, startTime, endTime, verdicts),
  };
}

/** The verdict on the same stretch of the same KPI: ranks change, times do not. */
export function feedbackOn(
  series: SeriesReport,
  startTime: number,
  endTime: number,
  verdicts: readonly StoredVerdict[],
): Feedback | null {
  const found = verdictAt(verdictsOn(series, verdicts), startTime, endTime);
  return found ? { verdict: found.verdict, note: found.note } : null;
}
