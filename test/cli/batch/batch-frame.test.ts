import { afterEach, describe, expect, test, vi } from "vitest";
import type { MergedAnswer } from "../../../kernel-lib/src/batch/merge.js";
import {
  answerText,
  batchProgress,
  expectedJobs,
  shardOption,
  untilStopped,
} from "../../../kernel-lib/src/cli/batch/batch-frame.js";
import { incident } from "../../batch/filled-folder.js";

afterEach(() => vi.restoreAllMocks());

describe("work that Ctrl-C stops", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("is asked to stop by %s, and the exit code says so", async (signal) => {
    const [code, listeners] = [process.exitCode, process.listenerCount(signal)];
    try {
      const stopped = untilStopped((stop) => {
        process.emit(signal, signal);
        stop.throwIfAborted();
        return Promise.resolve("done");
      });
      expect(await stopped).toBeNull();
      expect(process.exitCode).toBe(130);
    } finally {
      process.exitCode = code;
    }
    expect(process.listenerCount(signal)).toBe(listeners);
  });

  test("gives what it gives, or throws what it throws, with nobody listening any more", async () => {
    const [code, listeners] = [process.exitCode, process.listenerCount("SIGINT")];
    expect(await untilStopped(() => Promise.resolve("done"))).toBe("done");
    const fault = new Error("its own");
    await expect(untilStopped(() => Promise.reject(fault))).rejects.toBe(fault);
    expect([process.exitCode, process.listenerCount("SIGINT")]).toEqual([code, listeners]);
  });
});

test("progress counts files that are still to be looked at as jobs like those before them, twice a minute", () => {
  let now = 100_000;
  let printed = "";
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const progress = batchProgress("en");
  expect(progress.last()).toEqual({ files: 0, allFiles: 0, planned: 0, done: 0, skipped: 0, failed: 0 });
  now += 10_000;
  const seen = { files: 10, allFiles: 100, planned: 20, done: 4, skipped: 15, failed: 1 };
  progress.show(seen);
  now += 29_000;
  progress.show({ ...seen, done: 5 });
  expect(progress.last()).toEqual({ ...seen, done: 5 });
  progress.clear();
  // Five jobs in ten seconds; 180 of 200 are left.
  expect(printed).toMatch(/^20 of 200, 0\.5 a second, .* left\.\n$/);
});

test("a run of minutes is said before its first job, not where some of it has been done before", () => {
  let printed = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const none = { files: 1, allFiles: 1, planned: 5, done: 0, skipped: 0, failed: 0 };
  const first = batchProgress("en");
  first.announce("This will take about 8 min.");
  expect(printed).toBe("");
  first.show(none);
  first.show(none);
  expect(printed.split("This will take about 8 min.\n")).toHaveLength(2);
  printed = "";
  const again = batchProgress("en");
  again.announce("This will take about 8 min.");
  again.show({ ...none, skipped: 1 });
  expect(printed).not.toContain("This will");
});

test("how many jobs are expected: what has been looked at tells of the rest, jobs under way among it", () => {
  const seen = { files: 2, allFiles: 8, planned: 2, done: 1, skipped: 0, failed: 0 };
  expect(expectedJobs(seen)).toBe(8);
  expect(expectedJobs({ ...seen, files: 1, allFiles: 1, planned: 5 })).toBe(5);
  expect(expectedJobs({ ...seen, files: 8, planned: 3, done: 8 })).toBe(8);
});

test("a share is the i-th of n", () => {
  expect(shardOption("1/1")).toEqual({ index: 0, of: 1 });
  expect(shardOption("3/8")).toEqual({ index: 2, of: 8 });
  for (const text of ["0/8", "9/8", "3", "3/", "-1/8", "1.5/8", "a/b", ""])
    expect(() => shardOption(text)).toThrow(expect.objectContaining({ kind: "shard_option", facts: { text } }));
});

test("the answer names the ten worst incidents, what is missing and where everything stands", () => {
  const answer: MergedAnswer = {
    jobs: { planned: 4, done: 2, missing: 1 },
    series: 12,
    rows: 1200,
    affected: 5,
    cut: 1.5,
    withdrawn: 4,
    found: 11,
    incidents: Array.from({ length: 11 }, (_, i) => ({ ...incident(), rank: i + 1, file: `${i + 1}.csv` })),
    moments: { count: 0, worst: [], lines: () => [] },
    unusable: [],
    givenUp: [{ id: "0f", file: "c.csv", part: { index: 0, of: 1 }, tries: 3, reason: "It ended." }],
  };
  const lines = answerText(answer, "out", "en").split("\n");
  expect(lines.slice(0, 6)).toEqual([
    "11 incidents in 5 of 12 series (1,200 values from 2 jobs).",
    "4 further incidents do not stand out of what 12 series give by chance.",
    "1 job is not done yet; the same command goes on with it.",
    "1 job was given up; summary.html and failed/ say why.",
    "c.csv: Given up after 3 tries: It ended.",
    "1. (50) 1.csv, sales, 1970-01-01T00:00:00: Twice what is usual.",
  ]);
  expect(lines.slice(14)).toEqual([
    "10. (50) 10.csv, sales, 1970-01-01T00:00:00: Twice what is usual.",
    "out/summary.html",
    "",
  ]);
});
