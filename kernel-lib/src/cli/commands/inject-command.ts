import type { Command } from "commander";
import { InputError } from "../../errors.js";
import { inject } from "../../evaluate/injection/inject.js";
import { injectionHeatMap } from "../../plots/injection-heat-map.js";
import { analysisCommand, type AnalysisOptions } from "./analysis-command.js";
import { wholeNumber } from "../option-values.js";

interface InjectCommandOptions extends AnalysisOptions {
  readonly events?: number;
  readonly sizes?: readonly number[];
}

/** `kpi-anomaly inject FILE`: plants anomalies into the first KPI (or that of `--kpi`) and counts which are caught. */
export function injectCommand(): Command {
  return analysisCommand<InjectCommandOptions>("inject", async ({ table, config, options, progress, threads }) => {
    const result = await inject(table, config, {
      kpi: config.columns?.kpis?.[0],
      events: options.events,
      sizes: options.sizes,
      progress,
      compute: threads(table).compute,
    });
    return {
      json: result,
      sections: [{ result, figures: [injectionHeatMap.draw(result, { language: options.language })] }],
    };
  })
    .option("--events <n>", "", wholeNumber("--events"))
    .option("--sizes <list>", "", sizes);
}

function sizes(text: string): number[] {
  const numbers = text.split(",").map(Number);
  if (numbers.some((number) => !(number > 0 && number <= 1000))) throw new InputError("sizes_option", { text });
  return numbers;
}
