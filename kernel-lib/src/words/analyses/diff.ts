import type { IncidentChange, ReportComparison } from "../../evaluate/comparison/compare-reports.js";
import type { Report, SeriesReport } from "../../report.js";
import { reasonOf, scaleOf } from "../incident.js";
import type { Language } from "../language.js";
import { speechOf } from "../speech.js";

/**
 * What changed from one report to the next, in one sentence.
 *
 * @example
 * console.log(diffText(compareReports(report, rethreshold(report, { sensitivity: 70 }))));
 */
export function diffText({ counts }: ReportComparison, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.diff(counts, write);
}

/** A comparison of reports as lines: the counts, then each incident that is new, gone or changed, then series that came or went. */
export function diffLines(found: ReportComparison, before: Report, after: Report, language?: Language): string[] {
  const { labels } = speechOf(language).words;
  const { write } = speechOf(language);
  const width = Math.max(12, labels.newSeries.length, labels.goneSeries.length);
  return [
    diffText(found, language),
    ...found.incidents
      .filter(({ kind }) => kind !== "same")
      .map((change) => changeLine(change, changedSeries(change, before, after), width, language)),
    ...found.newSeries.map((one) => `  ${labels.newSeries.padEnd(width)} ${write.series(one)}`),
    ...found.goneSeries.map((one) => `  ${labels.goneSeries.padEnd(width)} ${write.series(one)}`),
  ];
}

/** The series that a changed incident is in: of the later report where it is in it. */
export function changedSeries(
  { kpi, series, after: now }: IncidentChange,
  before: Report,
  after: Report,
): SeriesReport {
  return (now ? after : before).series.find((one) => one.kpi === kpi && one.series === series)!;
}

function changeLine(change: IncidentChange, series: SeriesReport, width: number, language?: Language): string {
  const { words, write } = speechOf(language);
  const incident = (change.after ?? change.before)!;
  const scale = scaleOf(series);
  const from = write.moment(change.start, scale);
  const span = change.start === change.end ? from : `${from} – ${write.moment(change.end, scale)}`;
  const { severity } = incident;
  const told =
    change.kind === "changed"
      ? words.phrases.changed({ from: change.before!.severity, to: severity }, write)
      : `${words.labels.severity} ${severity}`;
  const kind = words.labels[change.kind === "same" ? "changed" : change.kind];
  return `  ${kind.padEnd(width)} ${write.series(series)}, ${span}: ${told}. ${reasonOf(incident, series, language)}`;
}
