import { type Incident, isStepped, type Report, type SeriesReport } from "kpi-anomaly";
import type { LineIncident, StoredVerdict } from "../../../shared/protocol/index.js";
import { says } from "../library-words.js";
import { newsOf } from "./news.js";
import { stepOf } from "./step-of.js";
import { toldStretch } from "./told-stretch.js";

/** Incidents of all KPIs, worst first, as the editor shows them: by line. */
export function lineIncidents(report: Report, verdicts: readonly StoredVerdict[], limit: number): LineIncident[] {
  const step = stepOf(report);
  const all = report.series.flatMap((series, index) =>
    series.incidents.map((incident) => ({ series, index, incident })),
  );
  all.sort(
    (a, b) =>
      Number(isStepped(a.series)) - Number(isStepped(b.series)) ||
      b.incident.severity - a.incident.severity ||
      a.incident.rank - b.incident.rank,
  );
  const news = new Map(report.series.map((series) => [series, new Set(newsOf(series, step, verdicts))]));
  return all.slice(0, limit).map(({ series, index, incident }) => {
    const startTime = series.time[incident.start];
    const endTime = series.time[incident.end] + step;
    return {
      kpi: series.kpi,
      series: series.series,
      key: report.key ?? "",
      index,
      rank: incident.rank,
      severity: incident.severity,
      point: incident.peak,
      startTime,
      endTime,
      told: toldStretch(incident, series, step),
      dated: report.date !== null,
      cadenceSeconds: report.cadence?.seconds ?? null,
      line: series.lines[incident.peak],
      ...ownNumbers(series, incident),
      actual: incident.actual,
      expected: incident.expected,
      decimals: series.decimals,
      reason: says.reason(incident, series),
      detectors: series.detections
        .filter(({ detector }) => incident.detectors.includes(detector))
        .map(({ title }) => says.name(title)),
      hushed: !news.get(series)?.has(incident),
    };
  });
}

/** Most points of an incident whose lines are marked in the editor. */
const mostLines = 200;

/** Lines of the first points of an incident, each with its own time and numbers. */
function ownNumbers(
  { lines, time, values, expected }: SeriesReport,
  { start, end }: Incident,
): Pick<LineIncident, "lines" | "times" | "values" | "expecteds"> {
  const stop = Math.min(end + 1, start + mostLines);
  return {
    lines: lines.slice(start, stop),
    times: time.slice(start, stop),
    values: values.slice(start, stop),
    expecteds: expected.slice(start, stop),
  };
}
