import type { Command } from "commander";
import { stability } from "../../evaluate/stability/stability.js";
import { reportSummary } from "../../export/report-summary.js";
import { stabilityStrip } from "../../plots/stability-strip.js";
import { analysisCommand, type AnalysisOptions } from "./analysis-command.js";
import { wholeNumber } from "../option-values.js";

interface StabilityCommandOptions extends AnalysisOptions {
  readonly runs?: number;
}

/** About so many refits share the cost of starting workers. */
const REFITS = 40;

/** `kpi-anomaly stability FILE`: which anomalies would still be found had things come out a little differently. */
export function stabilityCommand(): Command {
  return analysisCommand<StabilityCommandOptions>(
    "stability",
    async ({ table, config, options, progress, threads }) => {
      const { runSeries, concurrency } = threads(table, REFITS);
      const result = await stability(table, config, { runs: options.runs, progress, runSeries, concurrency });
      const figures = result.series.map(({ kpi, series }) =>
        stabilityStrip.draw(result, { kpi, series, language: options.language }),
      );
      return { json: { ...result, report: reportSummary(result.report) }, sections: [{ result, figures }] };
    },
  ).option("--runs <n>", "", wholeNumber("--runs"));
}
