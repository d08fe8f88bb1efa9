import { alarmCut } from "../decide/incident/alarms.js";
import { manySeriesCut } from "../decide/across-series/many-series.js";
import { joinMoments, type Moment } from "./moments.js";
import type { GivenUp, ListedJob, ResultFolder } from "./result-folder.js";
import type { IncidentLine, JobLine, ResultLine, SeriesLine } from "./result-lines.js";

/** An incident in the ranking over everything. */
export interface RankedIncident extends Omit<IncidentLine, "kind" | "dated"> {
  /** From 1, worst first. */
  readonly rank: number;
  readonly file: string;
}

/** A file that could not be used, and why. */
export interface UnusableFile {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

/** The one answer of a batch. */
export interface MergedAnswer {
  readonly jobs: { readonly planned: number; readonly done: number; readonly missing: number };
  /** Series that were analysed, their values, and series with at least one incident. */
  readonly series: number;
  readonly rows: number;
  readonly affected: number;
  /** Score that an incident has to reach so that the whole search gives as few false alarms as one series would; null by vote. */
  readonly cut: number | null;
  /** Incidents that did not reach it. */
  readonly withdrawn: number;
  readonly incidents: readonly RankedIncident[];
  readonly moments: readonly Moment[];
  readonly unusable: readonly UnusableFile[];
  readonly givenUp: readonly GivenUp[];
}

/** What was read of all results. */
interface Collected {
  readonly jobs: JobLine[];
  readonly highest: number[];
  readonly incidents: (IncidentLine & { readonly file: string; readonly index: number; readonly step: number })[];
  readonly givenUp: GivenUp[];
  missing: number;
  rows: number;
}

/**
 * Joins the results of all jobs of a batch: a ranking over everything, with false discoveries controlled over all series of
 * all files, and the moments at which several of them were not normal. Hangs on the results alone, not on who computed them
 * or when. O(results), plus O(incidents log incidents).
 */
export async function mergeResults(folder: ResultFolder): Promise<MergedAnswer> {
  const jobs = await folder.jobs();
  const all: Collected = { jobs: [], highest: [], incidents: [], givenUp: [], missing: 0, rows: 0 };
  for (const job of jobs) await collect(job, folder, all);
  const usable = all.jobs.filter(({ error }) => error === null);
  const by = usable.find(({ sensitivity }) => sensitivity !== null);
  const cut =
    by?.mode === "auto" && by.sensitivity !== null ? manySeriesCut(all.highest, alarmCut(by.sensitivity)) : null;
  const kept = all.incidents.filter(({ score }) => cut === null || score >= cut);
  kept.sort(
    (a, b) =>
      b.severity - a.severity ||
      b.score - a.score ||
      compare(a.file, b.file) ||
      compare(a.kpi, b.kpi) ||
      compare(a.series, b.series) ||
      a.from - b.from,
  );
  return {
    jobs: { planned: jobs.length, done: all.jobs.length, missing: all.missing },
    series: all.highest.length,
    rows: all.rows,
    affected: new Set(kept.map(({ index }) => index)).size,
    cut,
    withdrawn: all.incidents.length - kept.length,
    incidents: kept.map(({ kind: _kind, dated: _dated, index: _index, step: _step, file, ...incident }, index) => ({
      ...incident,
      rank: index + 1,
      file,
    })),
    moments: joinMoments(kept.filter(({ dated }) => dated)),
    unusable: all.jobs.flatMap(({ file, error }) =>
      error ? [{ file, code: error.code, message: error.message }] : [],
    ),
    givenUp: all.givenUp,
  };
}

async function collect(job: ListedJob, folder: ResultFolder, all: Collected): Promise<void> {
  const text = await folder.result(job.id);
  if (text === null) {
    const failed = await folder.givenUp(job.id);
    if (failed) all.givenUp.push(failed);
    else all.missing++;
    return;
  }
  let series: SeriesLine | undefined;
  for (const line of text
    .trimEnd()
    .split("\n")
    .map((each) => JSON.parse(each) as ResultLine)) {
    if (line.kind === "job") all.jobs.push(line);
    else if (line.kind === "series") {
      series = line;
      all.highest.push(line.highest ?? NaN);
      all.rows += line.rows;
    } else all.incidents.push({ ...line, file: job.file, index: all.highest.length - 1, step: series?.step ?? 1 });
  }
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
