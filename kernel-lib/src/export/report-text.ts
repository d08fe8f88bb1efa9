import { featureText } from "../decide/incident/feature-text.js";
import { sharedIncidents } from "../decide/across-series/shared-incidents.js";
import { rankSeries } from "../decide/across-series/series-ranking.js";
import { shortMoment } from "../display/record-table.js";
import { momentLabel } from "../display/report-display.js";
import type { Incident, Report, SeriesReport } from "../report.js";

/** Most incidents listed for one series. */
const MOST_LISTED = 20;

/** Most incidents whose features are listed. */
const MOST_FEATURES = 5;

/** The findings of a report as plain text for a terminal: verdict first, then the ranked incidents of each series. */
export function reportText(report: Report): string {
  const total = report.series.reduce((sum, series) => sum + series.incidents.length, 0);
  const head = `${report.source.file}: ${total === 0 ? "no anomalies" : total === 1 ? "1 incident" : `${total} incidents`} in ${report.records} records.`;
  const ranked = rankSeries(report.series).map(({ index }) => report.series[index]);
  const blocks = ranked
    .filter((series) => series.incidents.length > 0 || report.series.length === 1)
    .map((series) => seriesText(series, report));
  const quiet = report.series.length - blocks.length;
  const notes = [
    ...report.assumptions.map((assumption) => `  ${assumption.text}`),
    ...report.warnings.map((warning) => `  Note: ${warning.message}`),
  ];
  return [
    head,
    "",
    ...blocks,
    ...sharedText(report),
    ...(quiet > 0 ? [`${quiet} other series without incidents.`, ""] : []),
    "Assumed:",
    ...notes,
    "",
  ].join("\n");
}

function seriesText(series: SeriesReport, report: Report): string {
  const title = series.series === "" ? series.kpi : `${series.kpi} of ${series.series}`;
  if (series.incidents.length === 0) return `${title}: no anomalies.\n`;
  const rows = series.incidents.slice(0, MOST_LISTED).map((incident) => cells(incident, series, report));
  const more = series.incidents.length - rows.length;
  return [
    `${title}`,
    ...aligned([["#", "severity", "when", "points", "why"], ...rows]),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    ...featuresText(series),
    "",
  ].join("\n");
}

/** Features behind the detectors that point at the worst incidents, where that is known. */
function featuresText({ incidents, kpi, detections }: SeriesReport): string[] {
  const told = incidents.slice(0, MOST_FEATURES).flatMap(({ rank, explanation }) => {
    const text = explanation ? featureText(explanation, kpi, detections) : "";
    return text === "" ? [] : [`  #${rank} pushed by  ${text}`];
  });
  return told.length > 0 ? ["", ...told] : [];
}

/** What moved together, when several series did. */
function sharedText(report: Report): string[] {
  const shared = sharedIncidents(report.series);
  return shared.length > 0
    ? [
        "Moved together:",
        ...shared
          .slice(0, MOST_LISTED)
          .map(({ start, text }) => `  ${report.date ? shortMoment(start) : `Record ${start + 1}`}: ${text}`),
        "",
      ]
    : [];
}

function cells(incident: Incident, series: SeriesReport, report: Report): string[] {
  const from = momentLabel(series, incident.start, report);
  const to = momentLabel(series, incident.end, report);
  return [
    String(incident.rank),
    String(incident.severity),
    from === to ? from : `${from} – ${to}`,
    String(incident.points),
    incident.reason,
  ];
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]))).join("  ")}`.trimEnd(),
  );
}
