import { plotWords, type FigureWords } from "../words/plots.js";
import type { Annotation, Coordinate, Trace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { InputError } from "../errors.js";
import { ranks, spearman } from "../numeric/statistics.js";
import { comparedDetectors } from "../evaluate/compared-detectors.js";
import type { Detection, Report, SeriesReport } from "../report.js";
import { definePlot, namedSeries, seriesTitle, type Plot, type PlotOptions } from "./plot.js";

/** Which two detectors to draw against each other. */
export interface ScoreScatterOptions extends PlotOptions {
  /** Ids; the first two that ran when left out. */
  readonly detectors?: readonly [string, string];
}

const MOST_POINTS = 3000;

/** The ranks of two detectors' scores against each other: along the diagonal they agree. */
export const scoreScatter: Plot<Report, ScoreScatterOptions> = definePlot<Report, ScoreScatterOptions>({
  title: "Scores of two detectors",
  summary: "Where do two detectors agree about a point, and which points does only one of them see?",
  translations: {
    de: {
      title: "Bewertungen zweier Detektoren",
      summary: "Wo sind sich zwei Detektoren über einen Wert einig, und welche Werte sieht nur einer?",
    },
  },
  input: "report",
  draw(report, options = {}) {
    const series = namedSeries(report, options);
    const pair = pairOf(series, options);
    const words = plotWords(options.language);
    const { told } = words;
    const title = seriesTitle(series);
    if (!pair)
      return makeFigure(
        [],
        { title: { text: told("fewerThanTwo", { series: title }) } },
        `${told("fewerThanTwo", { series: title })}.`,
        options,
      );
    const [first, second] = pair;
    const correlation = spearman(first.scores, second.scores);
    return makeFigure(
      groups(series, first, second, words),
      {
        title: {
          text: told("scorePair", { series: title, first: words.name(first.title), second: words.name(second.title) }),
        },
        width: options.width ?? 640,
        height: 560,
        xaxis: { title: { text: told("rankOf", { detector: words.name(first.title) }) } },
        yaxis: { title: { text: told("rankOf", { detector: words.name(second.title) }) } },
        hovermode: "closest",
        annotations: Number.isNaN(correlation) ? [] : [note(told("rankCorrelation", { value: correlation }))],
      },
      told("scorePairTold", {
        series: title,
        first: words.name(first.title),
        second: words.name(second.title),
        correlation,
        both: both(first, second),
      }),
      options,
    );
  },
});

function note(text: string): Annotation {
  return { text, xref: "paper", yref: "paper", x: 0.01, y: 0.99, xanchor: "left", yanchor: "top", showarrow: false };
}

function pairOf({ detections }: SeriesReport, { detectors }: ScoreScatterOptions): [Detection, Detection] | null {
  const ran = detections.filter(({ skipped }) => skipped === null);
  const chosen = detectors
    ? detectors.map((id) => ran.find(({ detector }) => detector === id))
    : comparedDetectors(detections).slice(0, 2);
  const missing = detectors?.find((_, index) => chosen[index] === undefined);
  if (missing !== undefined)
    throw new InputError("detector_did_not_run", { detector: missing, ran: ran.map(({ detector }) => detector) });
  return chosen.length === 2 ? [chosen[0]!, chosen[1]!] : null;
}

function both(first: Detection, second: Detection): number {
  return first.flags.reduce((sum, flag, index) => sum + (flag & second.flags[index]), 0);
}

/** Points by who flags them; of those flagged by neither at most 3000, evenly chosen. */
function groups(
  series: SeriesReport,
  first: Detection,
  second: Detection,
  { labels, name, told }: FigureWords,
): Trace[] {
  const [a, b] = [ranks(first.scores), ranks(second.scores)];
  const points = Array.from(a.keys()).filter((index) => !Number.isNaN(a[index] + b[index]));
  const plain = points.filter((index) => first.flags[index] === 0 && second.flags[index] === 0);
  const stride = Math.max(1, Math.ceil(plain.length / MOST_POINTS));
  const of = (chosen: readonly number[]) => ({
    x: chosen.map((index): Coordinate => a[index]),
    y: chosen.map((index): Coordinate => b[index]),
    customdata: chosen.map((index) => series.records[index]),
  });
  const flagged = (one: number, other: number): number[] =>
    points.filter((index) => first.flags[index] === one && second.flags[index] === other);
  return [
    {
      type: "scatter",
      mode: "markers",
      name: labels.neither,
      ...of(plain.filter((_, place) => place % stride === 0)),
      marker: { color: palette.muted, size: 3 },
      opacity: 0.6,
    },
    {
      type: "scatter",
      mode: "markers",
      name: told("aloneOf", { detector: name(first.title) }),
      ...of(flagged(1, 0)),
      marker: { color: palette.warning, size: 7, symbol: "square" },
    },
    {
      type: "scatter",
      mode: "markers",
      name: told("aloneOf", { detector: name(second.title) }),
      ...of(flagged(0, 1)),
      marker: { color: palette.series[3], size: 7, symbol: "diamond" },
    },
    {
      type: "scatter",
      mode: "markers",
      name: labels.both,
      ...of(flagged(1, 1)),
      marker: { color: palette.anomaly, size: 8 },
    },
  ];
}
