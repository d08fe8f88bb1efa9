import { rankSeries } from "../decide/across-series/series-ranking.js";
import { sharedIncidents } from "../decide/across-series/shared-incidents.js";
import { htmlPage } from "../display/html-page.js";
import { recordTableHtml } from "../display/record-table.js";
import { escapeMarkup } from "../display/scene-svg.js";
import { timeline } from "../plots/timeline.js";
import type { Incident, Report, SeriesReport } from "../report.js";
import { assumptionText } from "../words/assumption.js";
import { reasonOf, scaleOf } from "../words/incident.js";
import type { Language } from "../words/language.js";
import { quietText, spanLabels, tooFewIn } from "../words/report.js";
import { sharedText, toldMoment } from "../words/shared-incident.js";
import { speechOf, type Speech } from "../words/speech.js";
import { warningTexts } from "../words/warning.js";
import { foundIn } from "./found-in.js";
import { PAGE_STYLE, pageSvg } from "./page-theme.js";

/** Most series drawn; the others are counted. */
const MOST_SERIES = 50;
const MOST_MOMENTS = 20;

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
  const ranked = rankSeries(report.series).map(({ index }) => report.series[index]);
  const found = ranked.filter((series) => series.incidents.length > 0);
  const shown = (found.length > 0 ? found : ranked).slice(0, MOST_SERIES);
  const few = tooFewIn(report);
  const title = phrases.incidentsOf({ file: report.source.file }, speech.write);
  return htmlPage({
    language: speech.write.language,
    title,
    style: PAGE_STYLE,
    body: `<h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(few ? phrases.tooFew({ file: null, rows: report.records, ...few }, speech.write) : phrases.foundInSeries(foundIn(report), speech.write))}</p>
${few ? report.series.map((series) => `<p>${escapeMarkup(quietText(series, speech))}</p>`).join("\n") : ""}
${momentsList(report, speech)}
${shown.map((series) => section(series, report, speech)).join("\n")}
${found.length > shown.length ? `<p>${escapeMarkup(phrases.moreSeries({ count: found.length - shown.length }, speech.write))}</p>` : ""}
<h2>${labels.assumptions}</h2>
<ul>
${[...report.assumptions.map((each) => assumptionText(each, language)), ...warningTexts(report.warnings, language).map(({ text }) => text)].map((text) => `<li>${escapeMarkup(text)}</li>`).join("\n")}
</ul>
<footer>KPI Anomaly Detector ${escapeMarkup(report.version)}</footer>`,
  });
}

function section(series: SeriesReport, report: Report, speech: Speech): string {
  const { language } = speech.write;
  const picture = pageSvg(timeline.draw(report, { kpi: series.kpi, series: series.series, language }));
  return `<h2>${escapeMarkup(speech.write.series(series))}</h2>\n${picture}\n${incidentTable(series, speech)}`;
}

/** Moments at which several KPIs were not normal, as on the panel's first screen. */
function momentsList(report: Report, { write }: Speech): string {
  const lines = sharedIncidents(report.series)
    .slice(0, MOST_MOMENTS)
    .map((one) => {
      const when = write.moment(toldMoment(one, report.series).from, scaleOf(report.series[one.members[0].index]));
      return `<li>${escapeMarkup(`${when}: ${sharedText(one, write.language)}`)}</li>`;
    });
  return lines.length === 0 ? "" : `<ul>\n${lines.join("\n")}\n</ul>`;
}

function incidentTable(series: SeriesReport, { words, write }: Speech): string {
  if (series.incidents.length === 0) return "";
  const { labels } = words;
  const rounded = (value: number): string => (Number.isNaN(value) ? "" : write.amount(value, series.decimals));
  return recordTableHtml({
    caption: labels.incidents,
    header: ["#", labels.severity, labels.from, labels.to, labels.actual, labels.expected, labels.offBy, labels.why],
    rows: series.incidents.map((incident) => [
      String(incident.rank),
      String(incident.severity),
      ...Object.values(spanLabels(incident, series, write.language)),
      rounded(incident.actual),
      rounded(incident.expected),
      offBy(incident, rounded, write),
      reasonOf(incident, series, write.language),
    ]),
    numbers: [0, 1, 4, 5, 6],
  });
}

/** In percent where that has a meaning, else the amount; with its sign. */
function offBy({ explanation }: Incident, rounded: (value: number) => string, write: Speech["write"]): string {
  if (explanation === null) return "";
  const { deviation, deviationPercent } = explanation;
  const size = Number.isNaN(deviationPercent)
    ? rounded(Math.abs(deviation))
    : write.percent(Math.abs(deviationPercent));
  return size === "" || !/[1-9]/.test(size) ? "" : `${deviation < 0 ? "\u2212" : "+"}${size}`;
}
