import { connectWorker } from "../../batch/bull-queue.js";
import { serveQueue } from "../../batch/queue-worker.js";
import { withLanguageOption } from "../config-options.js";
import { wholeNumber } from "../option-values.js";
import { processPool, untilStopped } from "./batch-frame.js";
import { Subcommand } from "../subcommand.js";

/** `kpi-anomaly worker --queue URL`: does jobs that `kpi-anomaly batch --queue` fills in, until it is ended. */
export function workerCommand(): Subcommand {
  return withLanguageOption(
    new Subcommand("worker", {
      en: "Do jobs of `kpi-anomaly batch --queue` on this machine, until Ctrl-C.",
      de: "Erledigt Aufträge von `kpi-anomaly batch --queue` auf diesem Rechner, bis Strg-C.",
    })
      .localizedRequiredOption("--queue <url>", {
        en: "where jobs come from: redis://host:port or rediss://host:port",
        de: "woher die Aufträge kommen: redis://Rechner:Port oder rediss://Rechner:Port",
      })
      .localizedOption(
        "--processes <n>",
        { en: "jobs at a time; one a core when left out", de: "Aufträge zugleich; ohne Angabe einer je Kern" },
        wholeNumber("--processes"),
      ),
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
