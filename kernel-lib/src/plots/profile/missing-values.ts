import { plotWords } from "../../words/plots.js";
import { makeFigure } from "../../display/make-figure.js";
import { sequentialScale } from "../../display/palette.js";
import type { Profile } from "../../profile/profile.js";
import { insightsOf } from "../../words/analyses/insights.js";
import { definePlot, known, namedEntries, type Plot } from "../plot.js";

const MOST_ROWS = 30;

/** Where in the file values are missing, KPI by KPI. */
export const missingValues: Plot<Profile> = definePlot<Profile>({
  title: "Missing values",
  summary: "Where are values missing, and in which KPIs at the same time?",
  translations: { de: { title: "Fehlende Werte", summary: "Wo fehlen Werte, und in welchen Kennzahlen zugleich?" } },
  input: "profile",
  draw(profile, options = {}) {
    const names = new Set(namedEntries(profile.kpis, options).map(({ kpi }) => kpi));
    const { starts, dated, kpis } = profile.missing;
    const shown = kpis.filter(({ kpi }) => names.has(kpi)).slice(0, MOST_ROWS);
    const { labels, told } = plotWords(options.language);
    const rows = shown.filter(({ shares }) => shares.length > 0);
    return makeFigure(
      rows.length === 0
        ? []
        : [
            {
              type: "heatmap",
              x: Array.from(starts, known),
              y: rows.map(({ kpi }) => kpi),
              z: rows.map(({ shares }) => Array.from(shares, known)),
              zmin: 0,
              zmax: 1,
              colorscale: sequentialScale,
              showscale: false,
              ygap: 2,
            },
          ],
      {
        title: { text: labels.missingShare },
        height: 110 + 26 * Math.max(2, rows.length),
        xaxis: {
          type: dated ? "date" : "linear",
          showgrid: false,
          ...(dated ? {} : { title: { text: labels.record } }),
        },
        yaxis: { type: "category", autorange: "reversed", showgrid: false },
      },
      [
        told("missingValues", { each: shown }),
        ...insightsOf(profile, { kind: "missing" }, options.language).map(({ text }) => text),
      ].join(" "),
      options,
    );
  },
});
