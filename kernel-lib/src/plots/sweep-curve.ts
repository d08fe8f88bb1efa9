import { sweepText } from "../words/sweep.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import type { Sweep } from "../evaluate/sweep.js";
import { definePlot, known, rowHeading, type Plot } from "./plot.js";

/** How many points a detector flags, and how alike its flags remain, as one option changes. */
export const sweepCurve: Plot<Sweep> = definePlot<Sweep>({
  title: "Sweep of an option",
  summary: "Does the result hang on the exact value of an option, or is there a plateau?",
  input: "sweep",
  // eslint-disable-next-line max-lines-per-function -- one idea; to be taken apart
  draw(sweep, options = {}) {
    const x = sweep.points.map(({ value }) => value);
    const line = { color: palette.line, width: 2 };
    return makeFigure(
      [
        {
          type: "scatter",
          mode: "lines+markers",
          name: "flagged points",
          x,
          y: sweep.points.map(({ flagged }) => flagged),
          line,
          marker: { color: palette.line, size: 7 },
        },
        {
          type: "scatter",
          mode: "lines+markers",
          name: "overlap with the current value",
          yaxis: "y2",
          x,
          y: sweep.points.map(({ overlap }) => known(overlap)),
          line,
          marker: { color: palette.line, size: 7 },
        },
      ],
      {
        title: { text: `${sweep.kpi}: ${sweep.title} as ${sweep.option} changes` },
        height: 420,
        showlegend: false,
        xaxis: { title: { text: sweep.option }, anchor: "y2" },
        yaxis: { domain: [0.56, 1], anchor: "x" },
        yaxis2: { domain: [0, 0.42], anchor: "x", range: [0, 1.05] },
        annotations: [
          rowHeading("flagged points", 0),
          rowHeading("overlap (Jaccard) with the flags at the current value", 1),
        ],
        shapes: [
          ...(sweep.plateau
            ? [
                {
                  type: "rect",
                  xref: "x",
                  yref: "paper",
                  x0: sweep.plateau[0],
                  x1: sweep.plateau[1],
                  y0: 0,
                  y1: 1,
                  fillcolor: palette.band,
                  line: { width: 0 },
                  layer: "below",
                } as const,
              ]
            : []),
          {
            type: "line",
            xref: "x",
            yref: "paper",
            x0: sweep.current,
            x1: sweep.current,
            y0: 0,
            y1: 1,
            line: { color: palette.warning, width: 1.5, dash: "dash" },
          } as const,
        ],
      },
      sweepText(sweep),
      options,
    );
  },
});
