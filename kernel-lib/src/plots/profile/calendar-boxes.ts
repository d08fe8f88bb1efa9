import { plotWords, type FigureWords } from "../../words/plots.js";
import type { Axis, Shape, Trace } from "../../display/figure.js";
import { makeFigure } from "../../display/make-figure.js";
import { palette } from "../../display/palette.js";
import type { CalendarGroups, CalendarPart } from "../../profile/analyses/calendar-groups.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import type { Profile } from "../../profile/profile.js";
import { insightsOf } from "../../words/analyses/insights.js";
import { speechOf } from "../../words/speech.js";
import {
  axisTitle,
  definePlot,
  known,
  namedEntries,
  rowAxis,
  rowDomain,
  rowHeading,
  seriesTitle,
  type Plot,
  type PlotOptions,
} from "../plot.js";

/** What the boxes can be told besides the usual. */
export interface CalendarBoxesOptions extends PlotOptions {
  /** Only by this part of the calendar; all that say something when left out. */
  readonly by?: CalendarPart;
}

const HEADINGS: Readonly<Record<CalendarPart, "byHour" | "byWeekday" | "byMonth">> = {
  hour: "byHour",
  weekday: "byWeekday",
  month: "byMonth",
};

/** One KPI by hour, weekday and month: median, middle half, and how far the usual values reach. */
export const calendarBoxes: Plot<Profile, CalendarBoxesOptions> = definePlot<Profile, CalendarBoxesOptions>({
  title: "By hour, weekday and month",
  summary: "When in the day, the week and the year is the KPI high, and how much does it scatter there?",
  translations: {
    de: {
      title: "Nach Stunde, Wochentag und Monat",
      summary: "Wann am Tag, in der Woche und im Jahr ist die Kennzahl hoch, und wie sehr streut sie dort?",
    },
  },
  input: "profile",
  draw(profile, options = {}) {
    const [kpi] = namedEntries(profile.kpis, options);
    const groups = kpi.calendar.filter(({ by }) => options.by === undefined || by === options.by);
    const rows = Math.max(1, groups.length);
    const { labels, told } = plotWords(options.language);
    return makeFigure(
      groups.flatMap((group, row) => marks(group, row, labels)),
      {
        title: {
          text: told("calendarBoxes", { series: seriesTitle(kpi), groups: groups.length }),
        },
        height: 90 + 190 * rows,
        showlegend: false,
        ...Object.fromEntries(groups.flatMap((group, row) => axes(group, row, rows, kpi, options))),
        annotations: groups.map(({ by }, row) => rowHeading(labels[HEADINGS[by]], row)),
        shapes: groups.flatMap(boxes),
      },
      [
        ...(groups.length === 0 ? [`${told("calendarBoxes", { series: seriesTitle(kpi), groups: 0 })}.`] : []),
        ...insightsOf(profile, { kind: "calendar", kpi: kpi.kpi, series: kpi.series }, options.language)
          .filter((_, index) => options.by === undefined || kpi.calendar[index].by === options.by)
          .map(({ text }) => text),
      ].join(" "),
      options,
    );
  },
});

function axes(
  { by, boxes: all }: CalendarGroups,
  row: number,
  rows: number,
  kpi: KpiProfile,
  options: PlotOptions,
): [string, Axis][] {
  const suffix = row === 0 ? "" : String(row + 1);
  const { calendar } = speechOf(options.language).words;
  const [bottom, top] = rowDomain(row, rows);
  return [
    [
      `xaxis${suffix}`,
      {
        anchor: rowAxis(row),
        showgrid: false,
        range: [all[0].place - 0.6, all[all.length - 1].place + 0.6],
        tickvals: all.map(({ place }) => place),
        ticktext: all.map(({ place }) => (by === "hour" ? String(place) : calendar.place(by, place))),
      },
    ],
    [
      `yaxis${suffix}`,
      {
        anchor: `x${suffix}`,
        domain: [bottom + 0.1 / rows, top],
        ...(kpi.unit === undefined ? {} : { title: { text: axisTitle(kpi) } }),
      },
    ],
  ];
}

const WIDTH = 0.32;

/** Whiskers and medians, each a line broken from box to box. */
function marks({ boxes: all }: CalendarGroups, row: number, labels: FigureWords["labels"]): Trace[] {
  const axis = { xaxis: row === 0 ? "x" : `x${row + 1}`, yaxis: rowAxis(row) };
  const line = { type: "scatter", mode: "lines", ...axis } as const;
  return [
    {
      ...line,
      name: labels.usualValues,
      x: all.flatMap(({ place }) => [place, place, null, place, place, null]),
      y: all.flatMap((box) => [
        ...[box.lowerWhisker, box.lowerQuartile].map(known),
        null,
        ...[box.upperQuartile, box.upperWhisker].map(known),
        null,
      ]),
      line: { width: 1, color: palette.muted },
    },
    {
      ...line,
      name: labels.median,
      x: all.flatMap(({ place }) => [place - WIDTH, place + WIDTH, null]),
      y: all.flatMap(({ median }) => [known(median), known(median), null]),
      line: { width: 2.4, color: palette.line },
    },
  ];
}

function boxes({ boxes: all }: CalendarGroups, row: number): Shape[] {
  return all.map(({ place, lowerQuartile, upperQuartile }) => ({
    type: "rect",
    xref: row === 0 ? "x" : `x${row + 1}`,
    yref: rowAxis(row),
    x0: place - WIDTH,
    x1: place + WIDTH,
    y0: lowerQuartile,
    y1: upperQuartile,
    fillcolor: palette.band,
    line: { width: 0 },
    layer: "below",
  }));
}
