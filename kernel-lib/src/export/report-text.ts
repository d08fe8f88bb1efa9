import { sharedIncidents } from "../decide/across-series/shared-incidents.js";
import { rankSeries } from "../decide/across-series/series-ranking.js";
import type { Incident, Report, SeriesReport } from "../report.js";
import { assumptionText } from "../words/assumption.js";
import { featureReasons, reasonOf, scaleOf } from "../words/incident.js";
import type { Language } from "../words/language.js";
import { quietText, spanLabels, tooFewIn } from "../words/report.js";
import { sharedText, toldMoment } from "../words/shared-incident.js";
import { speechOf, type Speech } from "../words/speech.js";
import { warningTexts } from "../words/warning.js";

/** Most incidents listed for one series. */
const MOST_LISTED = 20;

/** Most incidents whose features are listed. */
const MOST_FEATURES = 5;

/**
 * The findings of a report as plain text for a terminal: verdict first, then the ranked incidents of each series.
 *
 * @example
 * console.log(reportText(report));
 */
export function reportText(report: Report, language?: Language): string {
  const speech = speechOf(language);
  const { labels, phrases } = speech.words;
  const incidents = report.series.reduce((sum, series) => sum + series.incidents.length, 0);
  const ranked = rankSeries(report.series).map(({ index }) => report.series[index]);
  const blocks = ranked
    .filter((series) => series.incidents.length > 0 || report.series.length === 1)
    .map((series) => seriesText(series, speech));
  const quiet = report.series.length - blocks.length;
  const head = { file: report.source.file, rows: report.records };
  const few = tooFewIn(report);
  return [
    few ? phrases.tooFew({ ...head, ...few }, speech.write) : phrases.found({ ...head, incidents }, speech.write),
    "",
    ...blocks,
    ...momentsText(report, speech),
    ...(quiet > 0 && blocks.length > 0 ? [phrases.quietSeries({ count: quiet }, speech.write), ""] : []),
    `${labels.assumptions}:`,
    ...report.assumptions.map((assumption) => `  ${assumptionText(assumption, language)}`),
    ...warningTexts(report.warnings, language).map(({ text }) => `  ${labels.note}: ${text}`),
    "",
  ].join("\n");
}

function seriesText(series: SeriesReport, speech: Speech): string {
  const { words, write } = speech;
  const { labels, phrases } = words;
  const title = write.series(series);
  if (series.incidents.length === 0) return `${quietText(series, speech)}\n`;
  const rows = series.incidents.slice(0, MOST_LISTED).map((incident) => cells(incident, series, write.language));
  const more = series.incidents.length - rows.length;
  return [
    title,
    ...aligned([["#", labels.severity, labels.when, labels.points, labels.why], ...rows]),
    ...(more > 0 ? [`  ${phrases.more({ count: more }, write)}`] : []),
    ...featuresText(series, write.language),
    "",
  ].join("\n");
}

/** Features behind the detectors that vote for the worst incidents, where that is known. */
function featuresText(series: SeriesReport, language: Language): string[] {
  const told = series.incidents.slice(0, MOST_FEATURES).flatMap((incident) => {
    const sentences = featureReasons(incident, series, language);
    return sentences.length === 0 ? [] : [`  #${incident.rank}  ${sentences.join(" ")}`];
  });
  return told.length > 0 ? ["", ...told] : [];
}

/** Moments at which several KPIs were not normal. */
function momentsText(report: Report, { words, write }: Speech): string[] {
  const shared = sharedIncidents(report.series).slice(0, MOST_LISTED);
  const lines = shared.map((one) => {
    const when = write.moment(toldMoment(one, report.series).from, scaleOf(report.series[one.members[0].index]));
    return `  ${when}: ${sharedText(one, write.language)}`;
  });
  return lines.length > 0 ? [`${words.labels.moments}:`, ...lines, ""] : [];
}

function cells(incident: Incident, series: SeriesReport, language: Language): string[] {
  const { from, to } = spanLabels(incident, series, language);
  return [
    String(incident.rank),
    String(incident.severity),
    to === "" ? from : `${from} – ${to}`,
    String(incident.points),
    reasonOf(incident, series, language),
  ];
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]))).join("  ")}`.trimEnd(),
  );
}
