import { expect, test } from "vitest";
import type { Job } from "../../kernel-lib/src/batch/job.js";
import type { ResultLine } from "../../kernel-lib/src/batch/result-lines.js";
import { runJob } from "../../kernel-lib/src/batch/run-job.js";
import type { Config } from "../../kernel-lib/src/config/config.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";

const lines = Array.from({ length: 60 }, (_, day) => {
  const usual = 100 + 5 * Math.sin(day * 2.4);
  return `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${usual.toFixed(2)},${(day === 40 ? 900 : usual).toFixed(2)}`;
});
const bytes = new TextEncoder().encode(`date,calm,sales\n${lines.join("\n")}\n`);
const named = ["zScore", "interquartileRange"];
const config: Config = {
  mode: "vote",
  detectors: Object.fromEntries(Object.keys(detectors).map((id) => [id, { enabled: named.includes(id) }])),
};
const job: Job = {
  id: "0f",
  file: "shop.csv",
  path: "/nowhere/shop.csv",
  part: { index: 0, of: 1 },
  settings: { config, language: "en" },
  scores: null,
};
const linesOf = (result: string): ResultLine[] =>
  result
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ResultLine);

test("a result is the job, its series and under each its incidents, the same bytes twice", async () => {
  const { result, scores } = await runJob(job, bytes);
  expect(scores).toBeNull();
  const [first, ...rest] = linesOf(result);
  expect(first).toMatchObject({ kind: "job", file: "shop.csv", records: 60, series: 2, mode: "vote", error: null });
  expect(rest.map((line) => `${line.kind} ${"kpi" in line ? line.kpi : ""}`)).toEqual([
    "series calm",
    "series sales",
    "incident sales",
  ]);
  expect(rest[1]).toMatchObject({ rows: 60, flagged: 1, step: 86_400_000, cadence: "daily" });
  expect(rest[2]).toMatchObject({
    from: Date.UTC(2024, 1, 10),
    to: Date.UTC(2024, 1, 10),
    dated: true,
    start: "2024-02-10T00:00:00",
    direction: "up",
  });
  expect((await runJob(job, bytes)).result).toBe(result);
});

test("a part has its own series alone; parts together have those of the whole", async () => {
  const kpis = async (index: number): Promise<string[]> =>
    linesOf((await runJob({ ...job, part: { index, of: 2 } }, bytes)).result).flatMap((line) =>
      line.kind === "series" ? [line.kpi] : [],
    );
  const [one, other] = [await kpis(0), await kpis(1)];
  expect([one.length, other.length]).toEqual([1, 1]);
  expect([...one, ...other].sort()).toEqual(["calm", "sales"]);
});

test("all scores are written where a place for them is named", async () => {
  const { scores } = await runJob({ ...job, scores: "/nowhere/scores.csv" }, bytes);
  let text = "";
  for await (const piece of scores!) text += String(piece);
  // A header, and each value of each KPI.
  expect(text.trimEnd().split("\n")).toHaveLength(1 + 2 * 60);
});

test("a file that cannot be used is a result too, with the reason in the language of the batch", async () => {
  const german: Job = { ...job, settings: { ...job.settings, language: "de" }, scores: "/nowhere/scores.csv" };
  const { result, scores } = await runJob(german, new Uint8Array());
  expect(scores).toBeNull();
  expect(linesOf(result)).toEqual([
    {
      kind: "job",
      file: "shop.csv",
      part: job.part,
      records: 0,
      series: 0,
      mode: null,
      sensitivity: null,
      warnings: 0,
      error: { code: "empty_file", message: expect.stringContaining("leer"), hint: expect.any(String) },
    },
  ]);
});
