import { Command } from "commander";
import { connectWorker } from "../../batch/bull-queue.js";
import { serveQueue } from "../../batch/queue-worker.js";
import { wholeNumber } from "../option-values.js";
import { processPool, untilStopped } from "./batch-frame.js";

/** `kpi-anomaly worker --queue URL`: does jobs that `kpi-anomaly batch --queue` fills in, until it is ended. */
export function workerCommand(): Command {
  return new Command("worker")
    .description("Do jobs of `kpi-anomaly batch --queue` on this machine, until Ctrl-C.")
    .requiredOption("--queue <url>", "redis://host:port or rediss://host:port")
    .option("--processes <n>", "jobs at a time; one a core", wholeNumber("--processes"))
    .action(async ({ queue, processes }: { readonly queue: string; readonly processes?: number }) => {
      const pool = processPool(processes);
      await untilStopped(async (signal) => {
        try {
          await serveQueue(await connectWorker(queue, pool.width), pool, signal);
        } finally {
          await pool.dispose();
        }
      });
    });
}
