import { plotWords, type FigureWords } from "../words/plots.js";
import type { ScatterTrace, Trace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { thinLine } from "../numeric/thin-line.js";
import type { Report, SeriesReport } from "../report.js";
import { axisTitle, definePlot, known, namedSeries, seriesTitle, type Plot } from "./plot.js";

/** The KPI through time with its anomalies marked and, where known, what was expected. */
export const timeline: Plot<Report> = definePlot({
  title: "Timeline",
  summary: "When was the KPI not normal, and how far off was it?",
  translations: { de: { title: "Zeitverlauf", summary: "Wann war die Kennzahl nicht normal, und wie weit daneben?" } },
  input: "report",
  draw(report, options = {}) {
    const series = namedSeries(report, options);
    const words = plotWords(options.language);
    const shown = thinLine(series.values, series.flags, options.maxPoints ?? 4000);
    const dated = report.date !== null;
    return makeFigure(
      [...bandTraces(series, shown, words), valueTrace(series, shown), ...anomalyTraces(series, dated, words)],
      {
        title: { text: words.told("timeline", { series: seriesTitle(series), incidents: series.incidents.length }) },
        xaxis: { type: dated ? "date" : "linear", ...(dated ? {} : { title: { text: words.labels.record } }) },
        yaxis: { title: { text: axisTitle(series) } },
        hovermode: "closest",
      },
      describe(series, dated, words),
      options,
    );
  },
});

/** Six digits tell a reader enough. */
const number = (value: number): string => String(Number(value.toPrecision(6)));

function through(series: SeriesReport, shown: Uint32Array, values: Float64Array): Pick<ScatterTrace, "x" | "y"> {
  return { x: Array.from(shown, (index) => series.time[index]), y: Array.from(shown, (index) => known(values[index])) };
}

function valueTrace(series: SeriesReport, shown: Uint32Array): ScatterTrace {
  const records = Array.from(shown, (index) => series.records[index]);
  return {
    type: "scatter",
    mode: "lines",
    name: series.kpi,
    ...through(series, shown, series.values),
    customdata: records,
    line: { color: palette.actual, width: 1.25 },
  };
}

function bandTraces(series: SeriesReport, shown: Uint32Array, { labels }: FigureWords): Trace[] {
  const traces: ScatterTrace[] = [];
  if (shown.some((index) => !Number.isNaN(series.lower[index]) && !Number.isNaN(series.upper[index]))) {
    const edge = {
      type: "scatter",
      mode: "lines",
      hoverinfo: "skip",
      line: { width: 0, color: palette.expected },
    } as const;
    traces.push({ ...edge, ...through(series, shown, series.lower), showlegend: false });
    traces.push({
      ...edge,
      ...through(series, shown, series.upper),
      name: labels.usualRange,
      fill: "tonexty",
      fillcolor: palette.usual,
    });
  }
  if (shown.some((index) => !Number.isNaN(series.expected[index]))) {
    traces.push({
      type: "scatter",
      mode: "lines",
      name: labels.expected,
      ...through(series, shown, series.expected),
      line: { color: palette.expected, width: 1, dash: "dash" },
    });
  }
  return traces;
}

/** Severity in shape and fill, as in the panel: a filled diamond from 75, a disc from 50, else a ring. */
const MARKS = [
  { least: 75, symbol: "diamond" },
  { least: 50, symbol: "circle" },
  { least: -Infinity, symbol: "circle-open" },
] as const;

function anomalyTraces(series: SeriesReport, dated: boolean, words: FigureWords): ScatterTrace[] {
  const severity = new Map(series.incidents.map((incident) => [incident.rank, incident.severity]));
  const markOf = (index: number): (typeof MARKS)[number] | undefined =>
    MARKS.find(({ least }) => (severity.get(series.incidentOf[index]) ?? 0) >= least);
  const flagged = Uint32Array.from(series.flags.keys()).filter((index) => series.flags[index] === 1);
  const shown = MARKS.map((mark) => ({ mark, points: flagged.filter((index) => markOf(index) === mark) }));
  const some = shown.filter(({ points }) => points.length > 0);
  return (some.length > 0 ? some : shown.slice(1, 2)).map(({ mark, points }, nth) => ({
    type: "scatter",
    mode: "markers",
    name: words.labels.anomaly,
    showlegend: nth === 0,
    ...through(series, points, series.values),
    text: Array.from(points, (index) => hover(series, index, dated, words)),
    hovertemplate: "%{text}<extra></extra>",
    customdata: Array.from(points, (index) => series.records[index]),
    marker: { color: palette.anomaly, size: 8, symbol: mark.symbol },
  }));
}

function hover(series: SeriesReport, index: number, dated: boolean, words: FigureWords): string {
  const said = series.detections.filter(({ flags }) => flags[index] === 1).map(({ title }) => title);
  return [
    `<b>${moment(series, index, dated, words)}</b>`,
    `${series.kpi} ${number(series.values[index])}`,
    said.join(", "),
  ]
    .filter((line) => line !== "")
    .join("<br>");
}

function moment(series: SeriesReport, index: number, dated: boolean, { told }: FigureWords): string {
  return dated
    ? new Date(series.time[index]).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "")
    : told("recordNumber", { record: series.records[index] + 1 });
}

function describe(series: SeriesReport, dated: boolean, words: FigureWords): string {
  const at = (point: number): string => moment(series, point, dated, words);
  const worst = [...series.incidents]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 3)
    .map(({ peak, actual }) => ({ moment: at(peak), value: Number.isNaN(actual) ? null : actual }));
  return words.told("timelineTold", {
    series: seriesTitle(series),
    points: series.time.length,
    incidents: series.incidents.length,
    span: series.time.length > 0 ? { from: at(0), to: at(series.time.length - 1) } : null,
    worst,
  });
}
