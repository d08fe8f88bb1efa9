import type { Language } from "../words/language.js";
import { skipText } from "../words/assumption.js";
import { plotWords } from "../words/plots.js";
import type { ScatterTrace, Trace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { thinLine } from "../numeric/thin-line.js";
import { comparedDetectors } from "../evaluate/compared-detectors.js";
import type { Detection, Report, SeriesReport } from "../report.js";
import {
  definePlot,
  known,
  namedSeries,
  rowAxes,
  rowAxis,
  rowHeading,
  seriesTitle,
  type Plot,
  type PlotOptions,
} from "./plot.js";

/** What the plot of scores can be told besides the usual. */
export interface DetectorScoresOptions extends PlotOptions {
  /** Also the detectors that do not vote but feed the combined score; false when left out. */
  readonly all?: boolean;
}

/** The score of each detector through time, each in a row of its own with the threshold it flags from. */
export const detectorScores: Plot<Report, DetectorScoresOptions> = definePlot<Report, DetectorScoresOptions>({
  title: "Score of each detector",
  summary: "How strongly does each detector react, and how close is everything else to its threshold?",
  translations: {
    de: {
      title: "Bewertung jedes Detektors",
      summary: "Wie stark schlägt jeder Detektor aus, und wie nah liegt alles andere an seiner Schwelle?",
    },
  },
  input: "report",
  draw(report, options = {}) {
    const series = namedSeries(report, options);
    const ran = comparedDetectors(series.detections, options.all);
    const words = plotWords(options.language);
    return makeFigure(
      ran.flatMap((detection, row) => rowTraces(series, detection, rowAxis(row), options)),
      {
        title: { text: words.told("detectorScores", { series: seriesTitle(series) }) },
        height: 90 + 105 * Math.max(1, ran.length),
        showlegend: false,
        xaxis: { type: report.date ? "date" : "linear", anchor: rowAxis(Math.max(0, ran.length - 1)) },
        ...rowAxes(ran.length),
        annotations: ran.map(({ title }, row) => rowHeading(words.name(title), row)),
      },
      [
        words.told("detectorScoresTold", { series: seriesTitle(series) }),
        ...[...ran, ...series.detections.filter(({ skipped }) => skipped !== null)].map((one) =>
          describe(one, options.language),
        ),
      ].join(" "),
      options,
    );
  },
});

function rowTraces(
  series: SeriesReport,
  detection: Detection,
  yaxis: string,
  { maxPoints: most = 2000, language }: PlotOptions,
): Trace[] {
  const { labels, name } = plotWords(language);
  const shown = thinLine(detection.scores, detection.flags, most);
  const flagged = Uint32Array.from(detection.flags.keys()).filter((index) => detection.flags[index] === 1);
  const at = (indexes: Uint32Array): Pick<ScatterTrace, "x" | "y" | "customdata"> => ({
    x: Array.from(indexes, (index) => series.time[index]),
    y: Array.from(indexes, (index) => known(detection.scores[index])),
    customdata: Array.from(indexes, (index) => series.records[index]),
  });
  const ends = [series.time[0], series.time[series.time.length - 1]];
  const traces: Trace[] = [
    {
      type: "scatter",
      mode: "lines",
      name: name(detection.title),
      yaxis,
      ...at(shown),
      line: { color: palette.line, width: 1.2 },
    },
  ];
  if (series.time.length > 0 && Number.isFinite(detection.threshold))
    traces.push({
      type: "scatter",
      mode: "lines",
      name: labels.threshold,
      yaxis,
      x: ends,
      y: [detection.threshold, detection.threshold],
      hoverinfo: "skip",
      line: { color: palette.warning, width: 1.2, dash: "dash" },
    });
  return [
    ...traces,
    {
      type: "scatter",
      mode: "markers",
      name: labels.flagged,
      yaxis,
      ...at(flagged),
      marker: { color: palette.anomaly, size: 5 },
    },
  ];
}

function describe(detection: Detection, language?: Language): string {
  const { name, told } = plotWords(language);
  const { title, skipped, flags, scores, threshold } = detection;
  const detector = name(title);
  if (skipped !== null) return told("detectorSkipped", { detector, reason: skipText(skipped, language) });
  const flagged = flags.reduce((sum, flag) => sum + flag, 0);
  return told("detectorFlags", { detector, flagged, points: scores.length, threshold });
}
