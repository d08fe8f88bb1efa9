import type { NormalFacts } from "../report.js";
import type { Series } from "../table.js";

/** A moment from which on a KPI stands at another level. */
export interface LevelShift {
  /** Index of the first point at the new level. */
  readonly point: number;
  readonly time: number;
  /** Expected there without and with the change. */
  readonly before: number;
  readonly after: number;
}

/** Shifts that are listed. */
const MOST = 5;

/** Lasting changes of level that the baseline found beyond chance, largest first, at most five. */
export function levelShifts({ time }: Series, normal: NormalFacts | null): LevelShift[] {
  const lasting = (normal?.changes ?? []).filter(({ end, log10p }) => end === null && log10p <= LEVEL);
  return lasting
    .map(({ point, from, to }): LevelShift => ({ point, time: time[point], before: from, after: to }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, MOST);
}

/** log10 of the significance level, 2 %. */
const LEVEL = -1.6989700043360187;
