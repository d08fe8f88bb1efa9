import { stability } from "../../evaluate/stability/stability.js";
import { reportSummary } from "../../export/report-summary.js";
import { stabilityStrip } from "../../plots/stability-strip.js";
import { analysisCommand, type AnalysisOptions } from "./analysis-command.js";
import { wholeNumber } from "../option-values.js";
import type { Subcommand } from "../subcommand.js";

interface StabilityCommandOptions extends AnalysisOptions {
  readonly runs?: number;
}

/** About so many refits share the cost of starting workers. */
const REFITS = 40;

/** `kpi-anomaly stability FILE`: which anomalies would still be found had things come out a little differently. */
export function stabilityCommand(): Subcommand {
  return analysisCommand<StabilityCommandOptions>(
    {
      name: "stability",
      about: {
        en: "Run again and again with small changes: how sure is each anomaly?",
        de: "Rechnet mit kleinen Änderungen immer wieder: Wie sicher ist jede Anomalie?",
      },
    },
    async ({ table, config, options, progress, threads }) => {
      const { runSeries, concurrency } = threads(table, REFITS);
      const result = await stability(table, config, { runs: options.runs, progress, runSeries, concurrency });
      const figures = result.series.map(({ kpi, series }) =>
        stabilityStrip.draw(result, { kpi, series, language: options.language }),
      );
      return { json: { ...result, report: reportSummary(result.report) }, sections: [{ result, figures }] };
    },
  ).localizedOption(
    "--runs <n>",
    { en: "runs of each kind; 8 when left out", de: "Läufe jeder Art; ohne Angabe 8" },
    wholeNumber("--runs"),
  );
}
