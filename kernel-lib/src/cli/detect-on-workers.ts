import { availableParallelism } from "node:os";
import type { Config } from "../config/config.js";
import { detect, type DetectHooks } from "../detect.js";
import type { Report } from "../report.js";
import type { Table } from "../table.js";
import { createSeriesRunner } from "../workers/run-series.js";

/** `detect`, with several series spread over the cores of this machine. The same bytes as without. */
export async function detectOnWorkers(table: Table, config: Config, hooks: DetectHooks = {}): Promise<Report> {
  const cores = availableParallelism();
  if (cores < 2) return detect(table, config, hooks);
  const { runSeries, dispose } = createSeriesRunner({ workers: cores });
  try {
    return await detect(table, config, { ...hooks, runSeries });
  } finally {
    await dispose();
  }
}
