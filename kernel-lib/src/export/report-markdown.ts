import { momentLabel } from "../display/report-display.js";
import type { Report, SeriesReport } from "../report.js";

/** Most incidents listed for one series. */
const MOST_LISTED = 50;

/** The findings as Markdown, for an issue, a wiki page or a chat: verdict first, then a table a series, then what was assumed. */
export function reportMarkdown(report: Report): string {
  const total = report.series.reduce((sum, series) => sum + series.incidents.length, 0);
  return [
    `# KPI anomalies: ${escaped(report.source.file)}`,
    "",
    `${total === 0 ? "No anomalies" : total === 1 ? "1 incident" : `${total} incidents`} in ${report.records} records.`,
    "",
    ...report.series.filter((series) => series.incidents.length > 0).flatMap((series) => seriesLines(series, report)),
    "## Assumed",
    "",
    ...[...report.assumptions.map(({ text }) => text), ...report.warnings.map(({ message }) => message)].map(
      (text) => `- ${escaped(text)}`,
    ),
    "",
  ].join("\n");
}

function seriesLines(series: SeriesReport, report: Report): string[] {
  const rows = series.incidents.slice(0, MOST_LISTED).map((incident) => {
    const from = momentLabel(series, incident.start, report);
    const to = momentLabel(series, incident.end, report);
    return `| ${incident.rank} | ${incident.severity} | ${from === to ? from : `${from} – ${to}`} | ${escaped(incident.reason)} |`;
  });
  const more = series.incidents.length - rows.length;
  return [
    `## ${escaped(series.series === "" ? series.kpi : `${series.kpi} of ${series.series}`)}`,
    "",
    "| # | Severity | When | Why |",
    "| --: | --: | --- | --- |",
    ...rows,
    ...(more > 0 ? ["", `${more} more are not listed.`] : []),
    "",
  ];
}

/** Text from a file must stay text: no HTML, no table borders, no links. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]|~#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
