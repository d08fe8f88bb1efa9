import { afterEach, expect, test, vi } from "vitest";
import { connectWorker } from "../../../kernel-lib/src/batch/bull-queue.js";
import type { JobSource } from "../../../kernel-lib/src/batch/job-queue.js";
import { InputError } from "../../../kernel-lib/src/errors.js";
import { runCommand } from "../run-command.js";
import { ProcessPool } from "./jobs-in-this-process.js";

vi.mock("../../../kernel-lib/src/batch/bull-queue.js");
vi.mock("../../../kernel-lib/src/batch/process-pool.js", () => import("./jobs-in-this-process.js"));
afterEach(() => vi.restoreAllMocks());

test("a worker serves the queue with so many jobs at a time until Ctrl-C, and ends its processes", async () => {
  const dispose = vi.spyOn(ProcessPool.prototype, "dispose");
  const source: JobSource = {
    serve: (_handle, signal) => {
      process.emit("SIGINT", "SIGINT");
      return Promise.reject(signal.reason as Error);
    },
  };
  vi.mocked(connectWorker).mockResolvedValue(source as Awaited<ReturnType<typeof connectWorker>>);
  const { code, stdout, stderr } = await runCommand("worker", "--queue", "redis://host:6379", "--processes", "3");
  expect([code, stdout, stderr]).toEqual([130, "", ""]);
  expect(vi.mocked(connectWorker).mock.calls).toEqual([["redis://host:6379", 3]]);
  expect(dispose).toHaveBeenCalledOnce();
});

test("a queue that cannot be reached is told, and no process is left", async () => {
  const dispose = vi.spyOn(ProcessPool.prototype, "dispose");
  vi.mocked(connectWorker).mockRejectedValue(
    new InputError("queue_unreachable", { address: "host:6379", reason: "ECONNREFUSED" }),
  );
  const { code, stderr } = await runCommand("worker", "--queue", "redis://host:6379");
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^kpi-anomaly: The queue at host:6379 cannot be used/)]);
  expect(dispose).toHaveBeenCalledOnce();
});

test("a worker needs a queue, and a whole number of processes", async () => {
  expect((await runCommand("worker")).stderr).toContain("The option --queue is needed.");
  expect((await runCommand("worker", "--queue", "redis://host", "--processes", "many")).stderr).toContain(
    '--processes needs a whole number, not "many".',
  );
});
