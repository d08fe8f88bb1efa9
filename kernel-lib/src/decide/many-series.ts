import { normalTail, normalTailInverse } from "../numeric/normal-tail.js";

/** Median and 90 % quantile of the size of a standard normal number: what 0 and 1 of a combined score mean. */
const MEDIAN = 0.6744897501960817;
const NINETIETH = 1.6448536269514722;

/**
 * The threshold when many series are searched at once, so that the search as a whole gives as few false alarms as one series
 * would: with 2,000 columns of noise the plain threshold finds something in many of them.
 *
 * It is raised only as far as needed (Benjamini and Hochberg 1995): what counts is not how many series there are but how
 * many of them show nothing, so the same incident in all stores of a chain keeps nearly the plain threshold, one in a
 * single store out of 2,000 has to stand out of what 2,000 stores give by chance. Scores count as sizes of normal
 * deviates, of which the combined score has median and 90 % quantile. O(series log series).
 *
 * @param worst highest score of each series, in units of the combined score (median 0, 90 % quantile 1); NaN for none
 * @param threshold what is used for a single series
 * @returns at least `threshold`; that itself for one series
 */
export function manySeriesThreshold(worst: readonly number[], threshold: number): number {
  const allowed = tailChance(threshold);
  const chances = worst.filter((score) => !Number.isNaN(score)).map(tailChance).sort((a, b) => a - b);
  let agreeing = 1;
  for (let i = 0; i < chances.length; i++) if (chances[i] <= (allowed * (i + 1)) / chances.length) agreeing = i + 1;
  return chances.length < 2 ? threshold : Math.max(threshold, scoreOf((allowed * agreeing) / chances.length));
}

/** Chance of a combined score at least that high where nothing is wrong. */
function tailChance(score: number): number {
  return 2 * normalTail(MEDIAN + score * (NINETIETH - MEDIAN));
}

function scoreOf(chance: number): number {
  return (normalTailInverse(chance / 2) - MEDIAN) / (NINETIETH - MEDIAN);
}
