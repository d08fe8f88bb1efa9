import { availableParallelism } from "node:os";
import type { Config } from "../config/config.js";
import { detect, type DetectHooks } from "../detect.js";
import { createCompute } from "../parallel/compute.js";
import type { Report } from "../report.js";
import { kpiNames, type Table } from "../table.js";
import { createSeriesRunner, seriesWorkerScript } from "../workers/run-series.js";

/** Cells from which starting workers takes less time than they save. */
const WORTH_WORKERS = 20_000;

/** `detect` on all cores of this machine: several series side by side, the heavy loops of a single one spread. The same bytes as without. */
export async function detectOnWorkers(table: Table, config: Config, hooks: DetectHooks = {}): Promise<Report> {
  const compute = createCompute();
  const large = table.records * (config.columns?.kpis ?? kpiNames(table)).length >= WORTH_WORKERS;
  const series =
    large && seriesWorkerScript && availableParallelism() > 1
      ? createSeriesRunner({ script: seriesWorkerScript })
      : undefined;
  try {
    return await detect(table, config, { ...hooks, compute, runSeries: series?.runSeries });
  } finally {
    compute.dispose();
    await series?.dispose();
  }
}
