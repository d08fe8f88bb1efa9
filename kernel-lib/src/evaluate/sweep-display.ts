import { recordTableDisplay, shortNumber } from "../display/record-table.js";
import type { MimeBundle } from "../display/with-display.js";
import type { Sweep, SweepPoint } from "./sweep.js";

/** A sweep in a notebook or a terminal: what it means, then one line a value. */
export function sweepDisplay({ option, points, text }: Sweep): MimeBundle {
  return recordTableDisplay({
    caption: text,
    header: [option, "flagged", "overlap with current", "overlap with the value before"],
    rows: points.map(({ value, flagged, overlap, step }) => [
      String(value),
      String(flagged),
      shortNumber(overlap, 2),
      shortNumber(step, 2),
    ]),
    numbers: [0, 1, 2, 3],
  });
}

/** Longest run of values whose flags overlap to at least 0.8 from one to the next; the first of equally long ones. */
export function plateauOf(points: readonly SweepPoint[]): readonly [number, number] | null {
  let best: readonly [number, number] = [0, 0];
  let start = 0;
  for (let i = 1; i < points.length; i++) {
    if (!(points[i].step >= 0.8)) start = i;
    if (i - start > best[1] - best[0]) best = [start, i];
  }
  return best[1] > best[0] ? [points[best[0]].value, points[best[1]].value] : null;
}

/** A sweep in words. */
export function sweepText(
  title: string,
  option: string,
  current: number,
  points: readonly SweepPoint[],
  plateau: readonly [number, number] | null,
): string {
  const counts = points.map(({ flagged }) => flagged);
  const range = `${title} flags between ${Math.min(...counts)} and ${Math.max(...counts)} points as ${option} goes from ${points[0].value} to ${points[points.length - 1].value}`;
  if (Math.max(...counts) === 0)
    return `${title} flags nothing, whatever ${option} is between ${points[0].value} and ${points[points.length - 1].value}.`;
  if (!plateau) return `${range}; the flags change with every step, so the choice of ${option} matters.`;
  const inside = current >= plateau[0] && current <= plateau[1];
  return `${range}; from ${plateau[0]} to ${plateau[1]} the flags hardly change, and the current ${current} lies ${inside ? "in" : "outside"} that plateau.`;
}
