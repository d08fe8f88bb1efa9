import { plotWords } from "../../words/plots.js";
import { makeFigure } from "../../display/make-figure.js";
import { divergingScale } from "../../display/palette.js";
import type { Profile } from "../../profile/profile.js";
import { insightsOf } from "../../words/analyses/insights.js";
import { definePlot, namedEntries, type Plot } from "../plot.js";

/** How closely each two KPIs move together at the same moment. */
export const correlationMatrix: Plot<Profile> = definePlot<Profile>({
  title: "Correlation",
  summary: "Which KPIs say the same, and which have a life of their own?",
  translations: {
    de: { title: "Korrelation", summary: "Welche Kennzahlen sagen dasselbe, und welche führen ein eigenes Leben?" },
  },
  input: "profile",
  draw(profile, options = {}) {
    namedEntries(profile.kpis, options);
    const { told } = plotWords(options.language);
    const chosen = options.kpi === undefined ? undefined : [options.kpi];
    const names = [...new Set(profile.correlations.flatMap(({ first, second }) => [first, second]))];
    names.sort((a, b) => place(profile, a) - place(profile, b));
    const z = names.map((row) => names.map((column) => valueOf(profile, row, column)));
    return makeFigure(
      names.length === 0
        ? []
        : [
            {
              type: "heatmap",
              x: names,
              y: names,
              z,
              text: z.map((row) => row.map((value) => value?.toFixed(2) ?? "")),
              texttemplate: "%{text}",
              zmin: -1,
              zmax: 1,
              colorscale: divergingScale,
              showscale: false,
              xgap: 2,
              ygap: 2,
            },
          ],
      {
        title: { text: told("correlationMatrix", { kpis: names.length }) },
        height: 110 + 46 * Math.max(2, names.length),
        xaxis: { type: "category", showgrid: false },
        yaxis: { type: "category", autorange: "reversed", showgrid: false },
      },
      [
        ...(chosen ?? []).map((name) => told("correlationsOf", { kpi: name })),
        ...(names.length === 0 ? [told("onlyKpi", { kpi: namedEntries(profile.kpis, options)[0].kpi })] : []),
        ...insightsOf(profile, { kind: "correlation" }, options.language).map(({ text }) => text),
      ].join(" "),
      options,
    );
  },
});

/** Order of the KPIs in the file. */
function place({ kpis }: Profile, name: string): number {
  return kpis.findIndex(({ kpi }) => kpi === name);
}

function valueOf({ correlations }: Profile, row: string, column: string): number | null {
  if (row === column) return 1;
  const same = correlations.find(
    ({ first, second }) => (first === row && second === column) || (first === column && second === row),
  )?.same;
  return same === undefined || Number.isNaN(same) ? null : Number(same.toFixed(4));
}
