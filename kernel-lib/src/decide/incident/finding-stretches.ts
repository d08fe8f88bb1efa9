import type { NormalFinding } from "../../report.js";
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
  const events = united(sided, gap(Math.round(cycle * QUIET.share)));
  return united([...events, ...cycles], gap(Math.floor(cycle * QUIET.share))).map(({ start, end }) => ({ start, end }));
}

/** A stretch on one side of what is expected; without a side where it has both, or none that counts. */
interface SidedStretch extends Stretch {
  readonly side?: number;
}

function united(parts: readonly SidedStretch[], gap: number): SidedStretch[] {
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

/** Whether a stretch lies within so many points of one of those found. */
export function isNear({ start, end }: Stretch, found: readonly Stretch[], reach: number): boolean {
  return found.some((one) => start <= one.end + reach && end >= one.start - reach);
}
