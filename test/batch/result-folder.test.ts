import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ResultFolder, type ListedJob } from "../../kernel-lib/src/batch/result-folder.js";

async function listed(folder: ResultFolder): Promise<ListedJob[]> {
  const jobs: ListedJob[] = [];
  for await (const job of folder.jobs()) jobs.push(job);
  return jobs;
}

const root = mkdtempSync(join(tmpdir(), "result-folder-"));
afterAll(() => rmSync(root, { recursive: true }));

let folder: ResultFolder;
let count = 0;
beforeEach(async () => {
  folder = new ResultFolder(join(root, String(count++)));
  await folder.open();
});
/** All files of the folder, unfinished ones too. */
const files = (): string[] =>
  readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.path.length + 1).replaceAll("\\", "/"))
    .sort();

const part = { index: 0, of: 1 };
const failed = { id: "ab12", file: "a.csv", part, tries: 3, reason: "It ended." };

const resultOf = (id: string): string | null => {
  const lines = folder.resultLines(id);
  return lines && [...lines].map((line) => `${line}\n`).join("");
};

describe("the folder of a batch", () => {
  test("holds a result for each job; a job that is done is given up no more", async () => {
    expect([folder.has({ id: "ab12", scores: null }), resultOf("ab12"), await folder.givenUp("ab12")]).toEqual([
      false,
      null,
      null,
    ]);
    await folder.giveUp(failed);
    expect([folder.has({ id: "ab12", scores: null }), await folder.givenUp("ab12")]).toEqual([false, failed]);
    expect(files()).toEqual(["failed/ab12.json"]);
    await folder.keep("ab12", "{}\n");
    expect([folder.has({ id: "ab12", scores: null }), resultOf("ab12"), await folder.givenUp("ab12")]).toEqual([
      true,
      "{}\n",
      null,
    ]);
    expect(files()).toEqual(["results/ab/ab12.jsonl"]);
    const scores = folder.scoresOf("ab12", "parquet");
    expect(folder.has({ id: "ab12", scores })).toBe(false);
    expect(folder.scoresOf("ab12", "csv")).toBe(join(folder.path, "scores", "ab", "ab12.csv"));
    expect(folder.scoresOf("ab12", "parquet")).toBe(join(folder.path, "scores", "ab", "ab12.parquet"));
  });

  test("keeps the former list of jobs until the new one is whole", async () => {
    await expect(listed(folder)).rejects.toMatchObject({
      code: "file_not_found",
      kind: "no_batch",
      facts: { folder: folder.path },
    });
    const first = await folder.newList();
    await first.add({ ...failed, id: "one" });
    await first.done();
    expect(await listed(folder)).toEqual([{ id: "one", file: "a.csv", part }]);

    for (let times = 0; times < 100; times++) {
      const second = await folder.newList();
      if (times % 2) await second.add({ ...failed, id: "two" });
      await second.drop();
    }
    expect(await listed(folder)).toEqual([{ id: "one", file: "a.csv", part }]);
    expect(files()).toEqual(["jobs.jsonl"]);
  });

  test("has no list of jobs that could not be written, however late that is seen", async () => {
    const written = async (jobs: number): Promise<void> => {
      const list = await new ResultFolder(join(folder.path, "missing")).newList();
      // The stream has failed by then, and said so to nobody.
      if (jobs > 1) await vi.waitUntil(() => list["stream"].closed);
      for (let job = 0; job < jobs; job++) await list.add({ ...failed, id: String(job) });
      await list.done();
    };
    for (const jobs of [0, 1, 2])
      await expect(written(jobs)).rejects.toMatchObject({
        code: "file_not_writable",
        kind: "not_writable",
        facts: { path: join(folder.path, "missing", "jobs.jsonl"), reason: "ENOENT" },
      });
    expect(files()).toEqual([]);
  });

  test("is told where it cannot be made or written, with nothing unfinished and nothing lost", async () => {
    writeFileSync(join(folder.path, "file"), "x");
    await expect(new ResultFolder(join(folder.path, "file")).open()).rejects.toMatchObject({
      code: "file_not_writable",
      kind: "not_writable",
    });
    mkdirSync(join(folder.path, "summary.json", "taken"), { recursive: true });
    await expect(folder.write("summary.json", "{}")).rejects.toMatchObject({
      kind: "not_writable",
      facts: { path: join(folder.path, "summary.json") },
    });
    await expect(folder.write("file/summary.json", "{}")).rejects.toMatchObject({ kind: "not_writable" });
    expect(files()).toEqual(["file"]);
    expect(readFileSync(join(folder.path, "file"), "utf8")).toBe("x");
  });

  test("is rid of what ended runs left unfinished, and of nothing else", async () => {
    await folder.keep("ab12", "{}\n");
    const left = join(folder.path, "results/ab/ab34.jsonl.4711-0.part");
    const scores = folder.scoresOf("ab34", "csv");
    mkdirSync(dirname(scores), { recursive: true });
    const scratch = folder.scratch();
    mkdirSync(scratch);
    for (const path of [left, `${scores}.4711.part`, join(scratch, "0"), join(folder.path, "jobs.jsonl.4711-0.part")])
      writeFileSync(path, "{");
    await folder.tidy();
    expect(files()).toEqual(["results/ab/ab12.jsonl"]);
  });
});
