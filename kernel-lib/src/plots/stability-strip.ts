import { plotWords, type FigureWords } from "../words/plots.js";
import { speechOf } from "../words/speech.js";
import { stabilityText } from "../words/analyses/stability.js";
import type { Trace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette, sequentialScale } from "../display/palette.js";
import type { RefitKindId } from "../evaluate/stability/refit-kinds.js";
import type { SeriesStability } from "../evaluate/stability/series-stability.js";
import type { Stability } from "../evaluate/stability/stability.js";
import { definePlot, known, namedEntries, namedSeries, seriesTitle, type Plot } from "./plot.js";

/** How sure each anomaly is, along the KPI, and how steady each detector is under each kind of refit. */
export const stabilityStrip: Plot<Stability> = definePlot<Stability>({
  title: "Stability",
  summary: "Which anomalies would still be found had things come out a little differently?",
  translations: {
    de: { title: "Stabilität", summary: "Welche Anomalien würden auch gefunden, wenn es etwas anders gekommen wäre?" },
  },
  input: "stability",
  draw(result, options = {}) {
    const [series] = namedEntries(result.series, options);
    const { time } = namedSeries(result.report, series);
    const { labels, name, told } = plotWords(options.language);
    const kindNames = speechOf(options.language).words.evaluations.stability.kinds;
    const kinds = Object.keys(result.refits) as RefitKindId[];
    const rows = [...series.detectors, { title: labels.decision, ...series.decision }];
    const cells = rows.map(({ byKind }) => kinds.map((kind) => byKind[kind] ?? NaN));
    return makeFigure(
      [
        ...strip(series, time, labels),
        {
          type: "heatmap",
          xaxis: "x2",
          yaxis: "y2",
          x: kinds.map((kind) => kindNames[kind]),
          y: rows.map(({ title }) => name(title)),
          z: cells.map((row) => row.map(known)),
          text: cells.map((row) => row.map((value) => (Number.isNaN(value) ? "" : value.toFixed(2)))),
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
        title: {
          text: told("stability", { series: seriesTitle(series) }),
        },
        height: 330 + 32 * rows.length,
        showlegend: false,
        xaxis: {
          type: result.report.date ? "date" : "linear",
          anchor: "y",
          ...(time.length > 1 ? { range: [time[0], time[time.length - 1]] } : {}),
        },
        yaxis: { domain: [0.62, 1], range: [0, 1.05], tickformat: ".0%", anchor: "x" },
        xaxis2: { type: "category", anchor: "y2", showgrid: false },
        yaxis2: {
          type: "category",
          domain: [0, 0.48],
          anchor: "x2",
          autorange: "reversed",
          showgrid: false,
          automargin: true,
        },
      },
      `${stabilityText(result, options.language)}${sure(series, told)}`,
      options,
    );
  },
});

function strip({ share, anomalies }: SeriesStability, time: Float64Array, labels: FigureWords["labels"]): Trace[] {
  const flagged = Array.from(share.keys()).filter((point) => share[point] > 0);
  const stems = flagged.flatMap((point) => [0, share[point], null]);
  const places = flagged.flatMap((point) => [time[point], time[point], null]);
  return [
    {
      type: "scatter",
      mode: "lines",
      name: labels.refitShare,
      x: places,
      y: stems,
      line: { color: palette.muted, width: 1.5 },
      hoverinfo: "skip",
    },
    {
      type: "scatter",
      mode: "markers",
      name: labels.testedAnomaly,
      x: anomalies.map(({ peak }) => time[peak]),
      y: anomalies.map(({ confidence }) => known(confidence)),
      marker: { color: palette.anomaly, size: 7 },
    },
  ];
}

function sure({ anomalies }: SeriesStability, told: FigureWords["told"]): string {
  const ranked = anomalies.filter(({ confidence }) => !Number.isNaN(confidence));
  return ranked.length === 0 ? "" : ` ${told("surest", { share: ranked[0].confidence })}`;
}
