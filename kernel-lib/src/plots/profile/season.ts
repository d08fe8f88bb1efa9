import { plotWords, type FigureWords } from "../../words/plots.js";
import type { Trace } from "../../display/figure.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import type { SeasonFound } from "../../profile/season-found.js";
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

const MOST_ROWS = 6;

/** What each season adds at each of its places: the usual day, the usual week, the usual year. */
export const season: Plot<Profile> = definePlot<Profile>({
  title: "Seasons",
  summary: "What does a usual day, week or year look like?",
  translations: { de: { title: "Saison", summary: "Wie sieht ein üblicher Tag, eine Woche oder ein Jahr aus?" } },
  input: "profile",
  draw(profile, options = {}) {
    const found = namedEntries(profile.kpis, options)
      .flatMap((kpi) => kpi.seasons.map((each) => ({ kpi, each })))
      .slice(0, MOST_ROWS);
    const rows = Math.max(1, found.length);
    const words = plotWords(options.language);
    return makeFigure(
      found.map(({ each }, row) => line(each, row)),
      {
        title: { text: words.told("seasons", { found: found.length }) },
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
                    ticktext: placeNames(each, kpi, words).filter((_, place) => place % stride(each) === 0),
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
              ...(found[row] && unitTitle(found[row].kpi)),
              anchor: row === 0 ? "x" : `x${row + 1}`,
              domain: [axis.domain![0] + 0.12 / rows, axis.domain![1]],
            },
          ]),
        ),
        annotations: found.map(({ kpi, each }, row) =>
          rowHeading(
            words.told("seasonExplains", { series: seriesTitle(kpi), label: each.label, strength: each.strength }),
            row,
          ),
        ),
      },
      found.length === 0
        ? `${words.told("seasons", { found: 0 })}.`
        : found.map(({ kpi, each }) => describe(kpi, each, words)).join(" "),
      options,
    );
  },
});

/** Every how many places one is named. */
const stride = ({ points }: SeasonFound): number => Math.ceil(points / 12);

/** Days of the week and hours of the day by name, other places by number. They count from the first point of the series. */
function placeNames({ points, label }: SeasonFound, { course }: KpiProfile, { told }: FigureWords): string[] {
  const first = course.time[0];
  return Array.from({ length: points }, (_, place) => {
    if (label === "week" && points === 7)
      return told("weekday", { day: new Date(first + place * 86_400_000).getUTCDay() });
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

function describe(kpi: KpiProfile, found: SeasonFound, words: FigureWords): string {
  const { label, profile, strength } = found;
  const names = placeNames(found, kpi, words).map((name) =>
    /^\d+$/.test(name) ? words.told("seasonPlace", { place: name, of: profile.length }) : name,
  );
  const low = names[profile.indexOf(Math.min(...profile))];
  const high = names[profile.indexOf(Math.max(...profile))];
  return words.told("seasonTold", { series: seriesTitle(kpi), label, strength, low, high });
}
