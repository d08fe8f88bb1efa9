import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { fingerprint, type Job } from "../../kernel-lib/src/batch/job.js";
import { planJobs, type PlanOptions } from "../../kernel-lib/src/batch/plan.js";
import { ResultFolder, type ListedJob } from "../../kernel-lib/src/batch/result-folder.js";

const root = mkdtempSync(join(tmpdir(), "batch-plan-"));
afterAll(() => rmSync(root, { recursive: true }));
const folder = new ResultFolder(join(root, "out"));

/** A file of thirty days with so many columns. */
function wide(name: string, columns: number): { readonly file: string; readonly path: string } {
  const names = Array.from({ length: columns }, (_, i) => `kpi${i}`);
  const lines = Array.from(
    { length: 30 },
    (_, day) => `2024-01-${String(day + 1).padStart(2, "0")},${names.map((_, i) => day * 7 + i + 0.5).join()}`,
  );
  const path = join(root, name);
  writeFileSync(path, `date,${names.join()}\n${lines.join("\n")}\n`);
  return { file: name, path };
}

async function planned(
  inputs: readonly { readonly file: string; readonly path: string }[],
  options: Partial<PlanOptions> = {},
): Promise<{ jobs: Job[]; unreadable: [ListedJob, string][] }> {
  const unreadable: [ListedJob, string][] = [];
  const settings = { config: {}, language: "en" } as const;
  const jobs: Job[] = [];
  const plan = planJobs(inputs, { settings, block: undefined, scores: null, ...options }, folder, async (...told) => {
    unreadable.push(await Promise.resolve(told));
  });
  for await (const job of plan) jobs.push(job);
  return { jobs, unreadable };
}
const parts = (jobs: readonly Job[]): string[] =>
  jobs.map(({ file, part: { index, of } }) => `${file} ${index + 1}/${of}`);

const [one, other] = [wide("one.csv", 5), wide("other.csv", 3)];

describe("files become jobs", () => {
  test("one each where there are several, and parts of so many series where that is asked for", async () => {
    expect(parts((await planned([one, other])).jobs)).toEqual(["one.csv 1/1", "other.csv 1/1"]);
    expect(parts((await planned([one, other], { block: 2 })).jobs)).toEqual([
      "one.csv 1/3",
      "one.csv 2/3",
      "one.csv 3/3",
      "other.csv 1/2",
      "other.csv 2/2",
    ]);
  });

  test("parts of 200 series where there is a single file", async () => {
    const config = { mostKpis: Number.MAX_SAFE_INTEGER };
    const { jobs } = await planned([wide("wide.csv", 201)], { settings: { config, language: "en" } });
    expect(parts(jobs)).toEqual(["wide.csv 1/2", "wide.csv 2/2"]);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(2);
  });

  test("whose series may be counted elsewhere, and whose fingerprints are those of their bytes", async () => {
    const count = vi.fn(async () => Promise.resolve(5));
    const { jobs } = await planned([other], { block: 2, count });
    expect(parts(jobs)).toEqual(["other.csv 1/3", "other.csv 2/3", "other.csv 3/3"]);
    expect(count).toHaveBeenCalledWith(other, {});
    const settings = { config: {}, language: "en" } as const;
    const bytes = readFileSync(other.path);
    expect(jobs.map(({ id }) => id)).toEqual(jobs.map(({ part }) => fingerprint("other.csv", part, settings, bytes)));
    // A process that ends while it counts.
    expect(parts((await planned([other], { block: 2, count: async () => Promise.resolve(0) })).jobs)).toEqual([
      "other.csv 1/1",
    ]);
  });

  test("with a place for all scores only where they are asked for", async () => {
    const [job] = (await planned([one])).jobs;
    const [asked] = (await planned([one], { scores: "parquet" })).jobs;
    expect([job.scores, asked.scores]).toEqual([null, folder.scoresOf(job.id, "parquet")]);
    expect(asked.id).toBe(job.id);
  });
});

test("a file that is no table is one job, whose result says why", async () => {
  writeFileSync(join(root, "empty.csv"), "");
  const { jobs, unreadable } = await planned([{ file: "empty.csv", path: join(root, "empty.csv") }], { block: 1 });
  expect([parts(jobs), unreadable]).toEqual([["empty.csv 1/1"], []]);
});

test("a file that cannot be read is told by its name as it was given, and the others go on", async () => {
  const missing = { file: "data/missing.csv", path: join(root, "missing.csv") };
  const settings = { config: {}, language: "de" } as const;
  const { jobs, unreadable } = await planned([missing, one], { settings });
  expect(parts(jobs)).toEqual(["one.csv 1/1"]);
  const part = { index: 0, of: 1 };
  const id = fingerprint(missing.file, part, settings, new TextEncoder().encode("file_not_found"));
  expect(unreadable).toEqual([[{ id, file: missing.file, part }, "Die Datei data/missing.csv gibt es nicht."]]);
});
