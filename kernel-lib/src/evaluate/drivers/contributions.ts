import { remainderOf } from "../../decide/across-series/remainder.js";
import { windowAround } from "../../decide/incident/incident-kind.js";
import { InputError } from "../../errors.js";
import { normalTailInverse } from "../../numeric/distributions/normal-tail.js";
import { medianAbsoluteDeviation } from "../../numeric/statistics.js";
import type { Incident, Report, SeriesReport } from "../../report.js";
import type { Segmentation } from "../../table.js";
import { expectedWithout, type TimeTerms } from "./expected-without.js";
import { incidentCore } from "./incident-core.js";
import { marginals, overlaps, type Marginal, type Overlap } from "./overlaps.js";
import { usualSums, windowSums } from "./window-sums.js";

/** What one segment did in an incident. */
export interface Contribution {
  /** As in the key column of the segmented table. */
  readonly segment: string;
  readonly actual: number;
  readonly expected: number;
  /** Actual less expected, in units of the total: for means each segment counts with its part. */
  readonly deviation: number;
  /** Its deviation over that of the total; all shares and `unexplained` add up to 1. NaN where nothing was expected, or the total is not off at all. */
  readonly share: number;
  /** Robust deviation of what the segment does in any stretch of that length. */
  readonly usual: number;
  /** Whether it deviates by more than chance gives among so many segments. */
  readonly standsOut: boolean;
  /** Its part of all that stands out in the direction of the incident, 0 to 1: how much of the cause it is. */
  readonly cause: number;
}

/** Which segments an incident of the total comes from. */
export interface Contributions {
  readonly kind: "contributions";
  readonly kpi: string;
  /** Columns whose values are the segments. */
  readonly keys: readonly string[];
  /** Times of the first and last point, milliseconds since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** Of the total. */
  readonly actual: number;
  readonly expected: number;
  readonly deviation: number;
  /** Of the incident: 1 upwards, -1 downwards. */
  readonly direction: number;
  /** Usual step as in `Cadence.label`; empty in a file without dates. */
  readonly cadence: string;
  /** Largest part in the direction of the incident first. */
  readonly segments: readonly Contribution[];
  /** Deviation of the total that is in no known segment; for means also what a shift between segments does. */
  readonly unexplained: number;
  /** With several key columns: what each value of each column did, over all combinations that hold it. */
  readonly marginals: readonly Marginal[];
  /** Values of different columns that are largely the same cause. */
  readonly overlaps: readonly Overlap[];
}

/** Which incident to explain; the worst one of the total, or of any segment when the total has none, if left out. */
export interface ContributionOptions {
  readonly kpi?: string;
  /** Segment whose incident is meant; the total when left out. */
  readonly series?: string;
  /** Rank of the incident in that series. */
  readonly incident?: number;
  /** A stretch of time instead of an incident, milliseconds since 1970-01-01, both ends inclusive. */
  readonly from?: number;
  readonly to?: number;
}

/** Chance that any segment stands out where nothing is wrong. */
const CHANCE = 0.01;

/** What drove an incident of a total. `door.ts` tells the rest. */
export function contributions(report: Report, options: ContributionOptions = {}): Contributions {
  const segmentation = report.segments;
  if (!segmentation) throw new InputError("no_segments", {});
  const found = totalAndParts(report, segmentation, options);
  const terms = { dated: report.date !== null, season: report.config.season };
  const { from, to } = stretchOf(found, options, terms);
  const averaged = segmentation.how[found.total.kpi] === "mean";
  const { total, parts } = learntWithout(found, from, to, terms, averaged);
  const whole = windowSums(total, from, to);
  const points = averaged ? Math.max(1, whole.points) : 1;
  const [actual, expected] = [whole.actual / points, whole.expected / points];
  const deviation = actual - expected;
  const limit = normalTailInverse(CHANCE / 2 / Math.max(1, parts.length));
  const raw = parts.map((part) =>
    contributionOf(part, from, to, { averaged, part: averaged ? 1 / parts.length : 1, deviation, limit }),
  );
  const direction = Math.sign(sumOf(raw.filter(({ standsOut }) => standsOut)) || deviation);
  const causes = sumOf(raw.filter((one) => one.standsOut && Math.sign(one.deviation) === direction));
  const segments = raw.map(
    (one): Contribution => ({
      ...one,
      cause: one.standsOut && Math.sign(one.deviation) === direction ? one.deviation / causes : 0,
    }),
  );
  segments.sort((a, b) => order(b.deviation * direction) - order(a.deviation * direction));
  const byValue = marginals(segmentation, segments);
  return {
    kind: "contributions",
    kpi: total.kpi,
    keys: segmentation.keys,
    from,
    to,
    actual,
    expected,
    deviation,
    direction,
    cadence: total.cadence,
    segments,
    unexplained: deviation - sumOf(segments),
    marginals: byValue,
    overlaps: overlaps(segmentation, segments, byValue),
  };
}

/** Total and parts with what is expected of them when the stretch teaches nothing; what is expected of a sum is the sum of what is expected. */
function learntWithout(
  { total, parts }: TotalAndParts,
  from: number,
  to: number,
  terms: TimeTerms,
  averaged: boolean,
): TotalAndParts {
  const learnt = (one: SeriesReport): SeriesReport => ({ ...one, expected: expectedWithout(one, from, to, terms) });
  const known = parts.map(learnt);
  if (averaged) return { total: learnt(total), parts: known };
  const expected = new Map<number, number>();
  for (const part of known)
    part.time.forEach((at, i) =>
      expected.set(at, (expected.get(at) ?? 0) + (Number.isNaN(part.expected[i]) ? 0 : part.expected[i])),
    );
  return {
    total: {
      ...total,
      expected: total.values.map((value, i) => (Number.isNaN(value) ? NaN : (expected.get(total.time[i]) ?? NaN))),
    },
    parts: known,
  };
}

/** Unknown deviations come last. */
function order(value: number): number {
  return Number.isNaN(value) ? -Infinity : value;
}

function sumOf(some: readonly { readonly deviation: number }[]): number {
  return some.reduce((sum, { deviation }) => sum + (Number.isNaN(deviation) ? 0 : deviation), 0);
}

interface Scale {
  /** Means are told by the point, sums over the stretch. */
  readonly averaged: boolean;
  /** What a deviation of the segment makes in the total. */
  readonly part: number;
  /** Of the total. */
  readonly deviation: number;
  /** Usual deviations from which a segment stands out. */
  readonly limit: number;
}

function contributionOf(
  series: SeriesReport,
  from: number,
  to: number,
  { averaged, part, deviation: whole, limit }: Scale,
): Contribution {
  const sums = windowSums(series, from, to);
  if (sums.points === 0)
    return {
      segment: series.series,
      actual: NaN,
      expected: NaN,
      deviation: NaN,
      share: NaN,
      usual: NaN,
      standsOut: false,
      cause: 0,
    };
  const points = averaged ? sums.points : 1;
  const [actual, expected] = [sums.actual / points, sums.expected / points];
  const deviation = (actual - expected) * part;
  const usual = (medianAbsoluteDeviation(usualSums(series, from, to, sums.points), true) * part) / points;
  return {
    segment: series.series,
    actual,
    expected,
    deviation,
    share: whole !== 0 ? deviation / whole : NaN,
    usual,
    standsOut: Math.abs(deviation) > limit * usual,
    cause: 0,
  };
}

interface TotalAndParts {
  readonly total: SeriesReport;
  readonly parts: readonly SeriesReport[];
}

function totalAndParts(
  report: Report,
  { total, others, values }: Segmentation,
  { kpi, series }: ContributionOptions,
): TotalAndParts {
  const severity = (one: SeriesReport): number => Math.max(0, ...one.incidents.map((incident) => incident.severity));
  const totals = report.series.filter((one) => one.series === total && (kpi === undefined || one.kpi === kpi));
  const worst = totals.reduce<SeriesReport | undefined>(
    (found, one) => (found && severity(found) >= severity(one) ? found : one),
    undefined,
  );
  if (!worst) throw new InputError("no_total", { kpi: kpi ?? "" });
  const parts = report.series.filter(
    (one) =>
      one.kpi === worst.kpi && one.series !== total && (one.series === others || Object.hasOwn(values, one.series)),
  );
  if (series !== undefined && series !== total && !parts.some((part) => part.series === series))
    throw new InputError("no_segment", { segment: series });
  return { total: worst, parts };
}

function stretchOf(
  { total, parts }: TotalAndParts,
  { series, incident, from, to }: ContributionOptions,
  terms: TimeTerms,
): { from: number; to: number } {
  if (from !== undefined || to !== undefined) {
    const { time } = total;
    if (!time.some((at) => at >= (from ?? -Infinity) && at <= (to ?? Infinity)))
      throw new InputError("nothing_in_stretch", { kpi: total.kpi });
    return { from: from ?? time[0], to: to ?? time[time.length - 1] };
  }
  const candidates =
    series === undefined
      ? total.incidents.length > 0
        ? [total]
        : [...parts]
      : [total, ...parts].filter((one) => one.series === series);
  const found = candidates.flatMap((one) =>
    one.incidents.filter(({ rank }) => rank === (incident ?? 1)).map((each) => ({ one, each })),
  );
  found.sort((a, b) => b.each.severity - a.each.severity);
  if (found.length === 0) throw new InputError("no_incident_of", { kpi: total.kpi, incident: incident ?? null });
  const [{ one, each }] = found;
  const expected = expectedWithout(one, one.time[each.start], one.time[each.end], terms);
  const { start, end } = incidentCore(remainderOf({ ...one, expected }), each);
  return { from: one.time[start], to: one.time[Math.max(end, lastOfNewLevel(one, each))] };
}

/**
 * Last point of the first cycle on a level that begins in an incident: the incident is the point where it begins, one of many that are
 * off, and says little alone. -1 where none begins.
 */
function lastOfNewLevel({ pattern, values }: SeriesReport, { start, end }: Incident): number {
  const lasting = (pattern?.normal?.changes ?? []).filter((change) => change.end === null);
  const begun = lasting.find(({ point }) => point >= start && point <= end + 1);
  if (!begun || !pattern) return -1;
  const next = lasting.find(({ point }) => point > begun.point)?.point ?? values.length;
  return Math.min(next, begun.point + windowAround(pattern)) - 1;
}
