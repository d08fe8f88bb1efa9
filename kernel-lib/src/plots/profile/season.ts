import { speechOf } from "../../words/speech.js";
import type { Trace } from "../../display/figure.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import type { SeasonFound } from "../../profile/seasons.js";
import { definePlot, known, namedEntries, rowAxes, rowAxis, rowHeading, seriesTitle, type Plot } from "../plot.js";

const MOST_ROWS = 6;

/** What each season adds at each of its places: the usual day, the usual week, the usual year. */
export const season: Plot<Profile> = definePlot<Profile>({
  title: "Seasons",
  summary: "What does a usual day, week or year look like?",
  input: "profile",
  draw(profile, options = {}) {
    const found = namedEntries(profile.kpis, options)
      .flatMap((kpi) => kpi.seasons.map((each) => ({ kpi, each })))
      .slice(0, MOST_ROWS);
    const rows = Math.max(1, found.length);
    return makeFigure(
      found.map(({ each }, row) => line(each, row)),
      {
        title: { text: found.length === 0 ? "No season was found" : "What each season adds" },
        height: 90 + 150 * rows,
        showlegend: false,
        ...Object.fromEntries(
          found.map(({ kpi, each }, row) => [
            `xaxis${row === 0 ? "" : row + 1}`,
            {
              anchor: rowAxis(row),
              ...(each.points <= 31
                ? {
                    tickvals: Array.from(
                      { length: Math.ceil(each.points / stride(each)) },
                      (_, tick) => tick * stride(each),
                    ),
                    ticktext: placeNames(each, kpi).filter((_, place) => place % stride(each) === 0),
                  }
                : {}),
            },
          ]),
        ),
        ...Object.fromEntries(
          Object.entries(rowAxes(rows)).map(([name, axis], row) => [
            name,
            {
              ...axis,
              anchor: row === 0 ? "x" : `x${row + 1}`,
              domain: [axis.domain![0] + 0.12 / rows, axis.domain![1]],
            },
          ]),
        ),
        annotations: found.map(({ kpi, each }, row) =>
          rowHeading(
            `${seriesTitle(kpi)}: the ${each.label} explains ${speechOf().write.wholePercent(each.strength)} of the variation around the trend`,
            row,
          ),
        ),
      },
      found.length === 0
        ? "No season was found in this file."
        : found.map(({ kpi, each }) => describe(kpi, each)).join(" "),
      options,
    );
  },
});

/** Every how many places one is named. */
const stride = ({ points }: SeasonFound): number => Math.ceil(points / 12);

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Days of the week and hours of the day by name, other places by number. They count from the first point of the series. */
function placeNames({ points, label }: SeasonFound, { course }: KpiProfile): string[] {
  const first = course.time[0];
  return Array.from({ length: points }, (_, place) => {
    if (label === "week" && points === 7) return weekdays[new Date(first + place * 86_400_000).getUTCDay()];
    if (label === "day" && points === 24) return new Date(first + place * 3_600_000).toISOString().slice(11, 16);
    return String(place + 1);
  });
}

function line(each: SeasonFound, row: number): Trace {
  return {
    type: "scatter",
    mode: each.points <= 31 ? "lines+markers" : "lines",
    xaxis: row === 0 ? "x" : `x${row + 1}`,
    yaxis: rowAxis(row),
    x: Array.from(each.profile.keys()),
    y: Array.from(each.profile, known),
    line: { color: palette.line, width: 1.6 },
    marker: { color: palette.line, size: 5 },
  };
}

function describe(kpi: KpiProfile, found: SeasonFound): string {
  const { label, profile, strength } = found;
  const names = placeNames(found, kpi).map((name) =>
    /^\d+$/.test(name) ? `place ${name} of ${profile.length}` : name,
  );
  const low = profile.indexOf(Math.min(...profile));
  const high = profile.indexOf(Math.max(...profile));
  return `${seriesTitle(kpi)} repeats itself by the ${label} (strength ${strength.toFixed(2)}): lowest at ${names[low]} and highest at ${names[high]}.`;
}
