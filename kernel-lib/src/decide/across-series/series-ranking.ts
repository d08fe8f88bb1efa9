import type { SeriesReport } from "../../report.js";
import { isInterpolated } from "./interpolated.js";

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
  /** Whether it is set rather than measured: a state, a price, a quarterly level, months spread over weeks. Such a series never leads. */
  readonly stepped: boolean;
}

/**
 * All series, worst first: by their worst incident, then by the share of anomalous points, then as in the file. Those that are set
 * rather than measured come after the measured ones that have incidents: a price list that changes is no alarm. O(points).
 *
 * @example
 * const [worst] = rankSeries(report.series);
 * console.log(report.series[worst.index].kpi);
 */
export function rankSeries(series: readonly SeriesReport[]): SeriesRanking[] {
  const group = ({ stepped, incidents }: SeriesRanking): number => (incidents === 0 ? 2 : stepped ? 1 : 0);
  return series
    .map(rankingOf)
    .sort((a, b) => group(a) - group(b) || b.worst - a.worst || b.share - a.share || a.index - b.index);
}

/** Kinds of series whose values are set by somebody and stay until the next change. */
const SET_KINDS: readonly string[] = ["states", "levels", "pinned"];

/**
 * Whether the values of a series are steps, states or interpolated and not measured, as far as the model of what is normal
 * and the values tell.
 *
 * @example
 * const steps = isStepped(series);
 */
export function isStepped({
  pattern,
  values,
}: Pick<SeriesReport, "pattern"> & Partial<Pick<SeriesReport, "values">>): boolean {
  return SET_KINDS.includes(pattern?.normal?.kind ?? "") || (values !== undefined && isInterpolated(values));
}

function rankingOf(one: SeriesReport, index: number): SeriesRanking {
  const { kpi, series, incidents, flags, values, notJudged, time } = one;
  const flagged = flags.reduce((sum, flag) => sum + flag, 0);
  return {
    index,
    kpi,
    series,
    worst: Math.max(0, ...incidents.map(({ severity }) => severity)),
    incidents: incidents.length,
    share: flagged / Math.max(1, values.length - notJudged),
    stepped: isStepped(one),
    last: flagged > 0 ? time[flags.lastIndexOf(1)] : NaN,
  };
}
