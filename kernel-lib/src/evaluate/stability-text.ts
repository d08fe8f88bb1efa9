import { wholePercent } from "../display/whole-percent.js";
import { refitKinds } from "./refit-kinds.js";
import type { SeriesStability } from "./series-stability.js";

/** What a stability analysis means, one sentence or two for each KPI. */
export function stabilityText(series: readonly SeriesStability[], refits: number): string {
  if (refits === 0) return "No refits were run, so nothing is known about stability.";
  return series
    .map((each) => `${each.series === "" ? each.kpi : `${each.kpi} of ${each.series}`}: ${sentence(each, refits)}`)
    .join("\n");
}

function sentence({ anomalies, detectors, decision }: SeriesStability, refits: number): string {
  const found =
    anomalies.length === 0
      ? Number.isNaN(decision.overlap)
        ? `nothing was found, and nothing in ${refits === 1 ? "the one refit" : `any of ${refits} refits`}.`
        : `nothing was found, but something in ${refits === 1 ? "the one refit" : `some of ${refits} refits`}.`
      : confidenceText(
          anomalies.map(({ confidence }) => confidence),
          refits,
        );
  const ranked = detectors.filter(({ overlap }) => !Number.isNaN(overlap)).sort((a, b) => b.overlap - a.overlap);
  if (ranked.length < 2) return found;
  const [best, worst] = [ranked[0], ranked.at(-1)!];
  const why = worst.weakest === null ? "" : `; it changes most with ${refitKinds[worst.weakest].title}`;
  return `${found} ${best.title} is ${best.grade} (its flags overlap to ${wholePercent(best.overlap)}), ${worst.title} ${worst.grade} (${wholePercent(worst.overlap)})${why}.`;
}

function confidenceText(confidences: readonly number[], refits: number): string {
  if (confidences.length === 1)
    return `the one anomaly stands in ${wholePercent(confidences[0])} of ${refitsText(refits)}.`;
  const sure = confidences.filter((confidence) => confidence >= 0.9).length;
  const doubtful = confidences.filter((confidence) => confidence < 0.5).length;
  return `of ${confidences.length} anomalies, ${sure} ${sure === 1 ? "stands" : "stand"} in at least 90 % of ${refitsText(refits)} and ${doubtful} in less than half.`;
}

function refitsText(refits: number): string {
  return refits === 1 ? "1 refit" : `${refits} refits`;
}
