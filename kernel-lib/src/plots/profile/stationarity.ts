import { plotWords, type FigureWords } from "../../words/plots.js";
import type { Trace } from "../../display/figure.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import { definePlot, known, namedEntries, rowAxis, seriesTitle, type Plot } from "../plot.js";
import { kpiRows } from "./kpi-rows.js";
import { insightCaptions } from "./insight-captions.js";

const MOST_ROWS = 6;

/** Each KPI with its moving level, beside the level that it would keep to if it were stationary. */
export const stationarity: Plot<Profile> = definePlot<Profile>({
  title: "Stationarity",
  summary: "Does the KPI keep to one level, to a trend, or does it wander?",
  translations: {
    de: { title: "Stationarität", summary: "Hält sich die Kennzahl an ein Niveau, an einen Trend, oder wandert sie?" },
  },
  input: "profile",
  draw(profile, options = {}) {
    const kpis = namedEntries(profile.kpis, options).slice(0, MOST_ROWS);
    const words = plotWords(options.language);
    return makeFigure(
      kpis.flatMap((kpi, row) => lines(kpi, row, words)),
      {
        title: { text: words.labels.stationarity },
        height: Math.max(260, 90 + 130 * kpis.length),
        ...kpiRows(kpis, (kpi) => headingOf(kpi, words)),
      },
      insightCaptions(profile, "stationarity", kpis, options, "noTest"),
      options,
    );
  },
});

function headingOf(kpi: KpiProfile, { told }: FigureWords): string {
  const { stationarity: tested } = kpi;
  if (tested === null) return seriesTitle(kpi);
  return told("kpss", {
    series: seriesTitle(kpi),
    level: tested.level.p,
    trend: tested.trend.p,
    wandering: tested.unitRoot.trend?.p ?? null,
  });
}

function lines({ course, mean }: KpiProfile, row: number, { labels }: FigureWords): Trace[] {
  const x = Array.from(course.time);
  const yaxis = rowAxis(row);
  const line = { type: "scatter", mode: "lines", x, yaxis } as const;
  return [
    { ...line, name: labels.values, y: Array.from(course.values, known), line: { width: 0.8, color: palette.band } },
    { ...line, name: labels.mean, y: x.map(() => known(mean)), line: { width: 1, color: palette.muted, dash: "dash" } },
    {
      ...line,
      name: labels.movingLevel,
      y: Array.from(course.trend, known),
      line: { width: 1.8, color: palette.line },
    },
  ];
}
