import { InputError } from "../errors.js";
import { alarmCut } from "../decide/incident/alarms.js";
import { manySeriesCut } from "../decide/across-series/many-series.js";
import { ScratchFolder, type DiskSort } from "./disk-sort.js";
import type { Moments } from "./moment.js";
import { joinMoments, spansByTime } from "./moments.js";
import { NumberColumn } from "./number-column.js";
import type { GivenUp, ListedJob, ResultFolder } from "./result-folder.js";
import type { IncidentLine, JobLine, ResultLine } from "./result-lines.js";

/** Worst incidents that are told with the answer itself. */
export const MOST_TOLD = 100;

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
  /** Incidents that did not reach it, and those that did. */
  readonly withdrawn: number;
  readonly found: number;
  /** The worst `MOST_TOLD`. */
  readonly incidents: readonly RankedIncident[];
  readonly moments: Moments;
  readonly unusable: readonly UnusableFile[];
  readonly givenUp: readonly GivenUp[];
}

/** The answer, and every incident in the order of its rank, as often as one likes until it is dropped. */
export interface Merged {
  readonly answer: MergedAnswer;
  ranking(): Iterable<RankedIncident>;
  /** Removes the files that ranking and moments are read from. */
  drop(): void;
}

/** An incident as it is put into its order: its line, its file, and its series. */
interface PlacedIncident {
  readonly line: IncidentLine;
  readonly file: string;
  readonly index: number;
  readonly step: number;
}

/** What was read of all results. */
interface Collected {
  readonly highest: NumberColumn;
  readonly incidents: DiskSort<PlacedIncident>;
  readonly unusable: UnusableFile[];
  readonly givenUp: GivenUp[];
  /** What the first usable file was judged by. */
  by: JobLine | null;
  planned: number;
  done: number;
  missing: number;
  rows: number;
  /** Incidents of all series. */
  all: number;
}

/**
 * Joins the results of all jobs of a batch: a ranking over everything, with false discoveries controlled over all series of
 * all files, and the moments at which several of them were not normal. Hangs on the results alone, not on who computed them
 * or when. O(results), plus O(incidents log incidents); of a series and of a moment some numbers are held, incidents are sorted
 * on disk.
 *
 * @throws InputError `not_writable` where there is no room for that, `no_batch`
 */
export async function mergeResults(folder: ResultFolder): Promise<Merged> {
  const scratch = new ScratchFolder(folder.scratch());
  const drop = (): void => scratch.drop();
  try {
    const all: Collected = {
      ...{ highest: new NumberColumn(), incidents: scratch.sort(byRank), unusable: [], givenUp: [], by: null },
      ...{ planned: 0, done: 0, missing: 0, rows: 0, all: 0 },
    };
    for await (const job of folder.jobs()) await collect(job, folder, all);
    return { ...ranked(all, scratch), drop };
  } catch (error) {
    drop();
    throw error instanceof InputError || !WRITING.has(String((error as NodeJS.ErrnoException).syscall))
      ? error
      : new InputError("not_writable", { path: folder.path, reason: String((error as NodeJS.ErrnoException).code) });
  }
}

/** What a full or locked disk refuses. */
const WRITING = new Set(["mkdir", "write"]);

function byRank(a: PlacedIncident, b: PlacedIncident): number {
  return (
    b.line.severity - a.line.severity ||
    b.line.score - a.line.score ||
    compare(a.file, b.file) ||
    compare(a.line.kpi, b.line.kpi) ||
    compare(a.line.series, b.line.series) ||
    a.line.from - b.line.from
  );
}

function ranked(all: Collected, scratch: ScratchFolder): Omit<Merged, "drop"> {
  const { by } = all;
  const cut =
    by?.mode === "auto" && by.sensitivity !== null ? manySeriesCut(all.highest.all(), alarmCut(by.sensitivity)) : null;
  function* kept(): Generator<PlacedIncident> {
    for (const incident of all.incidents.sorted()) if (cut === null || incident.line.score >= cut) yield incident;
  }
  function* ranking(): Generator<RankedIncident> {
    let rank = 0;
    for (const { line, file } of kept()) {
      const { kind: _kind, dated: _dated, ...incident } = line;
      yield { ...incident, rank: ++rank, file };
    }
  }
  const isAffected = new Uint8Array(all.highest.length);
  const spans = spansByTime(scratch);
  let found = 0;
  for (const { line, file, index, step } of kept()) {
    found++;
    isAffected[index] = 1;
    const { kpi, series, from, to, start, end, severity, direction } = line;
    if (line.dated) spans.add({ kpi, series, from, to, start, end, severity, direction, file, index, step });
  }
  return {
    answer: {
      jobs: { planned: all.planned, done: all.done, missing: all.missing },
      series: all.highest.length,
      rows: all.rows,
      affected: isAffected.reduce((sum, each) => sum + each, 0),
      cut,
      withdrawn: all.all - found,
      found,
      incidents: firstOf(ranking(), MOST_TOLD),
      moments: joinMoments(spans.sorted(), scratch),
      unusable: all.unusable,
      givenUp: all.givenUp,
    },
    ranking,
  };
}

async function collect(job: ListedJob, folder: ResultFolder, all: Collected): Promise<void> {
  all.planned++;
  const lines = folder.resultLines(job.id);
  if (lines === null) {
    const failed = await folder.givenUp(job.id);
    if (failed) all.givenUp.push(failed);
    else all.missing++;
    return;
  }
  let step = 1;
  for (const written of lines) {
    const line = JSON.parse(written) as ResultLine;
    if (line.kind === "job") seen(line, all);
    else if (line.kind === "series") {
      step = line.step;
      all.highest.push(line.highest ?? NaN);
      all.rows += line.rows;
    } else {
      all.all++;
      all.incidents.add({ line, file: job.file, index: all.highest.length - 1, step });
    }
  }
}

function seen(line: JobLine, all: Collected): void {
  const { file, error, sensitivity } = line;
  all.done++;
  if (error) all.unusable.push({ file, code: error.code, message: error.message });
  else if (sensitivity !== null) all.by ??= line;
}

function firstOf<Each>(all: Iterable<Each>, most: number): Each[] {
  const first: Each[] = [];
  for (const each of all) {
    if (first.length === most) break;
    first.push(each);
  }
  return first;
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
