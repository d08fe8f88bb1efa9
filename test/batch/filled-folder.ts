import { ResultFolder } from "../../kernel-lib/src/batch/result-folder.js";
import type { IncidentLine, JobLine, ResultLine, SeriesLine } from "../../kernel-lib/src/batch/result-lines.js";

const part = { index: 0, of: 1 };

/** By file what came of its job: its lines, why it was given up, or null where it is not done. */
export type Results = Readonly<
  Record<string, readonly ResultLine[] | { readonly tries: number; readonly reason: string } | null>
>;

/** A folder in which these jobs have been done. */
export async function filledFolder(path: string, results: Results): Promise<ResultFolder> {
  const folder = new ResultFolder(path);
  await folder.open();
  const list = await folder.newList();
  for (const [file, outcome] of Object.entries(results)) {
    const listed = { id: `id-${file}`, file, part };
    await list.add(listed);
    if (outcome === null) continue;
    if ("tries" in outcome) await folder.giveUp({ ...listed, ...outcome });
    else await folder.keep(listed.id, outcome.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
  await list.done();
  return folder;
}

export const job = (file: string, more: Partial<JobLine> = {}): JobLine => ({
  kind: "job",
  file,
  part,
  records: 100,
  series: 1,
  mode: "auto",
  sensitivity: 50,
  warnings: 0,
  error: null,
  ...more,
});

/** A series of 100 days, with the highest score it reaches. */
export const series = (highest: number | null): SeriesLine => ({
  kind: "series",
  kpi: "sales",
  series: "",
  rows: 100,
  notJudged: 0,
  flagged: 0,
  highest,
  step: 86_400_000,
  cadence: "daily",
});

export const incident = (more: Partial<IncidentLine> = {}): IncidentLine => ({
  kind: "incident",
  kpi: "sales",
  series: "",
  from: 0,
  to: 0,
  dated: true,
  start: "1970-01-01T00:00:00",
  end: "1970-01-01T00:00:00",
  severity: 50,
  score: 2,
  direction: "up",
  reason: "Twice what is usual.",
  ...more,
});
