import { plotWords, type FigureWords } from "../words/plots.js";
import type { Annotation, Axis, ScatterTrace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { thinLine } from "../numeric/thin-line.js";
import { rankSeries } from "../decide/across-series/series-ranking.js";
import type { Report, SeriesReport } from "../report.js";
import { axisTitle, definePlot, known, namedEntries, seriesTitle, type Plot, type PlotOptions } from "./plot.js";

/** What small multiples can be told besides the usual. */
export interface SmallMultiplesOptions extends PlotOptions {
  /** Most series drawn, those in most trouble first; 50 when left out. */
  readonly panels?: number;
  /** Panels side by side; chosen by their number when left out. */
  readonly columns?: number;
}

/** Every series as a small chart of its own, with its anomalies: the same stretch of time, each on its own scale. */
export const smallMultiples: Plot<Report, SmallMultiplesOptions> = definePlot<Report, SmallMultiplesOptions>({
  title: "Small multiples",
  summary: "What does each KPI look like, and which of them share a shape?",
  translations: {
    de: { title: "Alle Kennzahlen klein", summary: "Wie sieht jede Kennzahl aus, und welche haben dieselbe Form?" },
  },
  input: "report",
  draw(report, options = {}) {
    const all = namedEntries(report.series, options);
    const shown = rankSeries(all)
      .slice(0, options.panels ?? 50)
      .map(({ index }) => all[index]);
    const { labels, told } = plotWords(options.language);
    const grid = gridOf(shown.length, options.columns);
    const most = Math.max(60, Math.floor((options.maxPoints ?? 6000) / Math.max(1, shown.length)));
    return makeFigure(
      shown.flatMap((series, panel) => tracesOf(series, panel, most, labels)),
      {
        title: {
          text: told("smallMultiples", { shown: shown.length, of: all.length }),
        },
        height: 70 + 96 * grid.rows,
        showlegend: false,
        margin: { l: 12, r: 12, t: 44, b: 30 },
        ...axesOf(shown, grid, report.date !== null),
        annotations: shown.map(heading),
      },
      told("smallMultiplesTold", {
        shown: shown.length,
        of: all.length,
        each: shown.map((series) => ({ series: seriesTitle(series), incidents: series.incidents.length })),
      }),
      options,
    );
  },
});

interface Grid {
  readonly rows: number;
  readonly columns: number;
}

function gridOf(panels: number, wanted: number | undefined): Grid {
  const columns = Math.max(
    1,
    Math.min(panels, wanted ?? (panels <= 3 ? 1 : panels <= 8 ? 2 : panels <= 18 ? 3 : panels <= 32 ? 4 : 5)),
  );
  return { columns, rows: Math.max(1, Math.ceil(panels / columns)) };
}

const axisNumber = (panel: number): string => (panel === 0 ? "" : String(panel + 1));

function tracesOf(series: SeriesReport, panel: number, most: number, labels: FigureWords["labels"]): ScatterTrace[] {
  const axes = { xaxis: `x${axisNumber(panel)}`, yaxis: `y${axisNumber(panel)}` };
  const shown = thinLine(series.values, series.flags, most);
  const flagged = Uint32Array.from(series.flags.keys()).filter((index) => series.flags[index] === 1);
  const at = (indexes: Uint32Array): Pick<ScatterTrace, "x" | "y" | "customdata"> => ({
    x: Array.from(indexes, (index) => series.time[index]),
    y: Array.from(indexes, (index) => known(series.values[index])),
    customdata: Array.from(indexes, (index) => series.records[index]),
  });
  const title = seriesTitle(series);
  const line: ScatterTrace = {
    type: "scatter",
    mode: "lines",
    name: title,
    ...axes,
    ...at(shown),
    line: { color: palette.actual, width: 1 },
  };
  return flagged.length === 0
    ? [line]
    : [
        line,
        {
          type: "scatter",
          mode: "markers",
          name: `${title}, ${labels.anomaly}`,
          ...axes,
          ...at(flagged),
          marker: { color: palette.anomaly, size: 5 },
        },
      ];
}

function axesOf(
  shown: readonly SeriesReport[],
  { rows, columns }: Grid,
  dated: boolean,
): Record<`xaxis${string}` | `yaxis${string}`, Axis> {
  const filled = shown.filter(({ time }) => time.length > 0);
  const range =
    filled.length > 0
      ? ([
          Math.min(...filled.map(({ time }) => time[0])),
          Math.max(...filled.map(({ time }) => time[time.length - 1])),
        ] as const)
      : undefined;
  const entries = shown.flatMap((_, panel): [string, Axis][] => {
    const [row, column] = [Math.floor(panel / columns), panel % columns];
    const bottom = panel + columns >= shown.length;
    const x: Axis = {
      type: dated ? "date" : "linear",
      domain: [(column + 0.03) / columns, (column + 0.97) / columns],
      anchor: `y${axisNumber(panel)}`,
      showgrid: false,
      showticklabels: bottom && columns < 4,
      ...(range && range[0] < range[1] ? { range } : {}),
    };
    const y: Axis = {
      domain: [1 - (row + 0.88) / rows, 1 - (row + 0.2) / rows],
      anchor: `x${axisNumber(panel)}`,
      showgrid: false,
      showticklabels: false,
      zeroline: false,
    };
    return [
      [`xaxis${axisNumber(panel)}`, x],
      [`yaxis${axisNumber(panel)}`, y],
    ];
  });
  return Object.fromEntries(entries);
}

const LONGEST_NAME = 26;

function heading(series: SeriesReport, panel: number): Annotation {
  const whole = seriesTitle(series);
  const name = whole.length > LONGEST_NAME ? `${whole.slice(0, LONGEST_NAME - 1)}…` : whole;
  const worst = Math.max(0, ...series.incidents.map(({ severity }) => severity));
  const text = `${axisTitle({ kpi: name, unit: series.unit })}${worst > 0 ? ` · ${worst}` : ""}`;
  return {
    text,
    xref: `x${axisNumber(panel)} domain`,
    yref: `y${axisNumber(panel)} domain`,
    x: 0,
    y: 1,
    xanchor: "left",
    yanchor: "bottom",
    showarrow: false,
    font: { size: 10 },
  };
}
