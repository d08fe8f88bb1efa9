import { plotWords } from "../../words/plots.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { Profile } from "../../profile/profile.js";
import { speechOf } from "../../words/speech.js";
import { axisTitle, definePlot, known, namedEntries, seriesTitle, type Plot } from "../plot.js";
import { insightCaptions } from "./insight-captions.js";

/** Years beyond these are drawn in grey. */
const COLOURED = 3;
const MOST_YEARS = 12;

/** The years of one KPI laid over each other, the latest in front. */
export const yearOverYear: Plot<Profile> = definePlot<Profile>({
  title: "Year over year",
  summary: "How does this year run beside the years before?",
  translations: { de: { title: "Jahr neben Jahr", summary: "Wie verläuft dieses Jahr neben den Jahren davor?" } },
  input: "profile",
  draw(profile, options = {}) {
    const [kpi] = namedEntries(profile.kpis, options);
    const years = (kpi.years?.years ?? []).slice(-MOST_YEARS);
    const by = kpi.years?.by ?? "week";
    const { told } = plotWords(options.language);
    const { calendar } = speechOf(options.language).words;
    return makeFigure(
      years.map(({ year, means }, index) => {
        const age = years.length - 1 - index;
        return {
          type: "scatter",
          mode: "lines",
          name: String(year),
          x: Array.from(means.keys()),
          y: Array.from(means, known),
          line: {
            width: age === 0 ? 2.6 : age < COLOURED ? 1.4 : 0.9,
            color: age === 0 ? palette.line : age < COLOURED ? palette.series[age] : palette.band,
          },
          showlegend: age < COLOURED,
        };
      }),
      {
        title: {
          text: told("yearOverYear", { series: seriesTitle(kpi), by: years.length === 0 ? null : by }),
        },
        height: 380,
        xaxis: {
          tickvals: Array.from({ length: 12 }, (_, month) => (by === "month" ? month : (month * 365.25) / 12 / 7)),
          ticktext: Array.from({ length: 12 }, (_, month) => calendar.place("month", month)),
        },
        yaxis: { title: { text: axisTitle(kpi) }, ...(kpi.logScale ? { type: "log" as const } : {}) },
      },
      insightCaptions(profile, "years", [kpi], options, "noYears"),
      options,
    );
  },
});
