import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { mergeResults, type MergedAnswer } from "../../kernel-lib/src/batch/merge.js";
import { filledFolder, incident, job, series, type Results } from "./filled-folder.js";

const root = mkdtempSync(join(tmpdir(), "batch-merge-"));
afterAll(() => rmSync(root, { recursive: true }));

const merged = async (name: string, results: Results): Promise<MergedAnswer> =>
  (await mergeResults(await filledFolder(join(root, name), results))).answer;
/** Lines of `moments.jsonl`. */
const linesOf = ({ moments }: MergedAnswer): string => [...moments.lines()].map(String).join("");

describe("the results of a batch", () => {
  test("become one ranking: by severity, score, then names, whatever order the jobs have", async () => {
    const results: Results = {
      "b.csv": [
        job("b.csv"),
        series(3),
        incident({ severity: 40, score: 3, from: 9 }),
        incident({ severity: 90, score: 2, from: 1 }),
      ],
      "a.csv": [job("a.csv"), series(5), incident({ severity: 40, score: 5 }), incident({ severity: 40, score: 3 })],
    };
    const { incidents, ...rest } = await merged("ranked", results);
    expect(incidents.map(({ rank, file, severity, score }) => [rank, file, severity, score])).toEqual([
      [1, "b.csv", 90, 2],
      [2, "a.csv", 40, 5],
      [3, "a.csv", 40, 3],
      [4, "b.csv", 40, 3],
    ]);
    expect(incidents[0]).not.toHaveProperty("kind");
    expect(rest).toMatchObject({
      jobs: { planned: 2, done: 2, missing: 0 },
      series: 2,
      rows: 200,
      affected: 2,
      cut: 1,
      withdrawn: 0,
    });
    const reversed = Object.fromEntries(Object.entries(results).reverse());
    expect((await merged("reversed", reversed)).incidents).toEqual(incidents);
  });

  test("tell what is missing, could not be used and was given up", async () => {
    const error = { code: "empty_file", message: "The file is empty.", hint: "Choose another." };
    const answer = await merged("holes", {
      "a.csv": [job("a.csv", { mode: null, sensitivity: null, error })],
      "b.csv": null,
      "c.csv": { tries: 3, reason: "It ended." },
      "d.csv": [job("d.csv"), series(null)],
    });
    expect(answer).toMatchObject({
      jobs: { planned: 4, done: 2, missing: 1 },
      series: 1,
      affected: 0,
      found: 0,
      incidents: [],
      moments: { count: 0, worst: [] },
      unusable: [{ file: "a.csv", code: "empty_file", message: "The file is empty." }],
      givenUp: [{ file: "c.csv", tries: 3, reason: "It ended." }],
    });
  });
});

test("of more than are told with the answer all are ranked, and the lines of results are what is told of them", async () => {
  const scores = Array.from({ length: 130 }, (_, i) => 2 + ((7 * i) % 130));
  const results = Object.fromEntries(
    scores.map((score, i) => [`${i}.csv`, [job(`${i}.csv`), series(score), incident({ score, reason: `– ${i}` })]]),
  );
  const { answer, ranking } = await mergeResults(await filledFolder(join(root, "long"), results));
  const all = [...ranking()];
  expect([answer.found, answer.incidents.length, all.length]).toEqual([130, 100, 130]);
  expect(all.slice(0, 100)).toEqual(answer.incidents);
  expect(all.map(({ score }) => score)).toEqual(scores.toSorted((a, b) => b - a));
  for (const { file, reason } of all) expect(`– ${file}`).toBe(`${reason}.csv`);
});

describe("the cut over all series of all files", () => {
  // Restless series that come near the alarm level, and one whose incident hardly passes it.
  const restless = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [`${i}.csv`, [job(`${i}.csv`), series(0.95)]]),
  );
  const slight = [job("slight.csv"), series(1.01), incident({ score: 1.01 })];
  const great = [job("great.csv"), series(50), incident({ score: 50 })];

  test("withdraws what so many series give by chance, and keeps what stands out of it", async () => {
    const answer = await merged("many", { ...restless, "slight.csv": slight, "great.csv": great });
    expect(answer.cut).toBeGreaterThan(1.01);
    expect([answer.withdrawn, answer.incidents.map(({ file }) => file), answer.affected]).toEqual([
      1,
      ["great.csv"],
      1,
    ]);
    const few = await merged("few", { "slight.csv": slight, "great.csv": great });
    expect([few.cut, few.withdrawn, few.found]).toEqual([1, 0, 2]);
  });

  test("is none where detectors vote", async () => {
    const vote = [job("slight.csv", { mode: "vote" }), ...slight.slice(1)];
    const { cut, withdrawn } = await merged("vote", { "slight.csv": vote, ...restless });
    expect([cut, withdrawn]).toEqual([null, 0]);
  });
});

test("the same moment is looked for among incidents with dates alone", async () => {
  const both = (dated: boolean): Results =>
    Object.fromEntries(["a.csv", "b.csv"].map((file) => [file, [job(file), series(3), incident({ dated })]]));
  const dated = await merged("dated", both(true));
  expect(dated.moments).toMatchObject({ count: 1, worst: [{ rank: 1, files: 2, series: 2 }] });
  expect(JSON.parse(linesOf(dated))).toMatchObject({ rank: 1, members: [{ file: "a.csv" }, { file: "b.csv" }] });
  const records = await merged("records", both(false));
  expect([records.moments.count, linesOf(records)]).toEqual([0, ""]);
});

test("a folder that nothing can be written into is told so", async () => {
  const folder = await filledFolder(join(root, "locked"), { "a.csv": [job("a.csv"), series(3), incident()] });
  vi.spyOn(folder, "scratch").mockReturnValue(join(folder.path, "jobs.jsonl", "merge"));
  await expect(mergeResults(folder)).rejects.toMatchObject({ code: "file_not_writable", facts: { path: folder.path } });
});
