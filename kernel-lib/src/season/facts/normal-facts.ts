import { ALPHA } from "../../baseline/decision.js";
import { isContinuous } from "../../baseline/kind.js";
import type { Baseline, Finding } from "../../baseline/types.js";
import { finiteValues } from "../../numeric/finite.js";
import { log } from "../../numeric/math.js";
import { median } from "../../numeric/statistics.js";
import { heldFinite, timesPowerOfTwo } from "../../numeric/scaling/usual-size.js";
import type { NormalChange, NormalFacts, NormalFinding } from "../../report.js";
import type { Season } from "../season.js";
import { changeCourses } from "./change-courses.js";

/** From `start` up to, not with, `end`. */
type Rows = Pick<Finding, "start" | "end">;

/** Rows in a row and whole cycles are looked at twice, so they must be twice as rare. */
const LOOKED_AT_TWICE: readonly Finding["kind"][] = ["rows", "cycle"];

/**
 * Continuous series of minutes hold many rows and much that is no noise of a known law. The level at which findings joined
 * the alarms of detectors without loss on thirteen sources of labelled series. States, counters and counts keep the usual one:
 * their law is that of whole numbers, whatever the rhythm.
 */
const ALPHA_OF_MINUTES = 1e-4;

/**
 * What the baseline of a series found, by points of the series instead of rows of its grid. What a known event explains is
 * not found; a level that lasts after one is told all the same.
 */
export function normalFacts(season: Season): NormalFacts {
  const { baseline, rows, known, rhythm } = season;
  const { kind, transform, growthPerYear, noiseByPlace } = baseline;
  const alpha = rhythm === "minutes" && isContinuous(baseline) ? ALPHA_OF_MINUTES : ALPHA;
  const points = rows && pointsOf(rows, baseline.z.length);
  const first = (row: number): number => (points ? points.from[Math.min(row, points.from.length - 1)] : row);
  const last = (row: number): number => (points ? points.to[Math.min(row, points.to.length - 1)] : row);
  const findings = baseline.findings.flatMap((finding): NormalFinding[] => {
    const own = ownRows(finding, known);
    const [start, end] = own ? [first(own.start), last(own.end - 1)] : [0, -1];
    if (start > end) return [];
    return [
      {
        kind: finding.kind,
        start,
        end,
        log10p: finding.log10p,
        score: scoreOf(finding, alpha),
      },
    ];
  });
  const lasted = changeCourses(season);
  const changes = baseline.changes
    .filter(({ row, end }) => end === null || ownRows({ start: row, end }, known) !== null)
    .map((change): NormalChange => {
      const { row, end, from, to, log10p } = change;
      const own = { point: first(row), end: end === null ? null : last(end - 1), from, to, log10p };
      const { passage, madeUp } = lasted(change);
      return {
        ...own,
        ...(passage && { passage: { ...passage, start: first(passage.start), end: first(passage.end) } }),
        ...(madeUp !== null && { madeUp: first(madeUp) }),
      };
    });
  return {
    kind,
    transform,
    findings,
    changes,
    dates: datesOf(baseline),
    growthPerYear,
    noiseByPlace: [...noiseByPlace],
  };
}

/** Milliseconds of the longest cycle that a level is told over: over a year it moves by itself. */
const LONGEST_CYCLE = 8 * 86_400_000;

/** A series with what is expected of it, changes for a while left out; `cycle` is the points after which it repeats, 0 for none. */
export interface ExpectedSeries {
  readonly time: Float64Array;
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly cycle: number;
}

/**
 * The level before and since a change, as a person reads it off the chart. What the model expects at the first changed point is
 * that of its hour or day (85 at five in the morning), which nobody takes for a level. Of a change that ended: the middle of
 * its values, and of what was expected of the same points. Of one that lasts: the middle of what is expected over a cycle before
 * and since, or of a passage the levels at its ends; where the cycle is longer than a week, or there is none, the model's own. O(changed + cycle log cycle).
 *
 * @example
 * const time = Float64Array.of(0, 1, 2, 3);
 * const [values, expected] = [Float64Array.of(5, 3, 3, 5), Float64Array.of(5, 5, 5, 5)];
 * const change = { point: 1, end: 2, from: 5, to: 3 };
 * levelsOfChange(change, { time, values, expected, cycle: 0 }); // { from: 5, to: 3 }
 */
export function levelsOfChange(
  { point, end, from, to, passage }: Pick<NormalChange, "point" | "end" | "from" | "to" | "passage">,
  { time, values, expected, cycle }: ExpectedSeries,
): Pick<NormalChange, "from" | "to"> {
  const step = (time[time.length - 1] - time[0]) / Math.max(1, time.length - 1);
  const own = { from, to };
  if (end !== null) return known(middle(expected, point, end + 1), middle(values, point, end + 1), own);
  if (passage) return { from: passage.from, to: passage.to };
  if (cycle < 2 || cycle * step > LONGEST_CYCLE) return own;
  return known(middle(expected, point - cycle, point), middle(expected, point, point + cycle), own);
}

const middle = (values: Float64Array, start: number, stop: number): number =>
  median(finiteValues(values.subarray(Math.max(0, start), stop)));

function known(
  from: number,
  to: number,
  otherwise: Pick<NormalChange, "from" | "to">,
): Pick<NormalChange, "from" | "to"> {
  return Number.isFinite(from) && Number.isFinite(to) ? { from, to } : otherwise;
}

/** Facts told of numbers of a usual size (see `inUsualSize`), for the numbers as they are. */
export function factsInSize(facts: NormalFacts, exponent: number): NormalFacts {
  if (exponent === 0) return facts;
  const own = (value: number): number => heldFinite(timesPowerOfTwo(value, exponent));
  const levels = <Levels extends Pick<NormalChange, "from" | "to">>(each: Levels): Levels => ({
    ...each,
    from: own(each.from),
    to: own(each.to),
  });
  const changes = facts.changes.map(({ passage, ...change }) => ({
    ...levels(change),
    ...(passage && { passage: levels(passage) }),
  }));
  return { ...facts, changes };
}

/** 1 for what a series in which nothing happens shows as often as `alpha` says. */
function scoreOf({ kind, log10p }: Finding, alpha: number): number {
  const level = LOOKED_AT_TWICE.includes(kind) ? alpha / 2 : alpha;
  return Math.max(0, (log10p * Math.LN10) / log(level));
}

function datesOf({ dates }: Baseline): NormalFacts["dates"] {
  return dates.map(({ key, value, effect, rows }) => ({ key, value, effect, years: rows.length }));
}

/** Rows of a stretch without the known events at its ends; null where nothing else is left, or most of it is known. */
function ownRows({ start, end }: Rows, known: Uint8Array): Rows | null {
  let explained = 0;
  for (let row = start; row < end; row++) explained += known[row];
  if (2 * explained >= Math.max(1, end - start)) return null;
  let [first, last] = [start, end];
  while (known[first]) first++;
  while (known[last - 1]) last--;
  return { start: first, end: last };
}

/** For each row the first point from it on, and the last point up to it. */
function pointsOf(rows: Int32Array, length: number): { readonly from: Int32Array; readonly to: Int32Array } {
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  for (let row = 0, point = 0; row < length; row++) {
    while (point < rows.length && rows[point] < row) point++;
    from[row] = Math.min(point, rows.length - 1);
    to[row] = point < rows.length && rows[point] === row ? point : point - 1;
  }
  return { from, to };
}
