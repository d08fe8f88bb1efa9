import { compare } from "../../evaluate/comparison/compare.js";
import { suggest } from "../../evaluate/suggest.js";
import { agreement } from "../../plots/agreement.js";
import { detectorScores } from "../../plots/detector-scores.js";
import { upset } from "../../plots/upset.js";
import { columnNamed, kpiNames, type Column } from "../../table.js";
import { analysisCommand, type AnalysisOptions } from "./analysis-command.js";
import type { Subcommand } from "../subcommand.js";

/** `kpi-anomaly compare FILE`: whether the detectors agree, who flags what alone, and which of them fit the file. */
export function compareCommand(): Subcommand {
  return analysisCommand<CompareCommandOptions>(
    {
      name: "compare",
      about: {
        en: "Compare the detectors: do they agree, and what does each find alone?",
        de: "Vergleicht die Detektoren: Sind sie sich einig, und was findet jeder allein?",
      },
    },
    async ({ table, config, options, detect }) => {
      const marks = options.labels === undefined ? undefined : labelsIn(columnNamed(table, options.labels));
      const kpis = config.columns?.kpis ?? kpiNames(table).filter((name) => name !== options.labels);
      const report = await detect(table, { ...config, columns: { ...config.columns, ...(marks ? { kpis } : {}) } });
      const series = report.series.map((each) => {
        const comparison = compare(report, each, {
          labels: marks && Array.from(each.records, (record) => marks[record]),
        });
        const suggestion = suggest(report, { comparison });
        const named = { kpi: each.kpi, series: each.series, language: options.language };
        const figures = [
          agreement.draw(report, named),
          agreement.draw(report, { ...named, measure: "kappa", budget: "equal" }),
          upset.draw(report, named),
          detectorScores.draw(report, named),
        ];
        return { comparison, suggestion, figures };
      });
      return {
        json: {
          file: report.source.file,
          series: series.map(({ comparison, suggestion }) => ({ ...comparison, suggestion })),
        },
        sections: series.flatMap(({ comparison, suggestion, figures }) => [
          { result: comparison, figures },
          { result: suggestion, figures: [] },
        ]),
      };
    },
  ).localizedOption("--labels <column>", {
    en: "column that marks what is known to be anomalous (1, true, yes, or any number but 0)",
    de: "Spalte, die bekannte Anomalien kennzeichnet (1, true, yes oder jede Zahl außer 0)",
  });
}

interface CompareCommandOptions extends AnalysisOptions {
  readonly labels?: string;
}

const SAYS_NO: ReadonlySet<string> = new Set(["", "0", "0.0", "false", "no", "n", "normal", "none"]);

/** 1 for each record that is marked. */
function labelsIn(column: Column): Uint8Array {
  if (column.kind === "number")
    return Uint8Array.from(column.values, (value) => (Number.isNaN(value) || value === 0 ? 0 : 1));
  return Uint8Array.from(column.codes, (code) => (SAYS_NO.has(column.dictionary[code].trim().toLowerCase()) ? 0 : 1));
}
