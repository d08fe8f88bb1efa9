import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ResultFolder } from "../../kernel-lib/src/batch/result-folder.js";
import { writeAnswer } from "../../kernel-lib/src/batch/write-answer.js";
import { version } from "../../kernel-lib/src/version.js";
import { filledFolder, incident, job, series } from "./filled-folder.js";

const root = mkdtempSync(join(tmpdir(), "batch-answer-"));
afterAll(() => rmSync(root, { recursive: true }));
const results = Object.fromEntries(
  ["a.csv", "b.csv"].map((file) => [file, [job(file), series(3), incident({ score: 3 })]]),
);

test("the answer stands beside the results: what was found, one line each, and a summary that counts them", async () => {
  const folder = await filledFolder(join(root, "whole"), results);
  const answer = await writeAnswer(folder, "en");
  const read = (name: string): string => readFileSync(join(folder.path, name), "utf8");
  const lines = (name: string): unknown[] =>
    read(name)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
  expect(lines("incidents.jsonl")).toEqual(answer.incidents);
  const { found, moments, ...rest } = answer;
  const [{ first, series: many, ...moment }] = moments.worst;
  expect(lines("moments.jsonl")).toEqual([{ ...moment, members: [first, { ...first, file: "b.csv" }] }]);
  expect([moments.count, many]).toEqual([1, 2]);
  expect(JSON.parse(read("summary.json"))).toEqual({ version, ...rest, incidents: found, moments: 1 });
  expect(found).toBe(2);
  expect(read("summary.html")).toContain("2 incidents in 2 of 2 series");
  expect(readdirSync(folder.path).sort()).toEqual([
    "incidents.jsonl",
    "jobs.jsonl",
    "moments.jsonl",
    "results",
    "summary.html",
    "summary.json",
  ]);
});

test("files without lines are empty, not missing", async () => {
  const folder = await filledFolder(join(root, "quiet"), { "a.csv": [job("a.csv"), series(0.2)] });
  await writeAnswer(folder, "en");
  for (const name of ["incidents.jsonl", "moments.jsonl"])
    expect(readFileSync(join(folder.path, name), "utf8")).toBe("");
});

test("where there was no batch, or the answer cannot be written, no summary stands there", async () => {
  mkdirSync(join(root, "none"));
  await expect(writeAnswer(new ResultFolder(join(root, "none")), "en")).rejects.toMatchObject({ kind: "no_batch" });
  expect(readdirSync(join(root, "none"))).toEqual([]);
  const folder = await filledFolder(join(root, "taken"), results);
  mkdirSync(join(folder.path, "summary.html", "taken"), { recursive: true });
  await expect(writeAnswer(folder, "en")).rejects.toMatchObject({ code: "file_not_writable" });
  expect(readdirSync(folder.path)).not.toContain("summary.json");
});
