import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { Profile } from "../../profile/profile.js";
import { speechOf } from "../../words/speech.js";
import { definePlot, known, namedEntries, seriesTitle, type Plot } from "../plot.js";
import { saidOf } from "./said-of.js";

const MOST_DATES = 20;

/** The dates on which one KPI differs each year, as the model of what is normal has learnt them from the values. */
export const dateEffects: Plot<Profile> = definePlot<Profile>({
  title: "Holidays and dates that return",
  summary: "On which dates does the KPI differ each year, and by how much?",
  input: "profile",
  draw(profile, options = {}) {
    const [kpi] = namedEntries(profile.kpis, options);
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
          text:
            dates.length === 0
              ? `${seriesTitle(kpi)}: no date differs each year`
              : `${seriesTitle(kpi)}: usual deviations on dates that return`,
        },
        height: 110 + 26 * Math.max(2, dates.length),
        xaxis: { title: { text: "usual deviations above or below what is expected" } },
        yaxis: { type: "category", autorange: "reversed", showgrid: false },
      },
      saidOf(profile, "dates", [kpi], options, "no date was found on which it differs each year."),
      options,
    );
  },
});
