import type { ScatterTrace, Trace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { thinLine } from "../numeric/thin-line.js";
import type { Report, SeriesReport } from "../report.js";
import { definePlot, known, namedSeries, seriesTitle, type Plot } from "./plot.js";

/** The KPI through time with its anomalies marked and, where known, what was expected. */
export const timeline: Plot<Report> = definePlot({
  title: "Timeline",
  summary: "When was the KPI not normal, and how far off was it?",
  input: "report",
  draw(report, options = {}) {
    const series = namedSeries(report, options);
    const shown = thinLine(series.values, series.flags, options.maxPoints ?? 4000);
    const dated = report.date !== null;
    return makeFigure(
      [...bandTraces(series, shown), valueTrace(series, shown), anomalyTrace(series, dated)],
      {
        title: { text: `${seriesTitle(series)}: ${count(series.incidents.length, "anomaly", "anomalies")}` },
        xaxis: { type: dated ? "date" : "linear", ...(dated ? {} : { title: { text: "record" } }) },
        yaxis: { title: { text: series.kpi } },
        hovermode: "closest",
      },
      describe(series, dated),
      options,
    );
  },
});

const count = (n: number, one: string, many: string): string =>
  n === 0 ? `no ${many}` : `${n} ${n === 1 ? one : many}`;

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
    line: { color: palette.line, width: 1.5 },
  };
}

function bandTraces(series: SeriesReport, shown: Uint32Array): Trace[] {
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
      name: "usual range",
      fill: "tonexty",
      fillcolor: palette.band,
    });
  }
  if (shown.some((index) => !Number.isNaN(series.expected[index]))) {
    traces.push({
      type: "scatter",
      mode: "lines",
      name: "expected",
      ...through(series, shown, series.expected),
      line: { color: palette.expected, width: 1, dash: "dash" },
    });
  }
  return traces;
}

function anomalyTrace(series: SeriesReport, dated: boolean): ScatterTrace {
  const flagged = Uint32Array.from(series.flags.keys()).filter((index) => series.flags[index] === 1);
  return {
    type: "scatter",
    mode: "markers",
    name: "anomaly",
    ...through(series, flagged, series.values),
    text: Array.from(flagged, (index) => hover(series, index, dated)),
    hovertemplate: "%{text}<extra></extra>",
    customdata: Array.from(flagged, (index) => series.records[index]),
    marker: { color: palette.anomaly, size: 8, symbol: "circle" },
  };
}

function hover(series: SeriesReport, index: number, dated: boolean): string {
  const said = series.detections.filter(({ flags }) => flags[index] === 1).map(({ title }) => title);
  return [`<b>${moment(series, index, dated)}</b>`, `${series.kpi} ${number(series.values[index])}`, said.join(", ")]
    .filter((line) => line !== "")
    .join("<br>");
}

function moment(series: SeriesReport, index: number, dated: boolean): string {
  return dated
    ? new Date(series.time[index]).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "")
    : `record ${series.records[index] + 1}`;
}

function describe(series: SeriesReport, dated: boolean): string {
  const worst = [...series.incidents]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 3)
    .map(
      (incident) =>
        `${moment(series, incident.peak, dated)} (${Number.isNaN(incident.actual) ? "no value" : number(incident.actual)})`,
    );
  const span =
    series.time.length > 0
      ? ` from ${moment(series, 0, dated)} to ${moment(series, series.time.length - 1, dated)}`
      : "";
  return `${seriesTitle(series)}, ${series.time.length} points${span}: ${count(series.incidents.length, "anomaly", "anomalies")}${worst.length > 0 ? `, worst first: ${worst.join("; ")}` : ""}.`;
}
