import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { batchInputs } from "../../kernel-lib/src/batch/inputs.js";
import type { JobRunner } from "../../kernel-lib/src/batch/job.js";
import { ProcessPool } from "../../kernel-lib/src/batch/process-pool.js";
import { QueueRunner } from "../../kernel-lib/src/batch/queue-runner.js";
import { serveQueue } from "../../kernel-lib/src/batch/queue-worker.js";
import { ResultFolder } from "../../kernel-lib/src/batch/result-folder.js";
import { runBatch, type BatchProgress, type Shard } from "../../kernel-lib/src/batch/run-batch.js";
import { writeAnswer } from "../../kernel-lib/src/batch/write-answer.js";
import { bundledScript } from "../bundled-script.js";
import { QueueInMemory } from "./queue-in-memory.js";
import { storeFiles } from "./store-files.js";

const root = mkdtempSync(join(tmpdir(), "batch-"));
const stores = join(root, "stores");
let script: string;
let answer: string;

beforeAll(async () => {
  storeFiles(stores, 12);
  writeFileSync(join(stores, "store-0012.csv"), "");
  // A poisoned job: the process that reads this file aborts.
  writeFileSync(join(stores, "store-0013.csv"), "date,sales\npoison,1\n");
  script = await bundledScript(
    "batch/job-process.ts",
    `process.on("message", ({ job, bytes }) => { if (job?.file.endsWith("store-0013.csv")) process.kill(process.pid, "SIGABRT"); });`,
  );
  answer = await batch("local", pool());
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

const pool = (processes = 2): ProcessPool => new ProcessPool({ processes, script });

interface Given {
  readonly shard?: Shard;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: BatchProgress) => void;
  readonly language?: "en" | "de";
  readonly files?: string;
  readonly scores?: "csv" | "parquet";
}

async function fill(out: string, runner: JobRunner, given: Given = {}): Promise<BatchProgress> {
  try {
    return await runBatch(await batchInputs([join(stores, given.files ?? "*.csv")]), {
      settings: { config: { votes: false }, language: given.language ?? "en" },
      block: undefined,
      scores: given.scores ?? null,
      runner,
      folder: new ResultFolder(join(root, out)),
      shard: given.shard ?? { index: 0, of: 1 },
      signal: given.signal ?? new AbortController().signal,
      progress: given.progress ?? (() => {}),
    });
  } finally {
    await runner.dispose();
  }
}

/** The merged answer: all its files. */
async function batch(out: string, runner: JobRunner, given: Given = {}): Promise<string> {
  await fill(out, runner, given);
  return merged(out);
}

async function merged(out: string): Promise<string> {
  await writeAnswer(new ResultFolder(join(root, out)), "en");
  return ["summary.json", "incidents.jsonl", "moments.jsonl", "summary.html"]
    .map((name) => readFileSync(join(root, out, name), "utf8"))
    .join("\n");
}

describe("a batch of files", () => {
  test("has one answer: what was found, at the same moment, and what could not be done", () => {
    const summary = JSON.parse(readFileSync(join(root, "local/summary.json"), "utf8"));
    expect(summary).toMatchObject({
      jobs: { planned: 14, done: 13, missing: 0 },
      series: 12,
      affected: 4,
      unusable: [{ code: "empty_file" }],
      givenUp: [{ tries: 3, reason: "The process was ended by SIGABRT." }],
    });
    const [moment] = readFileSync(join(root, "local/moments.jsonl"), "utf8").split("\n");
    expect(JSON.parse(moment)).toMatchObject({ rank: 1, files: 4, start: expect.stringMatching(/^2024-02-(09|10)/) });
    const page = readFileSync(join(root, "local/summary.html"), "utf8");
    expect(page).toContain("4 incidents in 4 of 12 series");
    expect(page).not.toMatch(/<script|https?:\/\//);
  });

  test("has the series of a file counted in a process, whose end stops nothing", async () => {
    const counting = pool(1);
    const settings = { config: {}, language: "en" } as const;
    const { signal } = new AbortController();
    const count = async (name: string): Promise<number> =>
      (await counting.size({ file: name, path: join(stores, name) }, settings, 2, signal)).series;
    expect([await count("store-0000.csv"), await count("store-0012.csv"), await count("none.csv")]).toEqual([1, 0, 0]);
    const ended = new ProcessPool({ processes: 1, script: join(root, "none.js") });
    const input = { file: "store-0000.csv", path: join(stores, "store-0000.csv") };
    expect(await ended.size(input, settings, 2, signal)).toEqual({ series: 0, long: null });
    await Promise.all([counting.dispose(), ended.dispose()]);
  });

  test("why a job was given up is told in the language of the batch", async () => {
    await fill("german", pool(), { language: "de" });
    await writeAnswer(new ResultFolder(join(root, "german")), "de");
    const { givenUp } = JSON.parse(readFileSync(join(root, "german/summary.json"), "utf8"));
    expect(givenUp).toMatchObject([{ tries: 3, reason: "Der Prozess wurde durch SIGABRT beendet." }]);
  });

  test("a repeat does nothing again but what was given up, and answers the same", async () => {
    const before = await fill("local", pool());
    expect(before).toMatchObject({ done: 0, skipped: 13, failed: 1 });
    expect(await merged("local")).toBe(answer);
  });

  test("is the same to the byte on one process, in shares and through a queue", async () => {
    expect(await batch("one", pool(1))).toBe(answer);
    await fill("shares", pool(), { shard: { index: 1, of: 3 } });
    await fill("shares", pool(), { shard: { index: 0, of: 3 } });
    expect(
      JSON.parse(await merged("shares").then(() => readFileSync(join(root, "shares/summary.json"), "utf8"))).jobs
        .missing,
    ).toBeGreaterThan(0);
    await fill("shares", pool(), { shard: { index: 2, of: 3 } });
    expect(await merged("shares")).toBe(answer);
    const queue = new QueueInMemory();
    const end = new AbortController();
    const worker = pool(1);
    const serving = [serveQueue(queue, worker, end.signal), serveQueue(queue, worker, end.signal)].map((each) =>
      each.catch(() => {}),
    );
    setTimeout(() => queue.loseEverything(), 300);
    expect(await batch("queue", new QueueRunner(queue, 5))).toBe(answer);
    end.abort(new Error("end"));
    await Promise.all(serving);
    await worker.dispose();
  }, 120_000);

  test("goes on where it was stopped, with nothing half written", async () => {
    const stop = new AbortController();
    const stopped = fill("stopped", pool(1), {
      signal: stop.signal,
      progress: ({ done }) => done === 4 && stop.abort(new Error("stopped")),
    });
    await expect(stopped).rejects.toThrow("stopped");
    const results = readdirSync(join(root, "stopped/results"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.includes("."),
    );
    expect(results).toHaveLength(4);
    expect(results.every((name) => name.endsWith(".jsonl"))).toBe(true);
    expect(existsSync(join(root, "stopped/jobs.jsonl"))).toBe(false);
    expect((await fill("stopped", pool(1))).skipped).toBe(4);
    expect(await merged("stopped")).toBe(answer);
  }, 120_000);

  test("has the same scores from processes and workers; those that are gone are written again", async () => {
    const given = { files: "store-000?.csv", scores: "csv" } as const;
    const scoresOf = (out: string): Record<string, string> => {
      const folder = join(root, out, "scores");
      const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.includes("."));
      return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    };
    await fill("scores", pool(), given);
    const written = scoresOf("scores");
    expect(Object.keys(written)).toHaveLength(10);
    expect(Object.values(written)[0]).toMatch(/^row,timestamp,/);
    rmSync(join(root, "scores/scores"), { recursive: true });
    expect(await fill("scores", pool(), given)).toMatchObject({ done: 10, skipped: 0 });
    expect(scoresOf("scores")).toEqual(written);
    const queue = new QueueInMemory();
    const end = new AbortController();
    const worker = pool(1);
    const serving = serveQueue(queue, worker, end.signal).catch(() => {});
    await fill("queued", new QueueRunner(queue, 5), given);
    expect(scoresOf("queued")).toEqual(written);
    // A worker whose disk is another one.
    rmSync(join(root, "queued"), { recursive: true });
    const unshared = fill("queued", new QueueRunner(queue, 5), {
      ...given,
      progress: () => rmSync(join(root, "queued/scores"), { recursive: true, force: true }),
    });
    expect(await unshared).toMatchObject({ done: 0, failed: 10 });
    const [failed] = readdirSync(join(root, "queued/failed"));
    expect(JSON.parse(readFileSync(join(root, "queued/failed", failed), "utf8")).reason).toMatch(
      /queued.scores.+ENOENT/,
    );
    end.abort(new Error("end"));
    await serving;
    await worker.dispose();
  }, 120_000);

  test("another configuration, language or content is another job", async () => {
    expect((await fill("local", pool(), { language: "de" })).done).toBe(13);
  }, 60_000);
});
