import { plotWords, type FigureWords } from "../words/plots.js";
import type { ScatterTrace } from "../display/figure.js";
import { makeFigure } from "../display/make-figure.js";
import { palette } from "../display/palette.js";
import { sharedIncidents, type SharedIncident, type SharedMember } from "../decide/across-series/shared-incidents.js";
import { InputError } from "../errors.js";
import { median } from "../numeric/statistics.js";
import type { Report, SeriesReport } from "../report.js";
import { sharedText } from "../words/shared-incident.js";
import { definePlot, namedEntries, seriesTitle, type Plot, type PlotOptions } from "./plot.js";

/** What the chart can be told besides the usual. */
export interface LeadLagOptions extends PlotOptions {
  /** Rank of the shared incident; the worst one when left out. */
  readonly incident?: number;
}

const MOST_MEMBERS = 50;

/** Which KPI moved first in a shared incident, and by how much the others usually follow it. */
export const leadLagChart: Plot<Report, LeadLagOptions> = definePlot<Report, LeadLagOptions>({
  title: "Lead and lag",
  summary: "Which KPI moved first, and by how much do the others usually follow it?",
  translations: {
    de: {
      title: "Vorlauf und Nachlauf",
      summary: "Welche Kennzahl bewegte sich zuerst, und mit welchem Abstand folgen die anderen gewöhnlich?",
    },
  },
  input: "report",
  draw(report, options = {}) {
    const series = namedEntries(report.series, options);
    const shared = chosen(sharedIncidents(series), options.incident);
    const members = shared.members.slice(0, MOST_MEMBERS);
    const step = usualStep(series[members[0].index]);
    const names = members.map((member) => seriesTitle(member));
    const words = plotWords(options.language);
    const traces = [started(members, names, step, words), usual(members, names, words)];
    const farthest = Math.max(2, ...traces.flatMap(({ x }) => x.map((at) => Math.abs(Number(at)))));
    return makeFigure(
      traces,
      {
        title: {
          text: words.told("leadLag", {
            members: shared.members.length,
            moment: moment(shared.start, report.date !== null, words),
          }),
        },
        height: 130 + 24 * Math.max(3, members.length),
        xaxis: { title: { text: words.labels.stepsAfterFirst }, zeroline: true, range: [-farthest - 1, farthest + 1] },
        yaxis: { type: "category", autorange: "reversed", automargin: true },
      },
      `${sharedText(shared, options.language)} ${members
        .slice(1)
        .map((member) => relation(member, names[0], words))
        .join(" ")}`.trim(),
      options,
    );
  },
});

function chosen(all: readonly SharedIncident[], rank: number = 1): SharedIncident {
  const found = all.find((shared) => shared.rank === rank);
  if (found) return found;
  throw new InputError("no_shared_incident", { rank, count: all.length });
}

function usualStep({ time }: SeriesReport): number {
  return time.length > 1 ? median(time.subarray(1).map((at, i) => at - time[i])) : 1;
}

function started(
  members: readonly SharedMember[],
  names: readonly string[],
  step: number,
  { labels, told }: FigureWords,
): ScatterTrace {
  return {
    type: "scatter",
    mode: "markers",
    name: labels.began,
    x: members.map(({ start }) => Math.round((start - members[0].start) / step)),
    y: names,
    text: members.map(({ direction, severity }) => told("memberStarted", { direction, severity })),
    hovertemplate: "%{y}: %{x}<br>%{text}<extra></extra>",
    marker: { color: palette.anomaly, size: 15, symbol: "circle-open", line: { width: 2 } },
  };
}

/** Only relations that are more than chance are drawn. */
function usual(
  members: readonly SharedMember[],
  names: readonly string[],
  { labels, told }: FigureWords,
): ScatterTrace {
  return {
    type: "scatter",
    mode: "markers",
    name: labels.usuallyFollows,
    x: members.map(({ lag, related }) => (related ? lag : null)),
    y: names,
    text: members.map(({ correlation }) => told("correlation", { value: correlation })),
    hovertemplate: "%{y}: %{x}<br>%{text}<extra></extra>",
    marker: { color: palette.line, size: 9, symbol: "diamond" },
  };
}

function relation(member: SharedMember, first: string, { told }: FigureWords): string {
  const { related, correlation, lag } = member;
  return told("memberRelation", { name: seriesTitle(member), first, related, correlation, lag });
}

function moment(time: number, dated: boolean, { told }: FigureWords): string {
  return dated
    ? new Date(time).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "")
    : told("recordNumber", { record: time + 1 });
}
