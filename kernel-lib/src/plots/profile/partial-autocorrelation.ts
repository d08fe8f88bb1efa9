import { plotWords } from "../../words/plots.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import { chanceBand } from "../../profile/analyses/partial-autocorrelation.js";
import type { Profile } from "../../profile/profile.js";
import { definePlot, known, namedEntries, rowAxes, rowAxis, rowHeading, seriesTitle, type Plot } from "../plot.js";
import { insightCaptions } from "./insight-captions.js";

const MOST_ROWS = 6;

/** What each earlier point tells beyond those between, with the band that chance alone would fill. */
export const partialAutocorrelation: Plot<Profile> = definePlot<Profile>({
  title: "Partial autocorrelation",
  summary: "Which earlier points tell something of their own, beyond the points between?",
  translations: {
    de: {
      title: "Partielle Autokorrelation",
      summary: "Welche früheren Werte sagen etwas Eigenes, über die dazwischen hinaus?",
    },
  },
  input: "profile",
  draw(profile, options = {}) {
    const kpis = namedEntries(profile.kpis, options).slice(0, MOST_ROWS);
    const { labels } = plotWords(options.language);
    const values = kpis.map((kpi) => kpi.partialAutocorrelation.subarray(1));
    return makeFigure(
      values.map(
        (partial, row) =>
          ({
            type: "bar",
            yaxis: rowAxis(row),
            x: Array.from(partial.keys(), (index) => index + 1),
            y: Array.from(partial, known),
            marker: { color: palette.line },
          }) as const,
      ),
      {
        title: { text: labels.partialApart },
        height: Math.max(260, 100 + 120 * kpis.length),
        showlegend: false,
        bargap: 0.3,
        xaxis: { title: { text: labels.pointsApart }, anchor: rowAxis(kpis.length - 1), showgrid: false },
        ...rowAxes(kpis.length),
        annotations: kpis.map((kpi, row) => rowHeading(seriesTitle(kpi), row)),
        shapes: kpis.map(({ points, missing }, row) => {
          const band = chanceBand(points - missing);
          return {
            type: "rect",
            xref: "x domain",
            yref: rowAxis(row),
            x0: 0,
            x1: 1,
            y0: -band,
            y1: band,
            fillcolor: palette.band,
            line: { width: 0 },
            layer: "below",
          } as const;
        }),
      },
      insightCaptions(profile, "partial autocorrelation", kpis, options, "noPartial"),
      options,
    );
  },
});
