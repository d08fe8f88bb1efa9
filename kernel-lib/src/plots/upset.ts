import { plotWords, type FigureWords } from "../words/plots.js";
import type { Annotation, Trace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { compare, type Comparison } from "../evaluate/comparison/compare.js";
import type { Report } from "../report.js";
import { definePlot, namedSeries, seriesTitle, type Plot } from "./plot.js";

const MOST_SETS = 14;

/**
 * How many points each combination of detectors flags together: bars over a matrix of dots
 * (Lex et al. 2014, UpSet, https://doi.org/10.1109/TVCG.2014.2346248).
 */
export const upset: Plot<Report> = definePlot<Report>({
  title: "Who flags with whom",
  summary: "Which detectors flag the same points together, and what does each flag alone?",
  translations: {
    de: {
      title: "Wer mit wem meldet",
      summary: "Welche Detektoren melden dieselben Werte gemeinsam, und was jeder allein?",
    },
  },
  input: "report",
  draw(report, options = {}) {
    const comparison = compare(report, namedSeries(report, options));
    const detectors = comparison.detectors.filter(({ flagged }) => flagged > 0);
    const sets = comparison.sets.slice(0, MOST_SETS);
    const words = plotWords(options.language);
    const row = (id: string): number => detectors.length - 1 - detectors.findIndex((detector) => detector.id === id);
    return makeFigure(
      [
        {
          type: "bar",
          x: sets.map((_, place) => place),
          y: sets.map(({ points }) => points),
          width: 0.6,
          text: sets.map(({ points }) => String(points)),
          textposition: "outside",
          marker: { color: palette.line },
          name: words.labels.points,
        },
        ...dots(sets, detectors.length, row),
      ],
      {
        title: { text: words.told("upset", { series: seriesTitle(comparison) }) },
        height: 280 + 28 * Math.max(1, detectors.length),
        showlegend: false,
        xaxis: {
          anchor: "y2",
          showticklabels: false,
          showgrid: false,
          zeroline: false,
          range: [-0.7, Math.max(1, sets.length) - 0.3],
        },
        yaxis: { domain: [0.5, 1], title: { text: words.labels.points }, anchor: "x" },
        yaxis2: {
          domain: [0, 0.44],
          anchor: "x",
          range: [-0.6, Math.max(1, detectors.length) - 0.4],
          tickvals: detectors.map(({ id }) => row(id)),
          ticktext: detectors.map(({ title, flagged }) => `${words.name(title)} (${flagged})`),
          showgrid: false,
          zeroline: false,
          automargin: true,
        },
        annotations: sets.length === 0 ? [nothing(words.labels.noFlaggedPoint)] : [],
      },
      describe(comparison, words),
      options,
    );
  },
});

function nothing(text: string): Annotation {
  return { text, xref: "paper", yref: "paper", x: 0.5, y: 0.7, showarrow: false };
}

function dots(sets: Comparison["sets"], rows: number, row: (id: string) => number): Trace[] {
  const places = sets.flatMap((_, place) => Array.from({ length: rows }, (_unused, each) => ({ place, each })));
  const members = sets.flatMap(({ detectors }, place) => detectors.map((id) => ({ place, each: row(id) })));
  const lines = sets.flatMap(({ detectors }, place) => {
    const rowsOf = detectors.map(row);
    return [
      { x: place, y: Math.min(...rowsOf) },
      { x: place, y: Math.max(...rowsOf) },
      { x: null, y: null },
    ];
  });
  const at = (of: readonly { place: number; each: number }[]) => ({
    x: of.map(({ place }) => place),
    y: of.map(({ each }) => each),
  });
  return [
    {
      type: "scatter",
      mode: "markers",
      yaxis: "y2",
      ...at(places),
      marker: { color: palette.band, size: 12 },
      hoverinfo: "skip",
    },
    {
      type: "scatter",
      mode: "lines",
      yaxis: "y2",
      x: lines.map(({ x }) => x),
      y: lines.map(({ y }) => y),
      line: { color: palette.line, width: 3 },
      hoverinfo: "skip",
    },
    {
      type: "scatter",
      mode: "markers",
      yaxis: "y2",
      ...at(members),
      marker: { color: palette.line, size: 12 },
      hoverinfo: "skip",
    },
  ];
}

function describe({ sets, detectors, ...names }: Comparison, { name, told }: FigureWords): string {
  const title = (id: string): string => name(detectors.find((detector) => detector.id === id)!.title);
  return told("upsetTold", {
    series: seriesTitle(names),
    sets: sets.slice(0, 6).map(({ detectors: ids, points }) => ({ points, detectors: ids.map(title) })),
    more: Math.max(0, sets.length - 6),
  });
}
