import { figureToSvg } from "../display/make-figure.js";
import { recordTableHtml } from "../display/record-table.js";
import { escapeMarkup } from "../display/scene-svg.js";
import { timeline } from "../plots/timeline.js";
import type { Report, SeriesReport } from "../report.js";
import { assumptionText } from "../words/assumption.js";
import { reasonOf } from "../words/incident.js";
import type { Language } from "../words/language.js";
import { momentLabel, quietText, tooFewIn } from "../words/report.js";
import { speechOf, type Speech } from "../words/speech.js";
import { warningText } from "../words/warning.js";

/** Most series drawn; the others are counted. */
const MOST_SERIES = 50;

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:24px auto;max-width:960px;padding:0 16px;color:#1f1f1f;background:#fff}
h1{font-size:20px}h2{font-size:16px;margin-top:32px}svg{max-width:100%;height:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:4px 12px 4px 0;border-bottom:1px solid #e0e0e0;vertical-align:top}
footer{margin-top:32px;color:#616161;font-size:12px}`;

/**
 * The findings as one HTML page that opens without internet: verdict, a picture and a table a series, what was assumed.
 * It holds no script, and a content security policy keeps it so; text from the file is only ever text.
 *
 * @example
 * const page = reportHtml(report, "de");
 */
export function reportHtml(report: Report, language?: Language): string {
  const speech = speechOf(language);
  const { labels, phrases } = speech.words;
  const found = report.series.filter((series) => series.incidents.length > 0);
  const shown = (found.length > 0 ? found : report.series).slice(0, MOST_SERIES);
  const total = report.series.reduce((sum, series) => sum + series.incidents.length, 0);
  const few = tooFewIn(report);
  const title = escapeMarkup(phrases.incidentsOf({ file: report.source.file }, speech.write));
  return `<!doctype html>
<html lang="${speech.write.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${escapeMarkup(few ? phrases.tooFew({ file: null, rows: report.records, ...few }, speech.write) : phrases.foundInSeries({ incidents: total, rows: report.records, series: report.series.length }, speech.write))}</p>
${few ? report.series.map((series) => `<p>${escapeMarkup(quietText(series, speech))}</p>`).join("\n") : ""}
${shown.map((series) => section(series, report, speech)).join("\n")}
${found.length > shown.length ? `<p>${escapeMarkup(phrases.moreSeries({ count: found.length - shown.length }, speech.write))}</p>` : ""}
<h2>${labels.assumptions}</h2>
<ul>
${[...report.assumptions.map((each) => assumptionText(each, language)), ...report.warnings.map((each) => warningText(each, language))].map((text) => `<li>${escapeMarkup(text)}</li>`).join("\n")}
</ul>
<footer>KPI Anomaly Detector ${escapeMarkup(report.version)}</footer>
</body>
</html>
`;
}

function section(series: SeriesReport, report: Report, speech: Speech): string {
  const { language } = speech.write;
  const picture = figureToSvg(
    timeline.draw(report, { kpi: series.kpi, series: series.series, theme: "light", language }),
  );
  return `<h2>${escapeMarkup(speech.write.series(series))}</h2>\n${picture}\n${incidentTable(series, speech)}`;
}

function incidentTable(series: SeriesReport, { words, write }: Speech): string {
  if (series.incidents.length === 0) return "";
  const { labels } = words;
  return recordTableHtml({
    caption: labels.incidents,
    header: ["#", labels.severity, labels.from, labels.to, labels.actual, labels.why],
    rows: series.incidents.map((incident) => [
      String(incident.rank),
      String(incident.severity),
      momentLabel(series, incident.start, write.language),
      momentLabel(series, incident.end, write.language),
      Number.isNaN(incident.actual) ? "" : incident.actual.toFixed(Math.min(series.decimals, 6)),
      reasonOf(incident, series, write.language),
    ]),
    numbers: [0, 1, 4],
  });
}
