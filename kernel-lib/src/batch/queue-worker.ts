import { jobOf, type JobSource } from "./job-queue.js";
import type { ProcessPool } from "./process-pool.js";

/**
 * Does the jobs of a queue in processes of their own, so that this thread is free to tell the queue that they are under way.
 * Rejects with the signal's reason.
 */
export function serveQueue(source: JobSource, pool: Pick<ProcessPool, "do">, signal: AbortSignal): Promise<void> {
  return source.serve(async (payload) => {
    const { job, bytes } = jobOf(payload);
    const outcome = await pool.do(job, bytes, signal, 1);
    if (outcome.kind === "failed") throw new Error(outcome.reason);
    return outcome.result;
  }, signal);
}
