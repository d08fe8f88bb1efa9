import { plotWords, type FigureWords } from "../../words/plots.js";
import type { Axis, Shape, Trace } from "../../display/figure.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import { axisTitle, definePlot, namedEntries, seriesTitle, type Plot } from "../plot.js";

const MOST = 6;

/** How often each KPI takes which values, with its median and its middle half. */
export const distribution: Plot<Profile> = definePlot<Profile>({
  title: "Distribution",
  summary: "Which values are usual, and how long are the tails?",
  translations: { de: { title: "Verteilung", summary: "Welche Werte sind üblich, und wie weit reichen die Ränder?" } },
  input: "profile",
  draw(profile, options = {}) {
    const kpis = namedEntries(profile.kpis, options).slice(0, MOST);
    const words = plotWords(options.language);
    return makeFigure(
      kpis.flatMap(bars),
      {
        title: { text: words.labels.distribution },
        height: 320,
        showlegend: false,
        bargap: 0.05,
        ...Object.fromEntries(kpis.flatMap((kpi, column) => axes(kpi, column, kpis.length, words))),
        shapes: kpis.flatMap(middleHalf),
      },
      kpis.map((kpi) => describe(kpi, words)).join(" "),
      options,
    );
  },
});

function middleHalf(kpi: KpiProfile, column: number): Shape[] {
  if (Number.isNaN(kpi.median)) return [];
  return [
    {
      type: "rect",
      xref: id("x", column),
      yref: `${id("y", column)} domain`,
      x0: kpi.lowerQuartile,
      x1: kpi.upperQuartile,
      y0: 0,
      y1: 1,
      fillcolor: palette.band,
      line: { width: 0 },
      layer: "below",
    },
  ];
}

function describe(kpi: KpiProfile, { told }: FigureWords): string {
  const { lowerQuartile: lower, upperQuartile: upper, median, min, max } = kpi;
  const values = Number.isNaN(median) ? null : { lower, upper, median, min, max };
  return told("distributionTold", { series: seriesTitle(kpi), values });
}

const id = (letter: "x" | "y", column: number): string => (column === 0 ? letter : `${letter}${column + 1}`);

function axes(kpi: KpiProfile, column: number, columns: number, { labels }: FigureWords): [string, Axis][] {
  const suffix = column === 0 ? "" : String(column + 1);
  const width = 1 / columns;
  const domain = [column * width + width * (column === 0 ? 0 : 0.14), (column + 1) * width - width * 0.04] as const;
  return [
    [
      `xaxis${suffix}`,
      {
        domain,
        anchor: id("y", column),
        title: { text: axisTitle({ kpi: seriesTitle(kpi), unit: kpi.unit }) },
        showgrid: false,
      },
    ],
    [`yaxis${suffix}`, { anchor: id("x", column), ...(column === 0 ? { title: { text: labels.points } } : {}) }],
  ];
}

function bars({ histogram }: KpiProfile, column: number): Trace[] {
  const { start, width, counts } = histogram;
  return [
    {
      type: "bar",
      xaxis: id("x", column),
      yaxis: id("y", column),
      x: Array.from(counts, (_, bin) => start + (bin + 0.5) * width),
      y: Array.from(counts),
      width: width * 0.95,
      marker: { color: palette.line },
    },
  ];
}
