import { readRecords } from "../io/text/records.js";
import { reasonOf } from "../words/incident.js";
import type { Language } from "../words/language.js";
import type { Incident, Report, SeriesReport } from "../report.js";
import { csvLine } from "./csv-line.js";

/** What is added to the original cells of each anomalous record. */
const ADDED = [
  "anomaly_kpi",
  "anomaly_series",
  "anomaly_score",
  "anomaly_votes",
  "anomaly_detectors",
  "anomaly_incident",
  "anomaly_severity",
  "anomaly_reason",
] as const;

/**
 * The anomalous records of the file with their original cells, each followed by which KPI, how bad and why. Where values are
 * missing for long, the records with the empty cells, or the first record after the gap.
 * A record that is anomalous in two KPIs stands twice. Cells that a spreadsheet would run are neutralised.
 *
 * @param bytes the file the report was made from.
 *
 * @example
 * const text = anomaliesCsv(report, bytes);
 */
export function anomaliesCsv(report: Report, bytes: Uint8Array | string, language?: Language): string {
  const { header, records } = readRecords(bytes, report.source);
  const anomalies = anomaliesByRecord(report);
  const { delimiter } = report.source;
  const lines = [csvLine([...header, ...ADDED], delimiter)];
  let record = 0;
  for (const cells of records) {
    for (const anomaly of anomalies.get(record) ?? [])
      lines.push(csvLine([...cells, ...added(anomaly, language)], delimiter));
    record++;
  }
  return lines.join("");
}

/** A point that a reader of the file shall look at. */
interface Anomaly {
  readonly series: SeriesReport;
  readonly point: number;
  readonly incident: Incident | undefined;
}

function anomaliesByRecord(report: Report): Map<number, Anomaly[]> {
  const found = new Map<number, Anomaly[]>();
  for (const series of report.series) {
    const put = (point: number, incident: Incident | undefined): void => {
      const record = series.records[point];
      found.set(record, [...(found.get(record) ?? []), { series, point, incident }]);
    };
    for (let point = 0; point < series.flags.length; point++) {
      if (series.flags[point] === 1) put(point, series.incidents[series.incidentOf[point] - 1]);
    }
    for (const incident of series.incidents)
      if (incident.kind === "missing") for (const point of emptyPoints(incident, series)) put(point, incident);
  }
  return found;
}

/** The empty points of a stretch without values; where the file has no rows for it, the first point after. */
function emptyPoints({ start, end }: Incident, { values }: SeriesReport): number[] {
  const points = Array.from({ length: end - start + 1 }, (_, k) => start + k).filter((point) =>
    Number.isNaN(values[point]),
  );
  return points.length > 0 ? points : [end];
}

function added({ series, point, incident }: Anomaly, language?: Language): (string | number)[] {
  const detectors = series.detections
    .filter((detection) => detection.flags[point] === 1)
    .map((detection) => detection.detector);
  return [
    series.kpi,
    series.series,
    series.scores[point],
    series.votes[point],
    detectors.join(" "),
    incident?.rank ?? "",
    incident?.severity ?? "",
    incident ? reasonOf(incident, series, language) : "",
  ];
}
