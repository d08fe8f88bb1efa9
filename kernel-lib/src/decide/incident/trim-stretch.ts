import type { Pattern } from "../../report.js";
import type { Stretch } from "./stretches.js";

/** Rows nearer to expected than this part of the farthest one are not what the incident is about. */
const PART = 0.25;

/** Equal values in a row that are an incident of their own kind, where ties are rare otherwise. */
const STILL = 5;

/** An alarm is about the rows that are kept only if one of them scores as much as this part of its highest score. */
const LOUD = 0.9;

/** What an alarm is trimmed by: one entry a point everywhere. */
export interface Trimming {
  /** Combined score, which raised the alarm. */
  readonly scores: Float64Array;
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly pattern: Pick<Pattern, "known">;
}

/**
 * Brings an alarm down to the rows that it is about. Scores of windows reach beyond an event on both sides; a reader wants
 * the day of the spike, not the fortnight around it. A run of equal values is taken as it stands where they are rare; else
 * the alarm lasts from the first to the last row that leaves the usual range by a quarter of the farthest one. An alarm that
 * never leaves the range (a calm stretch, a late cycle) stays as it is. What raised the alarm is never trimmed away: where
 * the far rows score low (a spike beside a late cycle), they are kept together with the row of the highest score.
 * O(length of the alarm).
 */
export function trimStretch(stretch: Stretch, series: Trimming, tiesAreRare: boolean): Stretch {
  const part = (tiesAreRare ? stillPart(stretch, series.values) : null) ?? farPart(stretch, series) ?? stretch;
  const { scores } = series;
  const top = loudest(scores, stretch);
  if (scores[loudest(scores, part)] >= LOUD * scores[top]) return part;
  return { start: Math.min(part.start, top), end: Math.max(part.end, top) };
}

function loudest(scores: Float64Array, { start, end }: Stretch): number {
  let top = start;
  for (let i = start; i <= end; i++) if (scores[i] > scores[top] || Number.isNaN(scores[top])) top = i;
  return top;
}

/** Whether neighbours are equal in fewer than one step of twenty. O(n). */
export function areTiesRare(values: Float64Array): boolean {
  let ties = 0;
  for (let i = 1; i < values.length; i++) if (values[i] === values[i - 1]) ties++;
  return ties < 0.05 * values.length;
}

/** The longest run of equal values, when it is long enough to be an incident of its own kind; else null. O(length). */
export function stillPart({ start, end }: Stretch, values: Float64Array): Stretch | null {
  let longest: Stretch = { start, end: start };
  for (let from = start; from <= end; ) {
    let to = from;
    while (to < end && values[to + 1] === values[from]) to++;
    if (to - from > longest.end - longest.start) longest = { start: from, end: to };
    from = to + 1;
  }
  return longest.end - longest.start + 1 >= STILL ? longest : null;
}

function farPart(
  { start, end }: Stretch,
  { values, expected, lower, upper, pattern: { known } }: Trimming,
): Stretch | null {
  let farthest = 0;
  const outside = (i: number): boolean => !known[i] && (values[i] < lower[i] || values[i] > upper[i]);
  for (let i = start; i <= end; i++) if (outside(i)) farthest = Math.max(farthest, Math.abs(values[i] - expected[i]));
  if (farthest === 0) return null;
  const far = (i: number): boolean => outside(i) && Math.abs(values[i] - expected[i]) >= PART * farthest;
  let first = start;
  while (!far(first)) first++;
  let last = end;
  while (!far(last)) last--;
  return { start: first, end: last };
}
