import { verdictSentences } from "../words/analyses/comparison.js";
import { makeFigure } from "../display/make-figure.js";
import { sequentialScale } from "../display/palette.js";
import { compare, type Comparison } from "../evaluate/comparison/compare.js";
import type { Report } from "../report.js";
import { definePlot, namedSeries, seriesTitle, type Plot, type PlotOptions } from "./plot.js";

/** What the agreement matrix can be told besides the usual. */
export interface AgreementOptions extends PlotOptions {
  /** `jaccard` (overlap of flags, default), `kappa` (agreement beyond chance) or `spearman` (likeness of scores). */
  readonly measure?: "jaccard" | "kappa" | "spearman";
  /** `own`: each detector at its own threshold (default); `equal`: all flag the same number of points. */
  readonly budget?: "own" | "equal";
}

const measures = {
  jaccard: "overlap of flagged points (Jaccard)",
  kappa: "agreement beyond chance (Cohen's kappa)",
  spearman: "likeness of scores (Spearman)",
} as const;

/** How much each pair of detectors agrees, as a matrix. */
export const agreement: Plot<Report, AgreementOptions> = definePlot<Report, AgreementOptions>({
  title: "Agreement of detectors",
  summary: "Which detectors see the same points, and which see something of their own?",
  input: "report",
  draw(report, options = {}) {
    const comparison = compare(report, namedSeries(report, options));
    const matrix = matrixOf(comparison, options);
    const titles = comparison.detectors.map(({ title }) => title);
    const measure = options.measure ?? "jaccard";
    const budget =
      measure === "spearman"
        ? ""
        : options.budget === "equal"
          ? `, ${comparison.equalBudget.budget} points each`
          : ", each at its own threshold";
    return makeFigure(
      [
        {
          type: "heatmap",
          x: titles,
          y: titles,
          z: matrix.map((row) => row.map((value) => (Number.isNaN(value) ? null : value))),
          text: matrix.map((row) => row.map((value) => (Number.isNaN(value) ? "" : value.toFixed(2)))),
          texttemplate: "%{text}",
          zmin: 0,
          zmax: 1,
          colorscale: sequentialScale,
          showscale: false,
          xgap: 2,
          ygap: 2,
        },
      ],
      {
        title: { text: `${seriesTitle(comparison)}: ${measures[measure]}${budget}` },
        height: 110 + 52 * Math.max(2, titles.length),
        xaxis: { type: "category", showgrid: false },
        yaxis: { type: "category", autorange: "reversed", showgrid: false, automargin: true },
      },
      describe(comparison, matrix, measures[measure]),
      options,
    );
  },
});

function matrixOf(
  comparison: Comparison,
  { measure = "jaccard", budget = "own" }: AgreementOptions,
): readonly (readonly number[])[] {
  if (measure === "spearman") return comparison.spearman;
  return (budget === "equal" ? comparison.equalBudget : comparison.own)[measure];
}

function describe(comparison: Comparison, matrix: readonly (readonly number[])[], measure: string): string {
  const pairs = comparison.detectors
    .flatMap((a, i) =>
      comparison.detectors
        .slice(i + 1)
        .map((b, j) => ({ names: `${a.title} and ${b.title}`, value: matrix[i][i + 1 + j] })),
    )
    .filter(({ value }) => !Number.isNaN(value));
  pairs.sort((a, b) => b.value - a.value);
  const extremes =
    pairs.length > 0
      ? ` Most alike: ${pairs[0].names} (${pairs[0].value.toFixed(2)}); least alike: ${pairs.at(-1)!.names} (${pairs.at(-1)!.value.toFixed(2)}).`
      : "";
  return `${seriesTitle(comparison)}, ${measure} of each pair of detectors.${extremes} ${verdictSentences(comparison.verdict).join(" ")}`;
}
