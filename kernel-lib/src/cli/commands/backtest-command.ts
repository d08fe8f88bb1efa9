import { backtest } from "../../evaluate/backtest/backtest.js";
import { reportSummary } from "../../export/report-summary.js";
import { backtestCalendar } from "../../plots/backtest-calendar.js";
import { analysisCommand, type AnalysisOptions } from "./analysis-command.js";
import { wholeNumber } from "../option-values.js";
import type { Subcommand } from "../subcommand.js";

interface BacktestCommandOptions extends AnalysisOptions {
  readonly looks?: number;
}

/** `kpi-anomaly backtest FILE`: what would have been known when, with nothing but the past. */
export function backtestCommand(): Subcommand {
  return analysisCommand<BacktestCommandOptions>(
    {
      name: "backtest",
      about: {
        en: "Replay the file from its past only: would we have known, when, and how many alarms?",
        de: "Spielt die Datei nur aus ihrer Vergangenheit nach: Hätte man es gewusst, wann, und bei wie vielen Alarmen?",
      },
    },
    async ({ table, config, options, progress, threads }) => {
      const { compute } = threads(table);
      const result = await backtest(table, config, { looks: options.looks, progress, compute });
      const figures = result.series.map(({ kpi, series }) =>
        backtestCalendar.draw(result, { kpi, series, language: options.language }),
      );
      return { json: { ...result, report: reportSummary(result.report) }, sections: [{ result, figures }] };
    },
  ).localizedOption(
    "--looks <n>",
    { en: "moments at which to look; 20 when left out", de: "Zeitpunkte, an denen hingesehen wird; ohne Angabe 20" },
    wholeNumber("--looks"),
  );
}
