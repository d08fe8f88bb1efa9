import { plotWords } from "../words/plots.js";
import type { ScatterTrace, Shape } from "../display/figure.js";
import { sweepText } from "../words/analyses/sweep.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import type { Sweep } from "../evaluate/sweep/sweep.js";
import { definePlot, known, rowHeading, type Plot } from "./plot.js";

/** How many points a detector flags, and how alike its flags remain, as one option changes. */
export const sweepCurve: Plot<Sweep> = definePlot<Sweep>({
  title: "Sweep of an option",
  summary: "Does the result hang on the exact value of an option, or is there a plateau?",
  translations: {
    de: {
      title: "Werte einer Option",
      summary: "Hängt das Ergebnis am genauen Wert einer Option, oder gibt es einen Bereich, in dem es gleich bleibt?",
    },
  },
  input: "sweep",
  draw(sweep, options = {}) {
    const { labels, name, told } = plotWords(options.language);
    return makeFigure(
      [
        curve(
          sweep,
          labels.flaggedPoints,
          sweep.points.map(({ flagged }) => flagged),
        ),
        {
          ...curve(
            sweep,
            labels.overlap,
            sweep.points.map(({ overlap }) => known(overlap)),
          ),
          yaxis: "y2",
        },
      ],
      {
        title: { text: told("sweep", { kpi: sweep.kpi, detector: name(sweep.title), option: sweep.option }) },
        height: 420,
        showlegend: false,
        xaxis: { title: { text: sweep.option }, anchor: "y2" },
        yaxis: { domain: [0.56, 1], anchor: "x" },
        yaxis2: { domain: [0, 0.42], anchor: "x", range: [0, 1.05] },
        annotations: [rowHeading(labels.flaggedPoints, 0), rowHeading(labels.overlapJaccard, 1)],
        shapes: [...plateau(sweep), currentValue(sweep)],
      },
      sweepText(sweep, options.language),
      options,
    );
  },
});

function curve(sweep: Sweep, name: string, y: readonly (number | null)[]): ScatterTrace {
  return {
    type: "scatter",
    mode: "lines+markers",
    name,
    x: sweep.points.map(({ value }) => value),
    y,
    line: { color: palette.line, width: 2 },
    marker: { color: palette.line, size: 7 },
  };
}

/** The stretch of values over which the result stays the same. */
function plateau({ plateau }: Sweep): Shape[] {
  if (!plateau) return [];
  return [
    {
      type: "rect",
      xref: "x",
      yref: "paper",
      x0: plateau[0],
      x1: plateau[1],
      y0: 0,
      y1: 1,
      fillcolor: palette.band,
      line: { width: 0 },
      layer: "below",
    },
  ];
}

function currentValue({ current }: Sweep): Shape {
  return {
    type: "line",
    xref: "x",
    yref: "paper",
    x0: current,
    x1: current,
    y0: 0,
    y1: 1,
    line: { color: palette.warning, width: 1.5, dash: "dash" },
  };
}
