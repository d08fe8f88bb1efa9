import { readRecords } from "../io/records.js";
import type { Incident, Report, SeriesReport } from "../report.js";
import { csvLine } from "./csv-line.js";

/** What is added to the original cells of each anomalous record. */
const ADDED = ["anomaly_kpi", "anomaly_series", "anomaly_score", "anomaly_votes", "anomaly_detectors", "anomaly_incident", "anomaly_severity", "anomaly_reason"] as const;

/**
 * The anomalous records of the file with their original cells, each followed by which KPI, how bad and why.
 * A record that is anomalous in two KPIs stands twice. Cells that a spreadsheet would run are neutralised.
 *
 * @param bytes the file the report was made from.
 */
export function anomaliesCsv(report: Report, bytes: Uint8Array | string): string {
  const { header, records } = readRecords(bytes, report.source);
  const anomalies = anomaliesByRecord(report);
  const { delimiter } = report.source;
  const lines = [csvLine([...header, ...ADDED], delimiter)];
  let record = 0;
  for (const cells of records) {
    for (const [series, point] of anomalies.get(record) ?? []) lines.push(csvLine([...cells, ...added(series, point)], delimiter));
    record++;
  }
  return lines.join("");
}

function anomaliesByRecord(report: Report): Map<number, [SeriesReport, number][]> {
  const found = new Map<number, [SeriesReport, number][]>();
  for (const series of report.series) {
    for (let point = 0; point < series.flags.length; point++) {
      if (series.flags[point] === 0) continue;
      const record = series.records[point];
      found.set(record, [...(found.get(record) ?? []), [series, point]]);
    }
  }
  return found;
}

function added(series: SeriesReport, point: number): (string | number)[] {
  const incident: Incident | undefined = series.incidents[series.incidentOf[point] - 1];
  const detectors = series.detections.filter((detection) => detection.flags[point] === 1).map((detection) => detection.detector);
  return [series.kpi, series.series, series.scores[point], series.votes[point], detectors.join(" "), incident?.rank ?? "", incident?.severity ?? "", incident?.reason ?? ""];
}
