import { levelsOfChange } from "../../season/facts/normal-facts.js";
import type { Series } from "../../table.js";
import type { Seasonality } from "../seasons.js";

/** A change of level that the model of what is normal has found, for good or for a while. */
export interface ChangeOfLevel {
  /** Index of the first point at the other level, and its time. */
  readonly point: number;
  readonly time: number;
  /** Time of the last point at the other level; null where it stays. */
  readonly until: number | null;
  /** Level without and with the change. */
  readonly before: number;
  readonly after: number;
  /** Of a lasting one that came over several points: the time of the first and of the last of them. */
  readonly passage?: { readonly from: number; readonly to: number };
  /** Of a lasting one: the time from which half of it is made up for again. */
  readonly madeUp?: number;
}

/** log10 of the significance level, 2 %. */
const LEVEL = -1.6989700043360187;

/** All changes of level beyond chance that the model found, in order of time: the ones that detection goes by. */
export function levelChanges(
  { time, values }: Series,
  { normal, expected, cycle }: Pick<Seasonality, "normal" | "expected" | "cycle">,
): ChangeOfLevel[] {
  return (normal?.changes ?? [])
    .filter(({ log10p }) => log10p <= LEVEL)
    .map((change) => {
      const { point, end, passage, madeUp } = change;
      const { from, to } = levelsOfChange(change, { time, values, expected, cycle });
      return {
        point,
        time: time[point],
        until: end === null ? null : time[end],
        before: from,
        after: to,
        ...(passage && { passage: { from: time[passage.start], to: time[passage.end] } }),
        ...(madeUp !== undefined && { madeUp: time[madeUp] }),
      };
    })
    .sort((a, b) => a.point - b.point);
}
