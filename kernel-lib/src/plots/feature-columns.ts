import { plotWords } from "../words/plots.js";
import type { Sample } from "../detectors/detector.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { thinLine } from "../numeric/thin-line.js";
import { definePlot, known, rowAxes, rowAxis, rowHeading, type Plot } from "./plot.js";

const MOST_ROWS = 14;

/** The columns of the feature matrix through time, one below the other. */
export const featureColumns: Plot<Sample> = definePlot<Sample>({
  title: "Features",
  summary: "What do the detectors see besides the value itself?",
  translations: { de: { title: "Merkmale", summary: "Was sehen die Detektoren außer dem Wert selbst?" } },
  input: "sample",
  draw({ series, features }, options = {}) {
    const names = features.names.slice(0, MOST_ROWS);
    const width = features.names.length;
    const { told } = plotWords(options.language);
    const columns = names.map((_, column) =>
      Float64Array.from(features.points, (_unused, row) => features.values[row * width + column]),
    );
    return makeFigure(
      columns.map((values, row) => {
        const shown = thinLine(values, new Uint8Array(values.length), 900);
        return {
          type: "scatter",
          mode: "lines",
          name: names[row],
          yaxis: rowAxis(row),
          x: Array.from(shown, (index) => series.time[features.points[index]]),
          y: Array.from(shown, (index) => known(values[index])),
          line: { width: 1.1, color: palette.line },
        } as const;
      }),
      {
        title: { text: told("features", { kpi: series.kpi, shown: names.length, of: width }) },
        height: 90 + 72 * Math.max(1, names.length),
        showlegend: false,
        xaxis: { type: series.dated ? "date" : "linear", anchor: rowAxis(Math.max(0, names.length - 1)) },
        ...rowAxes(names.length),
        annotations: names.map((name, row) => rowHeading(name, row)),
      },
      told("featuresTold", {
        kpi: series.kpi,
        names: features.names,
        without: series.values.length - features.points.length,
        points: series.values.length,
      }),
      options,
    );
  },
});
