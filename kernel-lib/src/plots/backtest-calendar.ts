import { plotWords, type FigureWords } from "../words/plots.js";
import { backtestText } from "../words/analyses/backtest.js";
import type { ScatterTrace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { thinLine } from "../numeric/thin-line.js";
import type { Backtest } from "../evaluate/backtest/backtest.js";
import type { SeriesBacktest } from "../evaluate/backtest/series-backtest.js";
import type { SeriesReport } from "../report.js";
import { axisTitle, definePlot, known, namedEntries, namedSeries, seriesTitle, type Plot } from "./plot.js";

/** What would have been known live, above what hindsight sees, along the KPI. */
export const backtestCalendar: Plot<Backtest> = definePlot<Backtest>({
  title: "Live against hindsight",
  summary: "Would we have known that day, and how many alarms would there have been?",
  translations: {
    de: {
      title: "Im Betrieb und im Rückblick",
      summary: "Hätte man es an dem Tag gewusst, und wie viele Alarme hätte es gegeben?",
    },
  },
  input: "backtest",
  draw(result, options = {}) {
    const [one] = namedEntries(result.series, options);
    const series = namedSeries(result.report, one);
    const shown = thinLine(series.values, series.flags, options.maxPoints ?? 3000);
    const dated = result.report.date !== null;
    const { labels, told } = plotWords(options.language);
    return makeFigure(
      [
        {
          type: "scatter",
          mode: "lines",
          name: series.kpi,
          x: Array.from(shown, (index) => series.time[index]),
          y: Array.from(shown, (index) => known(series.values[index])),
          line: { color: palette.line, width: 1.2 },
        },
        ...alarmTraces(series, one, labels),
        ...delayTraces(series, one, labels),
      ],
      {
        title: { text: told("backtest", { series: seriesTitle(one) }) },
        height: 460,
        xaxis: { type: dated ? "date" : "linear", anchor: "y2" },
        yaxis: { domain: [0.3, 1], anchor: "x", title: { text: axisTitle(series) } },
        yaxis2: {
          domain: [0, 0.2],
          anchor: "x",
          range: [-0.6, 1.6],
          tickvals: [0, 1],
          ticktext: [labels.hindsight, labels.live],
          showgrid: false,
          zeroline: false,
        },
        shapes:
          one.from > 0
            ? [
                {
                  type: "rect",
                  xref: "x",
                  yref: "paper",
                  x0: series.time[0],
                  x1: series.time[one.from],
                  y0: 0,
                  y1: 1,
                  fillcolor: palette.band,
                  line: { width: 0 },
                  layer: "below",
                },
              ]
            : [],
      },
      `${backtestText(result, options.language)} ${labels.beforeFirstLook}`,
      options,
    );
  },
});

function alarmTraces(series: SeriesReport, { alarms }: SeriesBacktest, labels: FigureWords["labels"]): ScatterTrace[] {
  const row = (
    name: string,
    chosen: SeriesBacktest["alarms"],
    color: string,
    symbol: "circle" | "x",
  ): ScatterTrace => ({
    type: "scatter",
    mode: "markers",
    name,
    yaxis: "y2",
    x: chosen.map(({ point }) => series.time[point]),
    y: chosen.map(() => 1),
    marker: { color, size: 9, symbol },
  });
  return [
    row(
      labels.confirmedAlarm,
      alarms.filter(({ confirmed }) => confirmed),
      palette.anomaly,
      "circle",
    ),
    row(
      labels.withdrawnAlarm,
      alarms.filter(({ confirmed }) => !confirmed),
      palette.warning,
      "x",
    ),
  ];
}

/** Each anomaly of hindsight, with a line to the moment it would have been known. */
function delayTraces(series: SeriesReport, { events }: SeriesBacktest, labels: FigureWords["labels"]): ScatterTrace[] {
  const seen = events.filter(({ knownAt }) => !Number.isNaN(knownAt));
  const missed = events.filter(({ knownAt }) => Number.isNaN(knownAt));
  return [
    {
      type: "scatter",
      mode: "lines",
      name: labels.delay,
      yaxis: "y2",
      x: seen.flatMap(({ start, knownAt }) => [series.time[start], Math.round(knownAt), null]),
      y: seen.flatMap(() => [0, 0, null]),
      line: { color: palette.muted, width: 3 },
    },
    {
      type: "scatter",
      mode: "markers",
      name: labels.knownAnomaly,
      yaxis: "y2",
      x: seen.map(({ start }) => series.time[start]),
      y: seen.map(() => 0),
      marker: { color: palette.good, size: 8, symbol: "diamond" },
    },
    {
      type: "scatter",
      mode: "markers",
      name: labels.missedAnomaly,
      yaxis: "y2",
      x: missed.map(({ start }) => series.time[start]),
      y: missed.map(() => 0),
      marker: { color: palette.muted, size: 9, symbol: "circle-open" },
    },
  ];
}
