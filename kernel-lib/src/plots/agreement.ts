import type { Language } from "../words/language.js";
import { plotWords } from "../words/plots.js";
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

/** How much each pair of detectors agrees, as a matrix. */
export const agreement: Plot<Report, AgreementOptions> = definePlot<Report, AgreementOptions>({
  title: "Agreement of detectors",
  summary: "Which detectors see the same points, and which see something of their own?",
  translations: {
    de: {
      title: "Übereinstimmung der Detektoren",
      summary: "Welche Detektoren sehen dieselben Werte, und welche etwas Eigenes?",
    },
  },
  input: "report",
  draw(report, options = {}) {
    const comparison = compare(report, namedSeries(report, options));
    const matrix = matrixOf(comparison, options);
    const measure = options.measure ?? "jaccard";
    const { name, told } = plotWords(options.language);
    const titles = comparison.detectors.map(({ title }) => name(title));
    const budget = measure === "spearman" ? null : options.budget === "equal" ? comparison.equalBudget.budget : "own";
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
        title: { text: told("agreement", { series: seriesTitle(comparison), measure, budget }) },
        height: 110 + 52 * Math.max(2, titles.length),
        xaxis: { type: "category", showgrid: false },
        yaxis: { type: "category", autorange: "reversed", showgrid: false, automargin: true },
      },
      describe(comparison, matrix, measure, options.language),
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

function describe(
  comparison: Comparison,
  matrix: readonly (readonly number[])[],
  measure: NonNullable<AgreementOptions["measure"]>,
  language?: Language,
): string {
  const { name, told } = plotWords(language);
  const pairs = comparison.detectors
    .flatMap((a, i) =>
      comparison.detectors
        .slice(i + 1)
        .map((b, j) => ({ names: [name(a.title), name(b.title)] as const, value: matrix[i][i + 1 + j] })),
    )
    .filter(({ value }) => !Number.isNaN(value));
  pairs.sort((a, b) => b.value - a.value);
  return [
    told("agreementTold", { series: seriesTitle(comparison), measure, pairs }),
    ...verdictSentences(comparison.verdict, language),
  ].join(" ");
}
