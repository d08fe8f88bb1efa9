import { InputError } from "../../errors.js";
import { inject } from "../../evaluate/injection/inject.js";
import { injectionHeatMap } from "../../plots/injection-heat-map.js";
import { analysisCommand, type AnalysisOptions } from "./analysis-command.js";
import { wholeNumber } from "../option-values.js";
import type { Subcommand } from "../subcommand.js";

interface InjectCommandOptions extends AnalysisOptions {
  readonly events?: number;
  readonly sizes?: readonly number[];
}

/** `kpi-anomaly inject FILE`: plants anomalies into the first KPI (or that of `--kpi`) and counts which are caught. */
export function injectCommand(): Subcommand {
  return analysisCommand<InjectCommandOptions>(
    {
      name: "inject",
      about: {
        en: "Plant anomalies of known kind and size into the file: what would we catch?",
        de: "Setzt Anomalien bekannter Art und Größe in die Datei: Was würde gefunden?",
      },
    },
    async ({ table, config, options, progress, threads }) => {
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
    },
  )
    .localizedOption(
      "--events <n>",
      {
        en: "anomalies of each kind and size; 6 when left out, fewer in a short series",
        de: "Anomalien jeder Art und Größe; ohne Angabe 6, weniger in einer kurzen Reihe",
      },
      wholeNumber("--events"),
    )
    .localizedOption(
      "--sizes <list>",
      {
        en: "sizes in standard deviations of the noise, with commas between; 2,4,7,10 when left out",
        de: "Größen in Standardabweichungen des Rauschens, mit Kommas dazwischen; ohne Angabe 2,4,7,10",
      },
      sizes,
    );
}

function sizes(text: string): number[] {
  const numbers = text.split(",").map(Number);
  if (numbers.some((number) => !(number > 0 && number <= 1000))) throw new InputError("sizes_option", { text });
  return numbers;
}
