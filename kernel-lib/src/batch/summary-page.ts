import { htmlPage } from "../display/html-page.js";
import { recordTableHtml } from "../display/record-table.js";
import { escapeMarkup } from "../display/scene-svg.js";
import { version } from "../version.js";
import type { Language } from "../words/language.js";
import { speechOf, type Speech } from "../words/speech.js";
import type { MergedAnswer } from "./merge.js";

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:24px auto;max-width:1100px;padding:0 16px;color:#1f1f1f;background:#fff}
h1{font-size:20px}h2{font-size:16px;margin-top:32px}section{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:4px 12px 4px 0;border-bottom:1px solid #e0e0e0;vertical-align:top;text-align:left}
footer{margin-top:32px;color:#616161;font-size:12px}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#1e1e1e}th,td{border-color:#444}footer{color:#999}}`;

/** The answer of a batch as one page that opens without internet: how much was found, the worst, what several series share, what failed. */
export function summaryPage(answer: MergedAnswer, language: Language): string {
  const speech = speechOf(language);
  const { words, write } = speech;
  const { labels, phrases } = words;
  const worst = answer.incidents;
  const failed = [
    ...answer.unusable.map(({ file, message }) => [file, message]),
    ...answer.givenUp.map(({ file, tries, reason }) => [file, phrases.givenUp({ tries, reason }, write)]),
  ];
  const parts = [
    paragraph(phrases.batchFound(foundIn(answer), write)),
    answer.cut === null || answer.withdrawn === 0
      ? ""
      : paragraph(phrases.withdrawn({ incidents: answer.withdrawn, series: answer.series }, write)),
    answer.jobs.missing === 0 ? "" : paragraph(phrases.jobsMissing({ jobs: answer.jobs.missing }, write)),
    incidentTable(worst, speech),
    answer.found > worst.length ? paragraph(phrases.more({ count: answer.found - worst.length }, write)) : "",
    momentTable(answer.moments.worst, speech),
    tableOf(labels.notAnalysed, [labels.file, labels.why], failed),
  ];
  return page(labels.batch, write.language, parts);
}

function incidentTable(incidents: MergedAnswer["incidents"], { words: { labels }, write }: Speech): string {
  return tableOf(
    labels.incidents,
    ["#", labels.severity, labels.file, labels.series, labels.from, labels.to, labels.why],
    incidents.map(({ rank, severity, file, kpi, series, start, end, reason }) => [
      String(rank),
      String(severity),
      file,
      write.series({ kpi, series }),
      start,
      end,
      reason,
    ]),
  );
}

function momentTable(moments: MergedAnswer["moments"]["worst"], { words: { labels, phrases }, write }: Speech): string {
  return tableOf(
    labels.moments,
    ["#", labels.severity, labels.from, labels.to, labels.series],
    moments.map(({ rank, severity, start, end, files, series, first }) => [
      String(rank),
      String(severity),
      start,
      end,
      phrases.momentOf({ files, series, first: `${first.file}: ${write.series(first)}` }, write),
    ]),
  );
}

function page(title: string, language: Language, parts: readonly string[]): string {
  return htmlPage({
    language,
    title,
    style: STYLE,
    body: `<h1>${escapeMarkup(title)}</h1>
${parts.filter((part) => part !== "").join("\n")}
<footer>KPI Anomaly Detector ${escapeMarkup(version)}</footer>`,
  });
}

/** What the first sentence tells. */
export function foundIn({ found, affected, series, rows, jobs, unusable }: MergedAnswer): {
  readonly incidents: number;
  readonly affected: number;
  readonly series: number;
  readonly rows: number;
  readonly jobs: number;
} {
  return { incidents: found, affected, series, rows, jobs: jobs.done - unusable.length };
}

function paragraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>`;
}

function tableOf(title: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return `<section><h2>${escapeMarkup(title)}</h2>\n${recordTableHtml({ caption: "", header, rows, numbers: [0, 1] })}</section>`;
}
