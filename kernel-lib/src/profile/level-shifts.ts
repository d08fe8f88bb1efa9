import type { Series } from "../table.js";
import { levelChanges } from "./analyses/level-changes.js";
import type { Seasonality } from "./seasons.js";

/** A moment from which on a KPI stands at another level. */
export interface LevelShift {
  /** Index of the first point at the new level. */
  readonly point: number;
  readonly time: number;
  /** Level without and with the change. */
  readonly before: number;
  readonly after: number;
}

/** Shifts that are listed. */
const MOST = 5;

/** Lasting changes of level that the baseline found beyond chance, largest first, at most five. */
export function levelShifts(
  series: Series,
  seasonality: Pick<Seasonality, "normal" | "expected" | "cycle">,
): LevelShift[] {
  return levelChanges(series, seasonality)
    .filter(({ until }) => until === null)
    .map(({ point, time, before, after }): LevelShift => ({ point, time, before, after }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, MOST);
}
