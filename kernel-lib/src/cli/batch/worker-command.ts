import type { Command } from "commander";
import { Subcommand } from "../subcommand.js";
import { connectWorker } from "../../batch/bull-queue.js";
import { serveQueue } from "../../batch/queue-worker.js";
import { withLanguageOption } from "../config-options.js";
import { wholeNumber } from "../option-values.js";
import { processPool, untilStopped } from "./batch-frame.js";

/** `kpi-anomaly worker --queue URL`: does jobs that `kpi-anomaly batch --queue` fills in, until it is ended. */
export function workerCommand(): Command {
  return withLanguageOption(
    new Subcommand("worker").requiredOption("--queue <url>").option("--processes <n>", "", wholeNumber("--processes")),
  ).action(async ({ queue, processes }: { readonly queue: string; readonly processes?: number }) => {
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
