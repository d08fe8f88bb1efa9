import { detect } from "../detect.js";
import { InputError } from "../errors.js";
import { reportSummary, type IncidentSummary } from "../export/report-summary.js";
import { errorText } from "../words/error.js";
import { scoreFormatOf, type ScoreFormat } from "../export/scores/score-formats.js";
import { longestSeries } from "../io/series.js";
import { median } from "../numeric/statistics.js";
import type { Report, SeriesReport } from "../report.js";
import type { Table } from "../table.js";
import { setCollectionPace } from "../workers/collection-pace.js";
import type { Job } from "./job.js";
import { InputReader } from "./read-input.js";
import type { IncidentLine, JobLine, SeriesLine } from "./result-lines.js";

/** What a job gives: its result as JSON lines, and every record with its scores where those are asked for. */
export interface JobResult {
  readonly result: string;
  readonly scores: ReturnType<ScoreFormat["pieces"]> | null;
}

/**
 * Analyses the series of a job. The result hangs on the job and its bytes alone: the same on every machine.
 *
 * @param bytes its data where they came with it, else they are read
 * @param reader has read for the jobs before it
 * @returns JSON lines: the job, its series, their incidents; a file that cannot be used is a result too, with the reason
 * @throws InputError where the file cannot be read
 */
export async function runJob(
  job: Job,
  bytes: Uint8Array | null,
  reader: InputReader = new InputReader(),
): Promise<JobResult> {
  const reading = await reader.read(job, bytes);
  if (reading instanceof InputError) return unusableResult(job, reading);
  try {
    return await tableResult(job, reading.table);
  } catch (error) {
    if (error instanceof InputError) return unusableResult(job, error);
    throw error;
  }
}

async function tableResult(job: Job, table: Table): Promise<JobResult> {
  const { config, language } = job.settings;
  setCollectionPace(longestSeries(table));
  const report = await detect(table, config, { partOf: job.part });
  const { records, series } = report;
  const first: JobLine = {
    ...headOf(job),
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
}

function unusableResult(job: Job, error: InputError): JobResult {
  const { message, hint } = errorText(error, job.settings.language);
  const line: JobLine = {
    ...headOf(job),
    records: 0,
    series: 0,
    mode: null,
    sensitivity: null,
    warnings: 0,
    error: { code: error.code, message, hint },
  };
  return { result: textOf([line]), scores: null };
}

function headOf({ file, part }: Job): Pick<JobLine, "kind" | "file" | "part"> {
  return { kind: "job", file, part };
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
