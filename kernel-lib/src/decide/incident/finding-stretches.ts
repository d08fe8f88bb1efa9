import type { NormalFinding, SeriesReport } from "../../report.js";
import type { Stretch } from "./stretches.js";

/**
 * Points between two findings that are still one event: a quarter of a cycle, one at least; rounded between rows, cut off beside
 * whole cycles. Between single rows on opposite sides no more than in a week of days.
 */
const QUIET = { share: 1 / 4, least: 1, most: 6, opposite: 2 };

/**
 * The findings of the model of what is normal that reach a cut, as stretches: those that overlap or nearly touch are one
 * event; single rows on opposite sides only where they are near. What it says lasts a whole cycle is told by the rows of it
 * where there are such.
 *
 * @param cycle points in a cycle, 0 for none
 * @param sideOf whether a row lies above what is expected (1) or below it (-1); 0 where that is not told
 */
export function findingStretches(
  findings: readonly NormalFinding[],
  cut: number,
  cycle: number,
  sideOf: (row: number) => number = () => 0,
): Stretch[] {
  const counted = findings.filter(({ score }) => score > cut);
  const rows = counted.filter(({ kind }) => kind !== "cycle");
  const cycles = counted.filter(
    ({ kind, start, end }) => kind === "cycle" && !rows.some((row) => row.start <= end && row.end >= start),
  );
  const gap = (quarter: number): number => Math.max(QUIET.least, Math.min(QUIET.most, quarter));
  const sided = rows.map(({ kind, start, end }) => ({ start, end, side: kind === "row" ? sideOf(start) : 0 }));
  const events = unitedBySide(sided, gap(Math.round(cycle * QUIET.share)));
  return united([...events, ...cycles], gap(Math.floor(cycle * QUIET.share)));
}

/** A stretch on one side of what is expected; without a side where it has both, or none that counts. */
interface SidedStretch extends Stretch {
  readonly side?: number;
}

/** Stretches in time order, those with at most so many points between them as one. */
export function united(parts: readonly Stretch[], gap: number): Stretch[] {
  return unitedBySide(parts, gap).map(({ start, end }) => ({ start, end }));
}

function unitedBySide(parts: readonly SidedStretch[], gap: number): SidedStretch[] {
  const result: { start: number; end: number; side: number }[] = [];
  for (const { start, end, side = 0 } of [...parts].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    const reach = last && last.side * side < 0 ? Math.min(QUIET.opposite, gap) : gap;
    if (last && start <= last.end + 1 + reach) {
      last.end = Math.max(last.end, end);
      if (last.side !== side) last.side = 0;
    } else result.push({ start, end, side });
  }
  return result;
}

/** The scores without what the findings account for: nothing is alarmed there a second time. */
export function withoutFindings(scores: Float64Array, found: readonly Stretch[]): Float64Array {
  if (found.length === 0) return scores;
  const others = scores.slice();
  for (const { start, end } of found) others.fill(NaN, start, end + 1);
  return others;
}

/** What tells how far off a point is. */
type Ranges = Pick<SeriesReport, "values" | "expected" | "lower" | "upper">;

/**
 * Whether an alarm is what a finding left in the windows beside it: it lies within so many points of one, and none of its
 * points is farther off. O(length of both).
 */
export function isEcho(alarm: Stretch, found: readonly Stretch[], reach: number, ranges: Ranges): boolean {
  const near = found.filter(({ start, end }) => alarm.start <= end + reach && alarm.end >= start - reach);
  if (near.length === 0) return false;
  const own = farthestOutside(alarm, ranges);
  return near.some((one) => own <= farthestOutside(one, ranges));
}

/** How far from expected the farthest point outside of its range is, 0 where none is. */
function farthestOutside({ start, end }: Stretch, { values, expected, lower, upper }: Ranges): number {
  let farthest = 0;
  for (let i = start; i <= end; i++)
    if (values[i] < lower[i] || values[i] > upper[i]) farthest = Math.max(farthest, Math.abs(values[i] - expected[i]));
  return farthest;
}
