import type { Report, SeriesReport } from "../report.js";
import { assumptionText } from "../words/assumption.js";
import { reasonOf } from "../words/incident.js";
import type { Language } from "../words/language.js";
import { quietText, spanLabels, tooFewIn } from "../words/report.js";
import { speechOf, type Speech } from "../words/speech.js";
import { warningTexts } from "../words/warning.js";
import { foundIn } from "./found-in.js";

/** Most incidents listed for one series. */
const MOST_LISTED = 50;

/**
 * The findings as Markdown, for an issue, a wiki page or a chat: verdict first, then a table a series, then what was assumed.
 *
 * @example
 * const text = reportMarkdown(report);
 */
export function reportMarkdown(report: Report, language?: Language): string {
  const speech = speechOf(language);
  const { labels, phrases } = speech.words;
  const few = tooFewIn(report);
  return [
    `# ${escaped(phrases.incidentsOf({ file: report.source.file }, speech.write))}`,
    "",
    few
      ? phrases.tooFew({ file: null, rows: report.records, ...few }, speech.write)
      : phrases.foundInSeries(foundIn(report), speech.write),
    "",
    ...(few ? report.series.flatMap((series) => [`- ${escaped(quietText(series, speech))}`, ""]) : []),
    ...report.series.filter((series) => series.incidents.length > 0).flatMap((series) => seriesLines(series, speech)),
    `## ${labels.assumptions}`,
    "",
    ...report.assumptions.map((assumption) => `- ${escaped(assumptionText(assumption, language))}`),
    ...warningTexts(report.warnings, language).map(({ text }) => `- ${escaped(text)}`),
    "",
  ].join("\n");
}

function seriesLines(series: SeriesReport, { words, write }: Speech): string[] {
  const { labels, phrases } = words;
  const rows = series.incidents.slice(0, MOST_LISTED).map((incident) => {
    const { from, to } = spanLabels(incident, series, write.language);
    return `| ${incident.rank} | ${incident.severity} | ${to === "" ? from : `${from} – ${to}`} | ${escaped(reasonOf(incident, series, write.language))} |`;
  });
  const more = series.incidents.length - rows.length;
  return [
    `## ${escaped(write.series(series))}`,
    "",
    `| # | ${labels.severity} | ${labels.when} | ${labels.why} |`,
    "| --: | --: | --- | --- |",
    ...rows,
    ...(more > 0 ? ["", phrases.more({ count: more }, write)] : []),
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
