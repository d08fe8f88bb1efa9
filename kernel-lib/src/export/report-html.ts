import { figureToSvg } from "../display/make-figure.js";
import { recordTableHtml } from "../display/record-table.js";
import { momentLabel } from "../display/report-display.js";
import { escapeMarkup } from "../display/scene-svg.js";
import { timeline } from "../plots/timeline.js";
import type { Report, SeriesReport } from "../report.js";

/** Most series drawn; the others are counted. */
const MOST_SERIES = 50;

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:24px auto;max-width:960px;padding:0 16px;color:#1f1f1f;background:#fff}
h1{font-size:20px}h2{font-size:16px;margin-top:32px}svg{max-width:100%;height:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:4px 12px 4px 0;border-bottom:1px solid #e0e0e0;vertical-align:top}
footer{margin-top:32px;color:#616161;font-size:12px}`;

/**
 * The findings as one HTML page that opens without internet: verdict, a picture and a table a series, what was assumed.
 * It holds no script, and a content security policy keeps it so; text from the file is only ever text.
 */
export function reportHtml(report: Report): string {
  const found = report.series.filter((series) => series.incidents.length > 0);
  const shown = (found.length > 0 ? found : report.series).slice(0, MOST_SERIES);
  const total = report.series.reduce((sum, series) => sum + series.incidents.length, 0);
  const title = escapeMarkup(`KPI anomalies: ${report.source.file}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p><strong>${total === 0 ? "No anomalies" : total === 1 ? "1 incident" : `${total} incidents`}</strong> in ${report.records} records and ${report.series.length} series.</p>
${shown.map((series) => section(series, report)).join("\n")}
${found.length > shown.length ? `<p>${found.length - shown.length} more series with incidents are not shown.</p>` : ""}
<h2>Assumed</h2>
<ul>
${[...report.assumptions.map(({ text }) => text), ...report.warnings.map(({ message }) => message)].map((text) => `<li>${escapeMarkup(text)}</li>`).join("\n")}
</ul>
<footer>KPI Anomaly Detector ${escapeMarkup(report.version)}</footer>
</body>
</html>
`;
}

function section(series: SeriesReport, report: Report): string {
  const name = series.series === "" ? series.kpi : `${series.kpi} of ${series.series}`;
  const picture = figureToSvg(timeline.draw(report, { kpi: series.kpi, series: series.series, theme: "light" }));
  return `<h2>${escapeMarkup(name)}</h2>\n${picture}\n${incidentTable(series, report)}`;
}

function incidentTable(series: SeriesReport, report: Report): string {
  if (series.incidents.length === 0) return "";
  return recordTableHtml({
    caption: "Incidents, worst first",
    header: ["#", "Severity", "From", "To", "Actual", "Why"],
    rows: series.incidents.map((incident) => [
      String(incident.rank),
      String(incident.severity),
      momentLabel(series, incident.start, report),
      momentLabel(series, incident.end, report),
      Number.isNaN(incident.actual) ? "" : incident.actual.toFixed(Math.min(series.decimals, 6)),
      incident.reason,
    ]),
    numbers: [0, 1, 4],
  });
}
