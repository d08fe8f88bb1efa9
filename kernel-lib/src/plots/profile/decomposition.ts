import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { Profile } from "../../profile/profile.js";
import { definePlot, known, namedEntries, rowAxes, rowAxis, rowHeading, seriesTitle, type Plot } from "../plot.js";

/** One KPI taken apart into trend, season and what is left. */
export const decomposition: Plot<Profile> = definePlot<Profile>({
  title: "Decomposition",
  summary: "How much of the KPI is trend, how much season, and where does the rest stand out?",
  input: "profile",
  draw(profile, options = {}) {
    const [kpi] = namedEntries(profile.kpis, options);
    const { time, values, trend, seasonal, remainder, dated } = kpi.course;
    const parts = [
      { name: "values", part: values },
      { name: "trend", part: trend },
      {
        name:
          kpi.seasons.length === 0
            ? "season (none found)"
            : `season (${kpi.seasons.map(({ label }) => label).join(" and ")})`,
        part: seasonal,
      },
      { name: "remainder", part: remainder },
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
        title: { text: `${seriesTitle(kpi)} taken apart` },
        height: 520,
        showlegend: false,
        xaxis: { type: dated ? "date" : "linear", anchor: rowAxis(parts.length - 1) },
        ...rowAxes(parts.length),
        annotations: parts.map(({ name }, row) => rowHeading(name, row)),
      },
      `${seriesTitle(kpi)} as the sum of its trend (${kpi.trend.direction === "none" ? "none to speak of" : `${kpi.trend.direction} by ${known(Math.abs(kpi.trend.change))}`}), its seasons (${kpi.seasons.length === 0 ? "none" : kpi.seasons.map(({ label, strength }) => `${label}, strength ${strength.toFixed(2)}`).join("; ")}) and a remainder.`,
      options,
    );
  },
});
