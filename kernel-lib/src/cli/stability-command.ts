import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { stability } from "../evaluate/stability.js";
import { reportSummary } from "../export/report-summary.js";
import { stabilityStrip } from "../plots/stability-strip.js";
import { createSeriesRunner, seriesWorkerScript } from "../workers/run-series.js";
import { analysisCommand, type AnalysisOptions } from "./analysis-command.js";
import { wholeNumber } from "./detector-options.js";

interface StabilityCommandOptions extends AnalysisOptions {
  readonly runs?: number;
}

/** Records from which starting workers takes less time than they save. */
const WORTH_WORKERS = 500;

/** `kpi-anomaly stability FILE`: which anomalies would still be found had things come out a little differently. */
export function stabilityCommand(): Command {
  return analysisCommand<StabilityCommandOptions>(
    "stability",
    "Refit again and again: how sure each anomaly is, how steady each detector.",
    async ({ table, config, options, progress }) => {
      const workers =
        seriesWorkerScript && table.records >= WORTH_WORKERS
          ? createSeriesRunner({ script: seriesWorkerScript })
          : undefined;
      try {
        const result = await stability(table, config, {
          runs: options.runs,
          progress,
          runSeries: workers?.runSeries,
          concurrency: workers ? availableParallelism() : 1,
        });
        const figures = result.series.map(({ kpi, series }) => stabilityStrip.draw(result, { kpi, series }));
        return { json: { ...result, report: reportSummary(result.report) }, sections: [{ result, figures }] };
      } finally {
        await workers?.dispose();
      }
    },
  ).option("--runs <n>", "refits of each kind; 8 when left out", wholeNumber("--runs"));
}
