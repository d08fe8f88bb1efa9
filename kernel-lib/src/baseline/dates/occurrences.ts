import { median } from "../noise/spread.js";

/** Median square of a standard normal number. */
const MEDIAN_SQUARE = 0.454936423119572;
/** Effects in deviations of a day that are large: they tell how far occurrences of a date differ. */
export const LARGE = 6;
/** Occurrences that are all alike, as which the prior counts. */
const ALIKE = 3;
/** Deviations within which an occurrence is one like the others. */
const WITHIN = 3;

/** What single occurrences of dates have of their own. Columns have one value a day. */
export interface OwnOfOccurrences {
  /** What each has of its own, beside what the others of its date say. */
  readonly own: Float64Array;
  /** Variance of the effect. */
  readonly doubt: Float64Array;
  /** 1 where an occurrence tells its own effect, 0 where it is too far off to be one like the others. */
  readonly isOwn: Uint8Array;
}

/**
 * Occurrences of a date differ by more than noise: no Christmas is like the other. By how much, in proportion to the effect, all
 * dates of a series tell together (partial pooling). What an occurrence is off within that is its own (best linear unbiased
 * prediction), what is beyond is judged in the size of both. O(n).
 *
 * @param off distance from what the others of the date say, NaN where there is none; @param effect what they say, both in
 * deviations of a day; @param doubt what they leave open
 */
export function ownOfOccurrences(off: Float64Array, effect: Float64Array, doubt: Float64Array): OwnOfOccurrences {
  const ratio = spreadOfOccurrences(off, effect, doubt);
  const days = off.length;
  const [own, open, isOwn] = [new Float64Array(days), new Float64Array(days), new Uint8Array(days)];
  for (let day = 0; day < days; day++) {
    if (Number.isNaN(off[day])) continue;
    const variance = doubt[day] + ratio * effect[day] * effect[day] * (1 + doubt[day]);
    isOwn[day] = Number(off[day] * off[day] <= WITHIN * WITHIN * (1 + variance));
    if (isOwn[day] === 1) own[day] = (off[day] * variance) / (1 + variance);
    open[day] = isOwn[day] === 1 ? variance / (1 + variance) : variance;
  }
  return { own, doubt: open, isOwn };
}

/** Variance of single occurrences over the square of their effect. */
function spreadOfOccurrences(off: Float64Array, effect: Float64Array, doubt: Float64Array): number {
  const ratios: number[] = new Array<number>(ALIKE).fill(0);
  for (let day = 0; day < off.length; day++) {
    if (!(Math.abs(effect[day]) >= LARGE) || Number.isNaN(off[day])) continue;
    const square = off[day] * off[day];
    ratios.push((square / (MEDIAN_SQUARE * (1 + doubt[day])) - 1) / (effect[day] * effect[day]));
  }
  return Math.max(0, median(Float64Array.from(ratios)));
}
