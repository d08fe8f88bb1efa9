import { alarmCut } from "../decide/incident/alarms.js";
import { manySeriesCut } from "../decide/across-series/many-series.js";
import { joinMoments, type Moment, type Span } from "./moments.js";
import type { GivenUp, ListedJob, ResultFolder } from "./result-folder.js";
import type { IncidentLine, JobLine, ResultLine, SeriesLine } from "./result-lines.js";

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
  readonly moments: readonly Moment[];
  readonly unusable: readonly UnusableFile[];
  readonly givenUp: readonly GivenUp[];
}

/** The answer, and every incident in the order of its rank. */
export interface Merged {
  readonly answer: MergedAnswer;
  ranking(): Iterable<RankedIncident>;
}

/** What an incident is ranked and joined by, and where in which result its line stands: the rest stays there. */
interface PlacedIncident extends Span {
  readonly job: string;
  readonly dated: boolean;
  readonly score: number;
  readonly offset: number;
  readonly bytes: number;
}

/** What was read of all results. */
interface Collected {
  readonly highest: number[];
  readonly incidents: PlacedIncident[];
  readonly unusable: UnusableFile[];
  readonly givenUp: GivenUp[];
  /** What the first usable file was judged by. */
  by: JobLine | null;
  planned: number;
  done: number;
  missing: number;
  rows: number;
  /** Names and moments, which thousands of incidents have in common. */
  readonly texts: Map<string, string>;
}

/**
 * Joins the results of all jobs of a batch: a ranking over everything, with false discoveries controlled over all series of
 * all files, and the moments at which several of them were not normal. Hangs on the results alone, not on who computed them
 * or when. O(results), plus O(incidents log incidents); of a series one number is held, of an incident what it is ranked by.
 */
export async function mergeResults(folder: ResultFolder): Promise<Merged> {
  const all: Collected = {
    ...{ highest: [], incidents: [], unusable: [], givenUp: [], by: null },
    ...{ planned: 0, done: 0, missing: 0, rows: 0, texts: new Map() },
  };
  for await (const job of folder.jobs()) await collect(job, folder, all);
  const { by } = all;
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
  function* ranking(): Generator<RankedIncident> {
    for (const [index, { job, file, offset, bytes }] of kept.entries()) {
      const line = JSON.parse(folder.line(job, offset, bytes)) as IncidentLine;
      const { kind: _kind, dated: _dated, ...incident } = line;
      yield { ...incident, rank: index + 1, file };
    }
  }
  return {
    answer: {
      jobs: { planned: all.planned, done: all.done, missing: all.missing },
      series: all.highest.length,
      rows: all.rows,
      affected: new Set(kept.map(({ index }) => index)).size,
      cut,
      withdrawn: all.incidents.length - kept.length,
      found: kept.length,
      incidents: firstOf(ranking(), MOST_TOLD),
      moments: joinMoments(kept.filter(({ dated }) => dated)),
      unusable: all.unusable,
      givenUp: all.givenUp,
    },
    ranking,
  };
}

async function collect(job: ListedJob, folder: ResultFolder, all: Collected): Promise<void> {
  all.planned++;
  const text = await folder.result(job.id);
  if (text === null) {
    const failed = await folder.givenUp(job.id);
    if (failed) all.givenUp.push(failed);
    else all.missing++;
    return;
  }
  const same = (name: string): string => {
    const known = all.texts.get(name);
    if (known === undefined) all.texts.set(name, name);
    return known ?? name;
  };
  let series: SeriesLine | undefined;
  let offset = 0;
  for (const written of text.trimEnd().split("\n")) {
    const line = JSON.parse(written) as ResultLine;
    const bytes = Buffer.byteLength(written);
    if (line.kind === "job") seen(line, all);
    else if (line.kind === "series") {
      series = line;
      all.highest.push(line.highest ?? NaN);
      all.rows += line.rows;
    } else {
      const { from, to, severity, score, direction, dated } = line;
      const [kpi, name, start, end] = [line.kpi, line.series, line.start, line.end].map(same);
      const about = { file: job.file, index: all.highest.length - 1, step: series?.step ?? 1, kpi, series: name };
      all.incidents.push({
        ...about,
        ...{ from, to, start, end, severity, score, dated },
        ...{ direction, job: job.id, offset, bytes },
      });
    }
    offset += bytes + 1;
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
