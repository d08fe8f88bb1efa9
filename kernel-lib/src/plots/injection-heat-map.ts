import { plotWords } from "../words/plots.js";
import { makeFigure } from "../display/make-figure.js";
import { sequentialScale } from "../display/palette.js";
import type { Injection, Recall } from "../evaluate/injection/inject.js";
import { injectionText, planName } from "../words/analyses/injection.js";
import { DECISION } from "../evaluate/injection/injection-kinds.js";
import { definePlot, seriesTitle, type Plot } from "./plot.js";

/** Which share of the planted anomalies each detector catches, by kind and size. */
export const injectionHeatMap: Plot<Injection> = definePlot<Injection>({
  title: "What would be caught",
  summary: "Which kinds and sizes of anomalies would each detector catch in this file?",
  translations: {
    de: {
      title: "Was gefunden würde",
      summary: "Welche Arten und Größen von Anomalien fände jeder Detektor in dieser Datei?",
    },
  },
  input: "injection",
  draw(injection, options = {}) {
    const { labels, name, told } = plotWords(options.language);
    const columns = [...injection.detectors, { id: DECISION, title: labels.decision }];
    const plans = [...new Set(injection.recalls.map((recall) => planName(recall)))];
    const cells = plans.map((plan) =>
      columns.map(({ id }) => injection.recalls.find((recall) => recall.detector === id && planName(recall) === plan)),
    );
    return makeFigure(
      [
        {
          type: "heatmap",
          x: columns.map(({ title }) => name(title)),
          y: plans,
          z: cells.map((row) => row.map((recall) => (recall ? share(recall) : null))),
          text: cells.map((row) => row.map((recall) => (recall ? `${recall.caught}/${recall.planted}` : ""))),
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
          text: told("injection", { series: seriesTitle(injection) }),
        },
        height: 110 + 26 * Math.max(3, plans.length),
        xaxis: { type: "category", showgrid: false },
        yaxis: { type: "category", autorange: "reversed", showgrid: false, automargin: true },
      },
      injectionText(injection, options.language),
      options,
    );
  },
});

function share({ caught, planted }: Recall): number {
  return caught / planted;
}
