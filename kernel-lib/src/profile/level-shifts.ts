import type { Series } from "../table.js";
import { levelChanges, type ChangeOfLevel } from "./analyses/level-changes.js";
import type { Seasonality } from "./seasons.js";

/** A moment from which on a KPI stands at another level. */
export interface LevelShift {
  /** Index of the first point at the new level. */
  readonly point: number;
  readonly time: number;
  /** Level without and with the change. */
  readonly before: number;
  readonly after: number;
  readonly passage?: ChangeOfLevel["passage"];
  readonly madeUp?: ChangeOfLevel["madeUp"];
}

/** Shifts that are listed. */
const MOST = 5;

/** Lasting changes of level that the baseline found beyond chance, largest first, at most five; what goes on over the same time is told once. */
export function levelShifts(
  series: Series,
  seasonality: Pick<Seasonality, "normal" | "expected" | "cycle">,
): LevelShift[] {
  return levelChanges(series, seasonality)
    .filter(({ until }) => until === null)
    .map(({ until, ...shift }): LevelShift => shift)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .filter((shift, place, all) => !all.slice(0, place).some((larger) => isWithin(shift, larger)))
    .slice(0, MOST);
}

function isWithin({ time }: LevelShift, { passage }: LevelShift): boolean {
  return passage !== undefined && time >= passage.from && time <= passage.to;
}
