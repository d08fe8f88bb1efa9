import { log } from "../../numeric/math.js";

/**
 * How fast high combined scores get rarer where nothing happens: by a factor e for each sixth of the alarm level. Measured on
 * series without events of 730 days (highest score of a series between the 5 % and the 1 % that are highest): 10 for white
 * noise and seasons, 4 for strongly correlated noise; heavy tails (Student's t with four degrees) fall more slowly still.
 */
const DECAY = 6;

/**
 * The score that an incident needs when many series are searched at once, so that the search as a whole gives as few false
 * alarms as one series would: with 2,000 columns of noise the plain cut finds something in a hundred of them.
 *
 * It is raised only as far as needed (Benjamini and Hochberg 1995): what counts is not how many series there are but how
 * many of them show nothing, so the same incident in all stores of a chain keeps nearly the plain cut, one in a single
 * store out of 2,000 has to stand out of what 2,000 stores give by chance. O(series log series).
 *
 * @param highest highest combined score of each series (1 is the alarm level); NaN where it has none
 * @param cut what is used for a single series
 * @returns at least `cut`; that itself for one series
 */
export function manySeriesCut(highest: readonly number[], cut: number): number {
  const scores = highest.filter((score) => !Number.isNaN(score)).sort((a, b) => b - a);
  const cutFor = (agreeing: number): number => cut + log(scores.length / agreeing) / DECAY;
  for (let agreeing = scores.length; agreeing > 1; agreeing--)
    if (scores[agreeing - 1] >= cutFor(agreeing)) return cutFor(agreeing);
  return scores.length > 1 ? cutFor(1) : cut;
}
