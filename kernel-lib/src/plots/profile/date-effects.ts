import { plotWords } from "../../words/plots.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { Profile } from "../../profile/profile.js";
import { speechOf } from "../../words/speech.js";
import { definePlot, known, namedEntries, seriesTitle, type Plot } from "../plot.js";
import { insightCaptions } from "./insight-captions.js";

const MOST_DATES = 20;

/** The dates on which one KPI differs each year, as the model of what is normal has learnt them from the values. */
export const dateEffects: Plot<Profile> = definePlot<Profile>({
  title: "Holidays and dates that return",
  summary: "On which dates does the KPI differ each year, and by how much?",
  translations: {
    de: {
      title: "Feiertage und wiederkehrende Tage",
      summary: "An welchen Tagen weicht die Kennzahl jedes Jahr ab, und um wie viel?",
    },
  },
  input: "profile",
  draw(profile, options = {}) {
    const [kpi] = namedEntries(profile.kpis, options);
    const { labels, told } = plotWords(options.language);
    const { calendar } = speechOf(options.language).words;
    const dates = [...(kpi.normal?.dates ?? [])]
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
      .slice(0, MOST_DATES);
    return makeFigure(
      [
        {
          type: "bar",
          orientation: "h",
          x: dates.map(({ effect }) => known(effect)),
          y: dates.map((date) => calendar.date(date)),
          marker: { color: palette.line },
        },
      ],
      {
        title: {
          text: told("dateEffects", { series: seriesTitle(kpi), dates: dates.length }),
        },
        height: 110 + 26 * Math.max(2, dates.length),
        xaxis: { title: { text: labels.usualDeviations } },
        yaxis: { type: "category", autorange: "reversed", showgrid: false },
      },
      insightCaptions(profile, "dates", [kpi], options, "noDates"),
      options,
    );
  },
});
