import type { Command } from "commander";
import { backtest } from "../../evaluate/backtest/backtest.js";
import { reportSummary } from "../../export/report-summary.js";
import { backtestCalendar } from "../../plots/backtest-calendar.js";
import { analysisCommand, type AnalysisOptions } from "./analysis-command.js";
import { wholeNumber } from "../option-values.js";

interface BacktestCommandOptions extends AnalysisOptions {
  readonly looks?: number;
}

/** `kpi-anomaly backtest FILE`: what would have been known when, with nothing but the past. */
export function backtestCommand(): Command {
  return analysisCommand<BacktestCommandOptions>("backtest", async ({ table, config, options, progress, threads }) => {
    const { compute } = threads(table);
    const result = await backtest(table, config, { looks: options.looks, progress, compute });
    const figures = result.series.map(({ kpi, series }) =>
      backtestCalendar.draw(result, { kpi, series, language: options.language }),
    );
    return { json: { ...result, report: reportSummary(result.report) }, sections: [{ result, figures }] };
  }).option("--looks <n>", "", wholeNumber("--looks"));
}
