import { plotWords, type FigureWords } from "../words/plots.js";
import type { Coordinate } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { divergingScale } from "../display/palette.js";
import { rankSeries } from "../decide/across-series/series-ranking.js";
import type { Incident, Report, SeriesReport } from "../report.js";
import { definePlot, namedEntries, seriesTitle, type Plot, type PlotOptions } from "./plot.js";

/** What the swim lanes can be told besides the usual. */
export interface SwimLaneOptions extends PlotOptions {
  /** Most series drawn, those in most trouble; 50 when left out. */
  readonly lanes?: number;
  /** Stretches of time across the page; 120 when left out. */
  readonly columns?: number;
}

/** All series through time, one lane each: when was which of them not normal, and which of them together? */
export const swimLanes: Plot<Report, SwimLaneOptions> = definePlot<Report, SwimLaneOptions>({
  title: "Swim lanes",
  summary: "When was which KPI not normal, and which of them together?",
  translations: {
    de: { title: "Vorfälle aller Kennzahlen", summary: "Wann war welche Kennzahl nicht normal, und welche zugleich?" },
  },
  input: "report",
  draw(report, options = {}) {
    const all = namedEntries(report.series, options);
    const shown = rankSeries(all)
      .slice(0, options.lanes ?? 50)
      .map(({ index }) => all[index]);
    const words = plotWords(options.language);
    const edges = edgesOf(shown, options.columns ?? 120);
    const lanes = shown.map((series) => laneOf(series, edges, report.date !== null, words));
    return makeFigure(
      [
        {
          type: "heatmap",
          x: edges.slice(1).map((edge, column) => (edge + edges[column]) / 2),
          y: shown.map(laneName),
          z: lanes.map((lane) => lane.map(({ severity }) => severity)),
          text: lanes.map((lane) => lane.map(({ text }) => text)),
          hovertemplate: "%{y}<br>%{text}<extra></extra>",
          zmin: -100,
          zmax: 100,
          colorscale: divergingScale,
          showscale: false,
          ygap: 2,
        },
      ],
      {
        title: {
          text: words.told("swimLanes", { shown: shown.length, of: all.length }),
        },
        height: 110 + 18 * Math.max(4, shown.length),
        xaxis: { type: report.date === null ? "linear" : "date", showgrid: false },
        yaxis: { type: "category", autorange: "reversed", showgrid: false, automargin: true },
        hovermode: "closest",
      },
      describe(shown, all.length, words),
      options,
    );
  },
});

/** Longer names would leave no room for the lanes. */
const LONGEST_NAME = 32;

function laneName(series: SeriesReport, place: number, all: readonly SeriesReport[]): string {
  const short = (text: string): string => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text);
  const name = short(seriesTitle(series));
  const twins = all.slice(0, place).filter((other) => short(seriesTitle(other)) === name).length;
  return twins > 0 ? `${name} (${twins + 1})` : name;
}

/** Edges of equal stretches of time, ascending; no more than there are points in the longest series. */
function edgesOf(series: readonly SeriesReport[], most: number): number[] {
  const filled = series.filter(({ time }) => time.length > 0);
  if (filled.length === 0) return [0, 1];
  const first = Math.min(...filled.map(({ time }) => time[0]));
  const last = Math.max(...filled.map(({ time }) => time[time.length - 1]));
  const longest = Math.max(...filled.map(({ time }) => time.length));
  const count = Math.max(1, Math.min(most, longest));
  const step = longest > 1 ? (last - first) / (longest - 1) : 1;
  return Array.from({ length: count + 1 }, (_, k) => first - step / 2 + (k * (last - first + step)) / count);
}

interface Cell {
  /** Severity of the worst incident, negative below what is usual, 0 for none, null without a judged point. */
  readonly severity: number | null;
  readonly text: string;
}

function laneOf(series: SeriesReport, edges: readonly number[], dated: boolean, words: FigureWords): Cell[] {
  let point = 0;
  return edges.slice(1).map((edge) => {
    const start = point;
    while (point < series.time.length && series.time[point] < edge) point++;
    return cellOf(series, start, point, dated, words);
  });
}

function cellOf(series: SeriesReport, start: number, end: number, dated: boolean, words: FigureWords): Cell {
  let worst: Incident | undefined;
  let judged = false;
  for (let i = start; i < end; i++) {
    judged ||= !Number.isNaN(series.scores[i]) || !Number.isNaN(series.values[i]);
    const incident = series.incidents[series.incidentOf[i] - 1];
    if (incident && (!worst || incident.severity > worst.severity)) worst = incident;
  }
  if (!worst) return { severity: judged ? 0 : null, text: judged ? words.labels.nothing : words.labels.noValue };
  return {
    severity: worst.direction === "down" ? -worst.severity : worst.severity,
    text: words.told("laneCell", {
      moment: moment(series.time[worst.peak], dated, words),
      severity: worst.severity,
      direction: worst.direction,
    }),
  };
}

function moment(time: Coordinate, dated: boolean, { told }: FigureWords): string {
  return dated
    ? new Date(Number(time)).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "")
    : told("recordNumber", { record: Number(time) + 1 });
}

function describe(shown: readonly SeriesReport[], all: number, { told }: FigureWords): string {
  const troubled = shown.filter(({ incidents }) => incidents.length > 0);
  return told("swimLanesTold", {
    shown: shown.length,
    of: all,
    incidents: troubled.reduce((sum, series) => sum + series.incidents.length, 0),
    troubled: troubled.length,
    worst: troubled.slice(0, 5).map((series) => ({
      series: seriesTitle(series),
      incidents: series.incidents.length,
      severity: Math.max(...series.incidents.map(({ severity }) => severity)),
    })),
  });
}
