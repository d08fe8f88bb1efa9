import { plotWords } from "../../words/plots.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { Profile } from "../../profile/profile.js";
import {
  definePlot,
  known,
  namedEntries,
  rowAxes,
  rowAxis,
  rowHeading,
  seriesTitle,
  unitTitle,
  type Plot,
} from "../plot.js";

/** One KPI taken apart into trend, season and what is left. */
export const decomposition: Plot<Profile> = definePlot<Profile>({
  title: "Decomposition",
  summary: "How much of the KPI is trend, how much season, and where does the rest stand out?",
  translations: {
    de: { title: "Zerlegung", summary: "Wie viel der Kennzahl ist Trend, wie viel Saison, und wo fällt der Rest auf?" },
  },
  input: "profile",
  draw(profile, options = {}) {
    const [kpi] = namedEntries(profile.kpis, options);
    const { time, values, trend, seasonal, remainder, dated } = kpi.course;
    const { labels, told } = plotWords(options.language);
    const parts = [
      { name: labels.values, part: values },
      { name: labels.trend, part: trend },
      { name: told("seasonPart", { labels: kpi.seasons.map(({ label }) => label) }), part: seasonal },
      { name: labels.remainder, part: remainder },
    ];
    return makeFigure(
      parts.map(
        ({ name, part }, row) =>
          ({
            type: "scatter",
            mode: "lines",
            name,
            yaxis: rowAxis(row),
            x: Array.from(time),
            y: Array.from(part, known),
            line: { width: 1.2, color: palette.line },
          }) as const,
      ),
      {
        title: { text: told("decomposition", { series: seriesTitle(kpi) }) },
        height: 520,
        showlegend: false,
        xaxis: { type: dated ? "date" : "linear", anchor: rowAxis(parts.length - 1) },
        ...Object.fromEntries(
          Object.entries(rowAxes(parts.length)).map(([name, axis]) => [name, { ...axis, ...unitTitle(kpi) }]),
        ),
        annotations: parts.map(({ name }, row) => rowHeading(name, row)),
      },
      told("decompositionTold", { series: seriesTitle(kpi), trend: kpi.trend, seasons: kpi.seasons }),
      options,
    );
  },
});
