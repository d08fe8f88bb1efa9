import type { Contribution, Contributions } from "../../evaluate/drivers/contributions.js";

/** Causes named until they make up this share of all, and never more than so many. */
const MOST_OF_IT = 0.8;
export const MOST_NAMED = 4;

/** How few causes make up most of what stands out. */
export function fewestCauses(causes: readonly Contribution[]): number {
  let explained = 0;
  for (let count = 0; count < causes.length && count < MOST_NAMED; count++) {
    explained += causes[count].cause;
    if (explained >= MOST_OF_IT) return count + 1;
  }
  return Math.min(MOST_NAMED, causes.length);
}

/** Segments that stand out against the direction of the incident, and hide a part of it. */
export function pointsAgainst({ segments, direction }: Contributions): Contribution[] {
  return segments.filter(({ standsOut, deviation }) => standsOut && Math.sign(deviation) === -direction);
}
