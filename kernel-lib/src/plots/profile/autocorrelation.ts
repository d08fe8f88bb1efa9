import { plotWords, type FigureWords } from "../../words/plots.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import { chanceBand } from "../../profile/analyses/partial-autocorrelation.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import { definePlot, known, namedEntries, rowAxes, rowAxis, rowHeading, seriesTitle, type Plot } from "../plot.js";

const MOST_ROWS = 6;

/** How much each KPI resembles itself a number of points earlier, with the band that chance alone would fill. */
export const autocorrelation: Plot<Profile> = definePlot<Profile>({
  title: "Autocorrelation",
  summary: "How long does a KPI remember, and after how many points does it repeat itself?",
  translations: {
    de: {
      title: "Autokorrelation",
      summary: "Wie lange wirkt ein Wert nach, und nach wie vielen Werten wiederholt sich die Kennzahl?",
    },
  },
  input: "profile",
  draw(profile, options = {}) {
    const kpis = namedEntries(profile.kpis, options).slice(0, MOST_ROWS);
    const words = plotWords(options.language);
    return makeFigure(
      kpis.map(
        ({ autocorrelation: values }, row) =>
          ({
            type: "bar",
            yaxis: rowAxis(row),
            x: Array.from(values.keys()).slice(1),
            y: Array.from(values.subarray(1), known),
            marker: { color: palette.line },
          }) as const,
      ),
      {
        title: { text: words.labels.correlationApart },
        height: 100 + 120 * kpis.length,
        showlegend: false,
        bargap: 0.3,
        xaxis: { title: { text: words.labels.pointsApart }, anchor: rowAxis(kpis.length - 1), showgrid: false },
        ...rowAxes(kpis.length),
        annotations: kpis.map((kpi, row) => rowHeading(seriesTitle(kpi), row)),
        shapes: kpis.map(
          (kpi, row) =>
            ({
              type: "rect",
              xref: "x domain",
              yref: rowAxis(row),
              x0: 0,
              x1: 1,
              y0: -chance(kpi),
              y1: chance(kpi),
              fillcolor: palette.band,
              line: { width: 0 },
              layer: "below",
            }) as const,
        ),
      },
      kpis.map((kpi) => describe(kpi, words)).join(" "),
      options,
    );
  },
});

function chance({ points, missing }: KpiProfile): number {
  return chanceBand(points - missing);
}

function describe(kpi: KpiProfile, { told }: FigureWords): string {
  const values = kpi.autocorrelation;
  let peak = 0;
  for (let lag = 2; lag < values.length - 1; lag++)
    if (values[lag] > values[lag - 1] && values[lag] >= values[lag + 1] && (peak === 0 || values[lag] > values[peak]))
      peak = lag;
  return told("autocorrelationTold", {
    series: seriesTitle(kpi),
    next: values.length > 1 && !Number.isNaN(values[1]) ? values[1] : null,
    peak: peak > 0 ? { points: peak, value: values[peak] } : null,
  });
}
