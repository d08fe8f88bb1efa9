import type { NormalFinding } from "../../report.js";
import type { Stretch } from "./stretches.js";

/** Points between two findings that are still one event: a quarter of a cycle, one at least; rounded between rows, cut off beside whole cycles. */
const QUIET = { share: 1 / 4, least: 1, most: 6 };

/**
 * The findings of the model of what is normal that reach a cut, as stretches: those that overlap or nearly touch are one
 * event. What it says lasts a whole cycle is told by the rows of it where there are such.
 *
 * @param cycle points in a cycle, 0 for none
 */
export function findingStretches(findings: readonly NormalFinding[], cut: number, cycle: number): Stretch[] {
  const counted = findings.filter(({ score }) => score > cut);
  const rows = counted.filter(({ kind }) => kind !== "cycle");
  const cycles = counted.filter(
    ({ kind, start, end }) => kind === "cycle" && !rows.some((row) => row.start <= end && row.end >= start),
  );
  const gap = (quarter: number): number => Math.max(QUIET.least, Math.min(QUIET.most, quarter));
  const events = united(rows, gap(Math.round(cycle * QUIET.share)));
  return united([...events, ...cycles], gap(Math.floor(cycle * QUIET.share)));
}

function united(parts: readonly Stretch[], gap: number): Stretch[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && start <= last.end + 1 + gap) last.end = Math.max(last.end, end);
    else result.push({ start, end });
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
