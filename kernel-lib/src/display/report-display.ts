import type { Incident, Report, SeriesReport } from "../report.js";
import { recordTableDisplay, shortMoment, shortNumber } from "./record-table.js";
import type { MimeBundle } from "./with-display.js";

/** A report in a notebook: how much was found, and the twelve worst incidents of all its series. */
export function reportDisplay(report: Report): MimeBundle {
  const found = report.series
    .flatMap((series) => series.incidents.map((incident) => ({ series, incident })))
    .sort((a, b) => b.incident.severity - a.incident.severity || a.incident.rank - b.incident.rank);
  const shown = found.slice(0, 12);
  const keyed = report.key !== null;
  const many = `${found.length === 0 ? "No anomalies" : found.length === 1 ? "1 anomaly" : `${found.length} anomalies`} in ${report.series.length === 1 ? report.series[0].kpi : `${report.series.length} series`} of ${report.source.file}`;
  return recordTableDisplay({
    caption: `${many}.${shown.length < found.length ? ` The ${shown.length} worst:` : ""}`,
    header: [
      "severity",
      report.date ? "from" : "record",
      "to",
      ...(keyed ? [report.key!] : []),
      "KPI",
      "actual",
      "expected",
      "why",
    ],
    rows: shown.map(({ series, incident }) => [
      String(incident.severity),
      momentLabel(series, incident.start, report),
      incident.end === incident.start ? "" : momentLabel(series, incident.end, report),
      ...(keyed ? [series.series] : []),
      series.kpi,
      ...numbers(incident),
      incident.reason,
    ]),
    numbers: keyed ? [0, 5, 6] : [0, 4, 5],
    note: report.assumptions.map(({ text }) => text).join(" ") || undefined,
  });
}

/** When a point was, as a reader wants it: the clock only where it says something; its record number (from 1) in a file without dates. */
export function momentLabel(series: SeriesReport, point: number, report: Report): string {
  return report.date ? shortMoment(series.time[point]) : String(series.records[point] + 1);
}

function numbers({ actual, expected }: Incident): string[] {
  return [shortNumber(actual, 6), shortNumber(expected, 6)];
}
