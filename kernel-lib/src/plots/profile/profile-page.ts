import { plotWords, type FigureWords } from "../../words/plots.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import { profileSummary } from "../../words/analyses/profile.js";
import { definePlot, known, namedEntries, rowAxis, seriesTitle, type Plot } from "../plot.js";
import { kpiRows } from "./kpi-rows.js";

const MOST_ROWS = 10;

/** Every KPI through time, one below the other. */
export const profilePage: Plot<Profile> = definePlot<Profile>({
  title: "All KPIs",
  summary: "What do the KPIs of this file look like, and do they move together?",
  translations: {
    de: {
      title: "Alle Kennzahlen",
      summary: "Wie sehen die Kennzahlen dieser Datei aus, und bewegen sie sich gemeinsam?",
    },
  },
  input: "profile",
  draw(profile, options = {}) {
    const kpis = namedEntries(profile.kpis, options).slice(0, MOST_ROWS);
    const words = plotWords(options.language);
    return makeFigure(
      kpis.map(
        ({ kpi, course }, row) =>
          ({
            type: "scatter",
            mode: "lines",
            name: kpi,
            yaxis: rowAxis(row),
            x: Array.from(course.time),
            y: Array.from(course.values, known),
            line: { width: 1.2, color: palette.line },
          }) as const,
      ),
      {
        title: {
          text: words.told("profilePage", {
            file: profile.source.file,
            shown: kpis.length,
            of: profile.kpis.length,
          }),
        },
        height: 90 + 110 * kpis.length,
        ...kpiRows(kpis, (kpi) => words.told("scaled", { series: seriesTitle(kpi), logScale: kpi.logScale }), "own"),
      },
      [...profileSummary(profile, options.language), ...kpis.map((kpi) => describe(kpi, words))].join(" "),
      options,
    );
  },
});

function describe(kpi: KpiProfile, { told }: FigureWords): string {
  const { spark, min, max, logScale } = kpi;
  return told("sparkTold", { series: seriesTitle(kpi), spark, min, max, logScale });
}
