import { expect, test } from "vitest";
import type { Job } from "../../kernel-lib/src/batch/job.js";
import { jobOf, payloadOf } from "../../kernel-lib/src/batch/job-queue.js";

const job: Job = {
  id: "0f",
  file: "Größe \u2028.csv",
  path: "/data/Größe.csv",
  part: { index: 1, of: 3 },
  settings: { config: { seed: 7 }, language: "de" },
  scores: null,
};

test("a job and its data come out of a queue as they went in, whatever bytes they are", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(jobOf(payloadOf(job, bytes))).toEqual({ job, bytes });
  // A view into a larger buffer sends what it shows.
  expect(jobOf(payloadOf(job, bytes.subarray(10, 13))).bytes).toEqual(new Uint8Array([10, 11, 12]));
});

test("no data are not the same as empty data", () => {
  expect(jobOf(payloadOf(job, null))).toEqual({ job, bytes: null });
  expect(jobOf(payloadOf(job, new Uint8Array()))).toEqual({ job, bytes: new Uint8Array() });
});
