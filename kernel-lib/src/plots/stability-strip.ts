import { speechOf } from "../words/speech.js";
import { stabilityText } from "../words/analyses/stability.js";
import type { Trace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette, sequentialScale } from "../display/palette.js";
import { refitKinds, type RefitKindId } from "../evaluate/stability/refit-kinds.js";
import type { SeriesStability } from "../evaluate/stability/series-stability.js";
import type { Stability } from "../evaluate/stability/stability.js";
import { definePlot, known, namedEntries, namedSeries, seriesTitle, type Plot } from "./plot.js";

/** How sure each anomaly is, along the KPI, and how steady each detector is under each kind of refit. */
export const stabilityStrip: Plot<Stability> = definePlot<Stability>({
  title: "Stability",
  summary: "Which anomalies would still be found had things come out a little differently?",
  input: "stability",
  draw(result, options = {}) {
    const [series] = namedEntries(result.series, options);
    const { time } = namedSeries(result.report, series);
    const kinds = Object.keys(result.refits) as RefitKindId[];
    const rows = [...series.detectors, { title: "decision", ...series.decision }];
    const cells = rows.map(({ byKind }) => kinds.map((kind) => byKind[kind] ?? NaN));
    return makeFigure(
      [
        ...strip(series, time),
        {
          type: "heatmap",
          xaxis: "x2",
          yaxis: "y2",
          x: kinds.map((kind) => refitKinds[kind].title),
          y: rows.map(({ title }) => title),
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
          text: `${seriesTitle(series)}: share of refits that flag each point; overlap of each detector's flags`,
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
      `${stabilityText(result)}${sure(series)}`,
      options,
    );
  },
});

function strip({ share, anomalies }: SeriesStability, time: Float64Array): Trace[] {
  const flagged = Array.from(share.keys()).filter((point) => share[point] > 0);
  const stems = flagged.flatMap((point) => [0, share[point], null]);
  const places = flagged.flatMap((point) => [time[point], time[point], null]);
  return [
    {
      type: "scatter",
      mode: "lines",
      name: "share of refits",
      x: places,
      y: stems,
      line: { color: palette.muted, width: 1.5 },
      hoverinfo: "skip",
    },
    {
      type: "scatter",
      mode: "markers",
      name: "anomaly of the run under test",
      x: anomalies.map(({ peak }) => time[peak]),
      y: anomalies.map(({ confidence }) => known(confidence)),
      marker: { color: palette.anomaly, size: 7 },
    },
  ];
}

function sure({ anomalies }: SeriesStability): string {
  const ranked = anomalies.filter(({ confidence }) => !Number.isNaN(confidence));
  return ranked.length === 0
    ? ""
    : ` The worst anomaly is found by ${speechOf().write.wholePercent(ranked[0].confidence)} of the refits.`;
}
