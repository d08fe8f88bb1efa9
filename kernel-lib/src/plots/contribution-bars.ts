import type { Language } from "../words/language.js";
import { plotWords } from "../words/plots.js";
import { speechOf } from "../words/speech.js";
import { contributionsText } from "../words/analyses/contributions.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { shortNumber } from "../display/record-table.js";
import { contributions, type Contribution, type ContributionOptions } from "../evaluate/drivers/contributions.js";
import type { Report } from "../report.js";
import { definePlot, known, type Plot, type PlotOptions } from "./plot.js";

/** What the bars can be told: which incident, and the usual. */
export interface ContributionBarsOptions extends PlotOptions, ContributionOptions {
  /** Most segments with a bar of their own; 15 when left out. */
  readonly bars?: number;
}

/** What each segment added to an incident of the total, or took from it. */
export const contributionBars: Plot<Report, ContributionBarsOptions> = definePlot<Report, ContributionBarsOptions>({
  title: "What drove it",
  summary: "Which segments does an incident of the total come from?",
  translations: { de: { title: "Woher es kommt", summary: "Aus welchen Segmenten kommt ein Vorfall der Summe?" } },
  input: "report",
  draw(report, options = {}) {
    const found = contributions(report, options);
    const { told } = plotWords(options.language);
    const segments = found.segments
      .filter(({ deviation }) => !Number.isNaN(deviation))
      .sort((a, b) => Number(b.standsOut) - Number(a.standsOut) || Math.abs(b.deviation) - Math.abs(a.deviation));
    const shown = segments.slice(0, options.bars ?? 15);
    const rest = segments.slice(shown.length).reduce((sum, { deviation }) => sum + deviation, 0);
    const bars = [
      ...shown.map((one) => ({
        name: one.segment,
        deviation: one.deviation,
        standsOut: one.standsOut,
        text: label(one, options.language),
      })),
      ...(segments.length > shown.length
        ? [
            {
              name: told("moreBars", { count: segments.length - shown.length }),
              deviation: rest,
              standsOut: false,
              text: shortNumber(rest, 4, options.language),
            },
          ]
        : []),
    ];
    return makeFigure(
      [
        {
          type: "bar",
          orientation: "h",
          x: bars.map(({ deviation }) => known(deviation)),
          y: bars.map(({ name }) => name),
          text: bars.map(({ text }) => text),
          textposition: "outside",
          marker: { color: bars.map(({ standsOut }) => (standsOut ? palette.anomaly : palette.muted)) },
        },
      ],
      {
        title: { text: told("contributions", { kpi: found.kpi }) },
        height: 100 + 24 * Math.max(3, bars.length),
        showlegend: false,
        xaxis: { zeroline: true },
        yaxis: { type: "category", autorange: "reversed", showgrid: false, automargin: true },
      },
      contributionsText(found, options.language),
      options,
    );
  },
});

function label({ deviation, cause }: Contribution, language?: Language): string {
  return cause > 0
    ? `${shortNumber(deviation, 4, language)} (${speechOf(language).write.wholePercent(cause)})`
    : shortNumber(deviation, 4, language);
}
