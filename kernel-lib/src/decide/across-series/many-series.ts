import { log } from "../../numeric/math.js";
import { alarmCut } from "../incident/alarms.js";
import { chanceOfAlarm } from "../score/false-alarm-dial.js";

/** A series whose highest score is below this part of the alarm level is quiet: it has no say in what the others need. */
const NEAR = 0.5;

/** Series in which nothing happens that leave the cut as it is, for each series that shows something: a convention. */
const ALLOWED = 3;

/** Sensitivities between which it is told how fast high scores get rare where nothing happens, and at which a score of .5 alarms. */
const [USUAL, OPEN, NEARLY] = [50, 60, 75];

/** What the counts of the dial say of series without events. */
const chance = (): { readonly decay: number; readonly near: number } => ({
  /** How fast scores about the alarm level get rarer: by a factor e for each so much of it. */
  decay: log(chanceOfAlarm(OPEN) / chanceOfAlarm(USUAL)) / (1 - alarmCut(OPEN)),
  /** Share of the series without events whose highest score comes near the level and does not pass it. */
  near: chanceOfAlarm(NEARLY) - chanceOfAlarm(USUAL),
});

/**
 * The score that an incident needs when many series are searched at once, so that the search as a whole gives few false
 * alarms: with 2,000 columns of noise the plain cut finds something in more than a hundred of them.
 *
 * How many series could raise a false alarm is told by those that come near the alarm level and do not pass it: what chance
 * does to them it does to others a little more (Storey 2002 estimates the number of true null hypotheses in that way). So a
 * column that is constant or quiet changes no verdict of another, however many of them there are. For each series that passes,
 * three without events leave the cut as it is; beyond that it is raised as far as needed (Benjamini and Hochberg 1995), so the
 * same incident in all stores of a chain keeps the plain cut, one in a single store out of 2,000 restless ones has to stand out
 * of what 2,000 stores give by chance. O(series log series).
 *
 * @param highest highest combined score of each series (1 is the alarm level); NaN where it has none
 * @param cut what is used for a single series
 * @returns at least `cut`; that itself for one series
 */
export function manySeriesCut(highest: ArrayLike<number>, cut: number): number {
  if (highest.length < 2) return cut;
  const { decay, near } = chance();
  const scores = Float64Array.from(highest)
    .filter((score) => score > NEAR)
    .sort()
    .reverse();
  const missed = scores.filter((score) => score <= 1).length;
  const withoutEvents = missed / near;
  const cutFor = (agreeing: number): number =>
    cut + Math.max(0, log(Math.max(1, withoutEvents / (ALLOWED * agreeing)))) / decay;
  for (let agreeing = scores.length; agreeing > 1; agreeing--)
    if (scores[agreeing - 1] >= cutFor(agreeing)) return cutFor(agreeing);
  return cutFor(1);
}
