import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Job, Outcome } from "../../kernel-lib/src/batch/job.js";
import { jobOf, MOST_INLINE, type JobQueue } from "../../kernel-lib/src/batch/job-queue.js";
import { QueueRunner } from "../../kernel-lib/src/batch/queue-runner.js";
import { QueueInMemory } from "./queue-in-memory.js";

async function* only(job: Job): AsyncGenerator<Job> {
  yield await Promise.resolve(job);
}

test.each([
  ["en", "The worker that did it was lost."],
  ["de", "Der Worker, der ihn bearbeitete, ging verloren."],
] as const)("that workers were lost is told in words of ours: %s", async (language, reason) => {
  const failed = { kind: "failed", tries: 3, reason: "job stalled more than allowable limit" } as const;
  const queue: JobQueue = {
    add: async () => {},
    states: (ids) => Promise.resolve(ids.map(() => failed)),
    forget: async () => {},
    close: async () => {},
  };
  const job: Job = {
    id: "1",
    file: "a.csv",
    path: fileURLToPath(import.meta.url),
    part: { index: 0, of: 1 },
    settings: { config: {}, language },
    scores: null,
  };
  const told: Outcome[] = [];
  await new QueueRunner(queue, 1).run(
    only(job),
    async (_, outcome) => void told.push(outcome),
    new AbortController().signal,
  );
  expect(told).toEqual([{ kind: "failed", tries: 3, reason }]);
});

test("data travel with their job up to 256 KB; larger ones, and those that are gone, are left to the worker", async () => {
  const folder = mkdtempSync(join(tmpdir(), "queue-runner-"));
  try {
    const sizes = { small: MOST_INLINE, large: MOST_INLINE + 1 };
    for (const [name, size] of Object.entries(sizes)) writeFileSync(join(folder, name), Buffer.alloc(size, "x"));
    const sent: Record<string, number | null> = {};
    const done = { kind: "done", result: "{}\n" } as const;
    const queue: JobQueue = {
      add: async ({ payload }) => {
        const { job, bytes } = jobOf(payload);
        sent[job.file] = bytes && bytes.length;
        return Promise.resolve();
      },
      states: (ids) => Promise.resolve(ids.map(() => done)),
      forget: async () => {},
      close: async () => {},
    };
    const jobs = async function* (): AsyncGenerator<Job> {
      for (const file of ["small", "large", "gone"]) {
        const settings = { config: {}, language: "en" } as const;
        yield { id: file, file, path: join(folder, file), part: { index: 0, of: 1 }, settings, scores: null };
      }
    };
    await new QueueRunner(queue, 1).run(jobs(), async () => {}, new AbortController().signal);
    expect(sent).toEqual({ small: 262_144, large: null, gone: null });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a runner keeps the queue small, whatever the number of files", async () => {
  const queue = new QueueInMemory();
  const jobs = async function* () {
    for (let i = 0; i < 3000; i++)
      yield {
        id: String(i),
        file: "x.csv",
        path: fileURLToPath(import.meta.url),
        part: { index: 0, of: 1 },
        settings: { config: {}, language: "en" as const },
        scores: null,
      };
  };
  const end = new AbortController();
  const serving = queue.serve(() => Promise.resolve("{}\n"), end.signal).catch(() => {});
  let told = 0;
  await new QueueRunner(queue, 1).run(jobs(), async () => void told++, end.signal);
  end.abort(new Error("end"));
  await serving;
  expect(told).toBe(3000);
  expect(queue.most).toBeLessThanOrEqual(1000);
}, 60_000);
