import { finiteValues } from "../numeric/finite.js";
import { median, medianAbsoluteDeviation } from "../numeric/statistics.js";
import type { Series } from "../table.js";

/** A moment from which on a KPI stands at another level. */
export interface LevelShift {
  /** Index of the first point at the new level. */
  readonly point: number;
  readonly time: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Lasting changes of level, largest first, at most five. The medians of the window before and after each of many
 * candidate points are compared; a shift is a local maximum that stands out from all the other differences by six robust
 * deviations and from the scatter within the windows by two. Windows hold whole seasons.
 *
 * @param season points of the season, 0 for none
 * Cost: O(n).
 */
export function levelShifts({ values, time }: Series, season: number): LevelShift[] {
  const wanted = Math.max(14, Math.floor(values.length / 25));
  const width = season > 0 && season * 2 <= values.length / 4 ? Math.ceil(wanted / season) * season : wanted;
  const stride = Math.max(1, Math.floor(width / 8));
  const candidates: { point: number; before: number; after: number; difference: number }[] = [];
  for (let point = width; point + width <= values.length; point += stride) {
    const left = finiteValues(values.subarray(point - width, point));
    const right = finiteValues(values.subarray(point, point + width));
    if (left.length < width / 2 || right.length < width / 2) continue;
    const before = median(left);
    const after = median(right);
    candidates.push({ point, before, after, difference: after - before });
  }
  if (candidates.length < 8) return [];
  const differences = Float64Array.from(candidates, ({ difference }) => difference);
  const centre = median(differences);
  const usual = medianAbsoluteDeviation(differences, true);
  const scatterOf = (from: number): number => medianAbsoluteDeviation(values.subarray(from, from + width), true);
  const size = (difference: number): number => Math.abs(difference - centre);
  const found: LevelShift[] = [];
  const taken: number[] = [];
  for (const each of [...candidates].sort((a, b) => size(b.difference) - size(a.difference))) {
    if (found.length === 5 || size(each.difference) <= 6 * usual) break;
    if (taken.some((point) => Math.abs(point - each.point) < 2 * width)) continue;
    if (size(each.difference) <= scatterOf(each.point - width) + scatterOf(each.point)) continue;
    taken.push(each.point);
    found.push({ point: each.point, time: time[each.point], before: each.before, after: each.after });
  }
  return found;
}
