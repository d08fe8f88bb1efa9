import type { SeriesReport } from "../../report.js";

/** How much trouble one series is in. */
export interface SeriesRanking {
  /** Index into the series of the report. */
  readonly index: number;
  readonly kpi: string;
  readonly series: string;
  /** Severity of its worst incident, 0 without one. */
  readonly worst: number;
  readonly incidents: number;
  /** Share of its judged points that are anomalous, 0 to 1. */
  readonly share: number;
  /** Time of the last anomalous point, NaN without one. */
  readonly last: number;
}

/** All series, worst first: by their worst incident, then by the share of anomalous points, then as in the file. O(points). */
export function rankSeries(series: readonly SeriesReport[]): SeriesRanking[] {
  return series.map(rankingOf).sort((a, b) => b.worst - a.worst || b.share - a.share || a.index - b.index);
}

function rankingOf(
  { kpi, series, incidents, flags, values, notJudged, time }: SeriesReport,
  index: number,
): SeriesRanking {
  const flagged = flags.reduce((sum, flag) => sum + flag, 0);
  return {
    index,
    kpi,
    series,
    worst: Math.max(0, ...incidents.map(({ severity }) => severity)),
    incidents: incidents.length,
    share: flagged / Math.max(1, values.length - notJudged),
    last: flagged > 0 ? time[flags.lastIndexOf(1)] : NaN,
  };
}
