import type { ToldIncident } from "../catalogue.js";

/** Both sides of an incident whose values go farther to the other side than at the point that its score is highest at; else null. */
export function farOnBothSides({ sides, deviation }: Pick<ToldIncident, "sides" | "deviation">): ToldIncident["sides"] {
  if (sides === null) return null;
  const other = deviation < 0 ? sides.above : sides.below;
  return other.amount > Math.abs(deviation) ? sides : null;
}
