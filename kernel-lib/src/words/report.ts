import type { KpiName } from "../assumption.js";
import type { RecordTable } from "../display/record-table.js";
import { detectors } from "../detectors/index.js";
import type { LongRun } from "../evaluate/long-run.js";
import { shortNumber } from "../display/record-table.js";
import type { Incident, Report, SeriesReport } from "../report.js";
import { tooFewToJudge } from "../season/too-few-to-judge.js";
import { assumptionText } from "./assumption.js";
import { reasonOf, scaleOf, toldSpan } from "./incident.js";
import type { Language } from "./language.js";
import { speechOf, type Speech } from "./speech.js";

/** Incidents that a report shows of itself. */
const MOST_SHOWN = 12;

/** A report as a table: how much was found, and the worst incidents of all its series. */
export function reportTable(report: Report, language?: Language): RecordTable {
  const { words, write } = speechOf(language);
  const { labels } = words;
  const found = report.series
    .flatMap((series) => series.incidents.map((incident) => ({ series, incident })))
    .sort((a, b) => b.incident.severity - a.incident.severity || a.incident.rank - b.incident.rank);
  const shown = found.slice(0, MOST_SHOWN);
  const keyed = report.key !== null;
  const few = tooFewIn(report);
  return {
    caption: few
      ? words.phrases.tooFew({ ...few, file: report.source.file, rows: report.records }, write)
      : words.phrases.caption(
          {
            incidents: found.length,
            kpi: report.series[0]?.kpi ?? "",
            series: report.series.length,
            file: report.source.file,
            worst: shown.length < found.length ? shown.length : null,
          },
          write,
        ),
    header: [
      labels.severity,
      report.date ? labels.from : labels.row,
      labels.to,
      ...(keyed ? [report.key!] : []),
      labels.kpi,
      labels.actual,
      labels.expected,
      labels.why,
    ],
    rows: shown.map(({ series, incident }) => [
      String(incident.severity),
      ...Object.values(spanLabels(incident, series, language)),
      ...(keyed ? [series.series] : []),
      series.kpi,
      ...numbers(incident, language),
      reasonOf(incident, series, language),
    ]),
    numbers: keyed ? [0, 5, 6] : [0, 4, 5],
    note: report.assumptions.map((each) => assumptionText(each, language)).join(" ") || undefined,
  };
}

/** Too few values in every series to say that nothing is odd; null where one is long enough, or something was found. */
export function tooFewIn({ series }: Pick<Report, "series">): { readonly needed: number } | null {
  const all = series.map((one) => (one.incidents.length === 0 ? tooFewToJudge(one.values) : null));
  return all.length > 0 && all.every((one) => one !== null) ? { needed: all[0]!.needed } : null;
}

/** A series without incidents: that nothing was found, or that it was not judged and what stands out all the same. */
export function quietText(series: SeriesReport, { words, write }: Speech): string {
  const few = tooFewToJudge(series.values);
  const title = write.series(series);
  if (few === null) return words.phrases.nothingFound({ series: title }, write);
  const { values, needed, standout } = few;
  const told = standout && {
    value: write.number(standout.value),
    others: write.number(standout.others),
    when: momentLabel(series, standout.point, write.language),
  };
  return words.phrases.notJudged({ series: title, values, needed, standout: told }, write);
}

/** That a series holds too few values for any answer about it. */
export function notJudgedText(
  series: KpiName,
  { values, needed }: { readonly values: number; readonly needed: number },
  language?: Language,
): string {
  const { words, write } = speechOf(language);
  return words.phrases.notJudged({ series: write.series(series), values, needed, standout: null }, write);
}

/**
 * What is said before a run that will take minutes.
 *
 * @param option that names the detectors on the command line; null where they are switched by hand
 * @example
 * const long = await longRun(table, { mode: "vote" });
 * if (long) console.log(longRunText(long));
 */
export function longRunText(long: LongRun, language?: Language, option: string | null = "--detectors"): string {
  const { words, write } = speechOf(language);
  return words.phrases.longRun({ ...long, detectors: long.detectors.map((id) => detectors[id].title), option }, write);
}

/**
 * When a point was, as a reader wants it: the clock only where it says something; its row (from 1) in a file without dates.
 *
 * @example
 * momentLabel(series, incident.peak); // "Wed 31 Jan, 05:00"
 */
export function momentLabel(series: SeriesReport, point: number, language?: Language): string {
  const scale = scaleOf(series);
  return scale.dated ? speechOf(language).write.moment(series.time[point], scale) : String(series.records[point] + 1);
}

/**
 * First and last moment of an incident as its sentence tells them; the last is empty where both are one.
 *
 * @example
 * spanLabels(incident, series); // { from: "Tue 11 Sep 2001", to: "Fri 14 Sep 2001" }
 */
export function spanLabels(
  incident: Incident,
  series: SeriesReport,
  language?: Language,
): { readonly from: string; readonly to: string } {
  const scale = scaleOf(series);
  const { from, to } = toldSpan(incident, series);
  const label = (point: number, time: number): string =>
    scale.dated ? speechOf(language).write.moment(time, scale) : momentLabel(series, point, language);
  const [first, last] = [label(incident.start, from), label(incident.end, to)];
  return { from: first, to: first === last ? "" : last };
}

function numbers({ actual, expected }: Incident, language?: Language): string[] {
  return [actual, expected].map((value) => shortNumber(value, 6, language));
}
