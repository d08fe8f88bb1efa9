import { plotWords, type FigureWords } from "../../words/plots.js";
import type { Shape, Trace } from "../../display/figure.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import { definePlot, known, namedEntries, rowAxis, seriesTitle, type Plot } from "../plot.js";
import { kpiRows } from "./kpi-rows.js";
import { insightCaptions } from "./insight-captions.js";

const MOST_ROWS = 6;

/** Each KPI with the changes of level that the model of what is normal has found. */
export const changePoints: Plot<Profile> = definePlot<Profile>({
  title: "Changes of level",
  summary: "When did the KPI move to another level, and did it stay there?",
  translations: {
    de: { title: "Niveauwechsel", summary: "Wann wechselte die Kennzahl auf ein anderes Niveau, und blieb sie dort?" },
  },
  input: "profile",
  draw(profile, options = {}) {
    const kpis = namedEntries(profile.kpis, options).slice(0, MOST_ROWS);
    const words = plotWords(options.language);
    return makeFigure(
      kpis.flatMap((kpi, row) => lines(kpi, row, words)),
      {
        title: { text: words.labels.changePoints },
        height: Math.max(260, 90 + 130 * kpis.length),
        ...kpiRows(kpis, (kpi) => headingOf(kpi, words), "own"),
        shapes: kpis.flatMap(moments),
      },
      insightCaptions(profile, "changes", kpis, options, "noLevel"),
      options,
    );
  },
});

function headingOf(kpi: KpiProfile, { told }: FigureWords): string {
  const lasting = kpi.changes.filter(({ until }) => until === null).length;
  const back = kpi.changes.length - lasting;
  return told("changesOf", { series: seriesTitle(kpi), lasting, back, logScale: kpi.logScale });
}

function lines({ course, changes }: KpiProfile, row: number, { labels }: FigureWords): Trace[] {
  const { time, values } = course;
  const [first, last] = [time[0], time[time.length - 1]];
  const reach = (last - first) / 12;
  const steps = changes.flatMap(({ time: at, until, before, after }) => [
    [Math.max(first, at - reach), before] as const,
    [at, before] as const,
    [at, after] as const,
    [Math.min(last, until ?? at + reach), after] as const,
    null,
  ]);
  const line = { type: "scatter", mode: "lines", yaxis: rowAxis(row) } as const;
  return [
    {
      ...line,
      name: labels.values,
      x: Array.from(time),
      y: Array.from(values, known),
      line: { width: 1, color: palette.line },
    },
    {
      ...line,
      name: labels.levels,
      x: steps.map((step) => step && step[0]),
      y: steps.map((step) => step && known(step[1])),
      line: { width: 2.4, color: palette.warning },
    },
  ];
}

function moments({ changes }: KpiProfile, row: number): Shape[] {
  return changes.map(({ time }) => ({
    type: "line",
    xref: "x",
    yref: `${rowAxis(row)} domain`,
    x0: time,
    x1: time,
    y0: 0,
    y1: 1,
    line: { width: 1, color: palette.warning, dash: "dot" },
  }));
}
