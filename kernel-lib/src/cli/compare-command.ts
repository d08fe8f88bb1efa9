import type { Command } from "commander";
import { detect } from "../detect.js";
import { compare } from "../evaluate/compare.js";
import { suggest } from "../evaluate/suggest.js";
import { agreement } from "../plots/agreement.js";
import { detectorScores } from "../plots/detector-scores.js";
import { upset } from "../plots/upset.js";
import { analysisCommand } from "./analysis-command.js";

/** `kpi-anomaly compare FILE`: whether the detectors agree, who flags what alone, and which of them fit the file. */
export function compareCommand(): Command {
  return analysisCommand("compare", "Compare the detectors: agreement at their own thresholds and at equal budget, unique catches.", async ({ table, config, progress }) => {
    const report = await detect(table, config, { progress });
    const series = report.series.map((each) => {
      const comparison = compare(report, each);
      const suggestion = suggest(report, { comparison });
      const named = { kpi: each.kpi, series: each.series };
      const figures = [agreement.draw(report, named), agreement.draw(report, { ...named, measure: "kappa", budget: "equal" }), upset.draw(report, named), detectorScores.draw(report, named)];
      return { comparison, suggestion, figures };
    });
    return {
      json: { file: report.source.file, series: series.map(({ comparison, suggestion }) => ({ ...comparison, suggestion })) },
      sections: series.flatMap(({ comparison, suggestion, figures }) => [{ result: comparison, figures }, { result: suggestion, figures: [] }]),
    };
  });
}
