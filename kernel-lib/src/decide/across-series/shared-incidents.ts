import type { Incident, SeriesReport } from "../../report.js";
import { standardise } from "../../numeric/scaling/standardise.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { median } from "../../numeric/statistics.js";
import { leadLag } from "./lead-lag.js";
import { remainderOf } from "./remainder.js";
import { isStepped } from "./series-ranking.js";

/** One series' part in a shared incident. */
export interface SharedMember {
  /** Index into the series of the report. */
  readonly index: number;
  readonly kpi: string;
  readonly series: string;
  /** Rank of its own incident within its series. */
  readonly incident: number;
  /** Time of its first anomalous point. */
  readonly start: number;
  /** Usual steps between the moment when the first member moved and that when this one did; working days where rows are those. */
  readonly delay: number;
  readonly direction: Incident["direction"];
  readonly severity: number;
  /** Steps by which its remainder usually follows that of the first to move; negative when it leads, NaN when unknown. */
  readonly lag: number;
  /** Correlation of the remainders at that lag, NaN when unknown. */
  readonly correlation: number;
  /** Whether that correlation is more than chance. */
  readonly related: boolean;
}

/** The same moment in several series. */
export interface SharedIncident {
  /** From 1, worst first. */
  readonly rank: number;
  /** When the first member moved, and the last anomalous point of any. */
  readonly start: number;
  readonly end: number;
  /** That of the worst member that is measured; of a state, a price or months spread over weeks only where all are. */
  readonly severity: number;
  /** In the order in which they moved; two or more series. */
  readonly members: readonly SharedMember[];
  /** Usual step of the series, as in `Cadence.label`; empty without dates. */
  readonly cadence: string;
}

/** Steps that the start of one incident may lie from that of another one of the same moment. */
const TOLERANCE = 1;

/** Most steps of lead or lag that are looked at, and most share of a series. */
const MOST_LAG = 12;

/** Deviations at which remainders are cut before they are correlated: an incident counts, but does not rule alone. */
const LIMIT = 6;

/**
 * Joins incidents of several series that are the same moment: they begin together (within one step) or overlap by half of
 * the shorter one. Members are told in the order in which they moved, with the usual lead or lag of their remainders by
 * cross-correlation. One long incident is not stretched to everything that happens within it. O(incidents²) at worst,
 * plus O(points * lags) a member. Worst first; moments of series that are set rather than measured come last.
 *
 * @example
 * for (const shared of sharedIncidents(report.series)) console.log(sharedText(shared));
 */
export function sharedIncidents(series: readonly SeriesReport[]): SharedIncident[] {
  const step = usualStep(series);
  const remainders = new Map<number, Float64Array>();
  const remainder = (index: number): Float64Array => {
    const known = remainders.get(index) ?? standardise(remainderOf(series[index]), LIMIT);
    remainders.set(index, known);
    return known;
  };
  const isSet = series.map(isStepped);
  const allSet = ({ members }: SharedIncident): number => Number(members.every(({ index }) => isSet[index]));
  return joined(spansOf(series), step)
    .map((group) => ofEachSeries(group, isSet))
    .filter((group) => group.length > 1)
    .map((group) => describe(group, series, isSet, remainder, step))
    .sort(
      (a, b) =>
        allSet(a) - allSet(b) || b.severity - a.severity || b.members.length - a.members.length || a.start - b.start,
    )
    .map((shared, index) => ({ ...shared, rank: index + 1 }));
}

/** One moment: an incident of one series, or several that are the same. */
export interface Moment {
  /** Times of the first and last anomalous point of any of them. */
  readonly start: number;
  readonly end: number;
  /** Severity of the worst. */
  readonly severity: number;
  /** Series that are part of it, by index into the report. */
  readonly series: readonly number[];
}

/**
 * All incidents as moments, in time order: what `sharedIncidents` joins is one, every other incident is one of its own. That is
 * what a reader counts. O(incidents log incidents), and O(incidents²) where they all overlap.
 *
 * @example
 * const [worst] = moments(report.series);
 */
export function moments(series: readonly SeriesReport[]): Moment[] {
  return joined(spansOf(series), usualStep(series)).map((group) => ({
    start: group[0].start,
    end: Math.max(...group.map(({ end }) => end)),
    severity: Math.max(...group.map(({ incident }) => incident.severity)),
    series: [...new Set(group.map(({ index }) => index))],
  }));
}

interface Span {
  readonly index: number;
  readonly incident: Incident;
  readonly start: number;
  readonly end: number;
  /** When it moved. */
  readonly moved: number;
}

/** The incidents of all series, in time order. */
function spansOf(series: readonly SeriesReport[]): Span[] {
  const spans = series.flatMap((one, index) =>
    one.incidents.map(
      (incident): Span => ({
        index,
        incident,
        start: one.time[incident.start],
        end: one.time[incident.end],
        moved: one.time[movedAt(incident, one)],
      }),
    ),
  );
  return spans.sort((a, b) => a.start - b.start || a.index - b.index);
}

/**
 * The point at which an incident moved: its first one; where values lie to both sides, that from which on they lie on the side
 * of the farthest, so that a rise before a crash is not the first sign of it. O(length).
 */
function movedAt({ start, end, direction }: Incident, { values, expected }: SeriesReport): number {
  if (direction !== "mixed") return start;
  const off = (point: number): number => values[point] - expected[point];
  let farthest = start;
  for (let point = start; point <= end; point++)
    if (Math.abs(off(point)) > Math.abs(off(farthest)) || Number.isNaN(off(farthest))) farthest = point;
  let moved = farthest;
  while (moved > start && off(moved - 1) * off(farthest) > 0) moved--;
  return moved;
}

function usualStep(series: readonly SeriesReport[]): number {
  const steps = series
    .filter(({ time }) => time.length > 1)
    .map(({ time }) => median(time.subarray(1).map((at, i) => at - time[i])));
  return steps.length > 0 ? median(Float64Array.from(steps)) : 1;
}

/** Groups of spans that are one moment, in time order. Each group is held together by its first span. */
function joined(spans: readonly Span[], step: number): Span[][] {
  const groups: Span[][] = [];
  let open: Span[][] = [];
  for (const span of spans) {
    open = open.filter(([first]) => first.end + TOLERANCE * step >= span.start);
    const group = open.find(([first]) => sameMoment(first, span, step));
    if (group) group.push(span);
    else {
      const fresh = [span];
      groups.push(fresh);
      open.push(fresh);
    }
  }
  return groups;
}

function sameMoment(a: Span, b: Span, step: number): boolean {
  if (Math.abs(a.start - b.start) <= TOLERANCE * step) return true;
  const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start) + step;
  return overlap >= (Math.min(a.end - a.start, b.end - b.start) + step) / 2 && overlap > 0;
}

/** The worst incident of each series of a group, first to move first; of those that moved together the measured ones. */
function ofEachSeries(group: readonly Span[], isSet: readonly boolean[]): Span[] {
  const worst = new Map<number, Span>();
  for (const span of group) {
    const known = worst.get(span.index);
    if (!known || span.incident.severity > known.incident.severity) worst.set(span.index, span);
  }
  return [...worst.values()].sort(
    (a, b) =>
      a.moved - b.moved ||
      Number(isSet[a.index]) - Number(isSet[b.index]) ||
      b.incident.severity - a.incident.severity ||
      a.index - b.index,
  );
}

function describe(
  group: readonly Span[],
  series: readonly SeriesReport[],
  isSet: readonly boolean[],
  remainder: (index: number) => Float64Array,
  step: number,
): SharedIncident {
  const [first] = group;
  const delayOf = stepsBetween(series[first.index], step);
  const members = group.map(({ index, incident, start, moved }): SharedMember => {
    const { kpi, series: key } = series[index];
    const { lag, correlation, certain } =
      index === first.index
        ? { lag: 0, correlation: 1, certain: true }
        : relation(series[first.index], series[index], remainder(first.index), remainder(index), step);
    return {
      index,
      kpi,
      series: key,
      incident: incident.rank,
      start,
      delay: delayOf(first.moved, moved),
      direction: incident.direction,
      severity: incident.severity,
      lag,
      correlation,
      related: certain,
    };
  });
  const end = Math.max(...group.map((span) => span.end));
  const measured = members.filter(({ index }) => !isSet[index]);
  return {
    rank: 0,
    start: first.moved,
    end,
    severity: Math.max(...(measured.length > 0 ? measured : members).map(({ severity }) => severity)),
    members,
    cadence: series[first.index].cadence,
  };
}

/** Steps from one moment to another: of business days the rows between, since weekends are none. */
function stepsBetween({ cadence, time }: SeriesReport, step: number): (from: number, to: number) => number {
  return cadence === "business-daily"
    ? (from, to) => lowerBound(time, to) - lowerBound(time, from)
    : (from, to) => (to - from) / step;
}

function relation(
  a: SeriesReport,
  b: SeriesReport,
  remainderA: Float64Array,
  remainderB: Float64Array,
  step: number,
): { lag: number; correlation: number; certain: boolean } {
  const onSteps = atTimes(b.time, remainderB, a.time, step);
  const found = leadLag(remainderA, onSteps, Math.max(1, Math.min(MOST_LAG, Math.floor(a.time.length / 8))));
  return {
    lag: Number.isNaN(found.correlation) ? NaN : found.lag,
    correlation: found.correlation,
    certain: found.certain,
  };
}

/** The values of one series at the times of another; NaN where it has no point within half a step. */
function atTimes(from: Float64Array, values: Float64Array, to: Float64Array, step: number): Float64Array {
  let at = 0;
  return Float64Array.from(to, (time) => {
    while (at + 1 < from.length && Math.abs(from[at + 1] - time) <= Math.abs(from[at] - time)) at++;
    return from.length > 0 && Math.abs(from[at] - time) <= step / 2 ? values[at] : NaN;
  });
}
