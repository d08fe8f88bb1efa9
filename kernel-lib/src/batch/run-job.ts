import { detect } from "../detect.js";
import { InputError } from "../errors.js";
import { reportSummary, type IncidentSummary } from "../export/report-summary.js";
import { errorText } from "../words/error.js";
import { scoreFormatOf, type ScoreFormat } from "../export/scores/score-formats.js";
import { longestSeries } from "../io/series.js";
import { median } from "../numeric/statistics.js";
import { open } from "../read.js";
import type { Report, SeriesReport } from "../report.js";
import { setCollectionPace } from "../workers/collection-pace.js";
import type { Job } from "./job.js";
import type { IncidentLine, JobLine, SeriesLine } from "./result-lines.js";

/**
 * Analyses the series of a job. The result hangs on the job and its bytes alone: the same on every machine.
 *
 * @returns JSON lines: the job, its series, their incidents; a file that cannot be used is a result too, with the reason
 */
export async function runJob(
  job: Job,
  bytes: Uint8Array,
): Promise<{ readonly result: string; readonly scores: ReturnType<ScoreFormat["pieces"]> | null }> {
  const about = { kind: "job", file: job.file, part: job.part } as const;
  try {
    const { config, language } = job.settings;
    const { table } = await open(bytes, config, job.file);
    setCollectionPace(longestSeries(table));
    const report = await detect(table, config, { partOf: job.part });
    const { records, series } = report;
    const first: JobLine = {
      ...about,
      records,
      series: series.length,
      mode: report.config.mode,
      sensitivity: report.config.sensitivity,
      warnings: report.warnings.length,
      error: null,
    };
    const summary = reportSummary(report, language);
    const lines = [
      first,
      ...series.flatMap((one, index) => [
        seriesLine(one),
        ...incidentLines(one, summary.series[index].incidents, report),
      ]),
    ];
    return {
      result: textOf(lines),
      scores: job.scores === null ? null : scoreFormatOf(job.scores).pieces(report, table),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code } = error;
    const { message, hint } = errorText(error, job.settings.language);
    const unusable: JobLine = {
      ...about,
      records: 0,
      series: 0,
      mode: null,
      sensitivity: null,
      warnings: 0,
      error: { code, message, hint },
    };
    return { result: textOf([unusable]), scores: null };
  }
}

function textOf(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

function seriesLine({ kpi, series, values, notJudged, flags, combined, time, cadence }: SeriesReport): SeriesLine {
  let highest = NaN;
  for (const score of combined) if (score > highest || Number.isNaN(highest)) highest = score;
  const steps = time.length > 1 ? time.subarray(1).map((at, i) => at - time[i]) : new Float64Array([1]);
  return {
    kind: "series",
    kpi,
    series,
    rows: values.length,
    notJudged,
    flagged: flags.reduce((sum, flag) => sum + flag, 0),
    highest: Number.isNaN(highest) ? null : highest,
    step: median(steps),
    cadence,
  };
}

function incidentLines(
  { kpi, series, time, incidents }: SeriesReport,
  told: readonly IncidentSummary[],
  { date }: Report,
): IncidentLine[] {
  return incidents.map((incident, index) => {
    // What kind of incident it is (a spike, a dip) is not the kind of the line.
    const { kind: _kind, ...about } = told[index];
    return {
      kind: "incident",
      kpi,
      series,
      from: time[incident.start],
      to: time[incident.end],
      dated: date !== null,
      ...about,
      severity: incident.severity,
      score: incident.score,
      direction: incident.direction,
    };
  });
}
