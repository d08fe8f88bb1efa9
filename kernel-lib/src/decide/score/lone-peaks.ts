import { log, pow } from "../../numeric/math.js";
import { median } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";
import { EVENT_ROWS } from "./alarm-level.js";
import { areTiesRare } from "../incident/trim-stretch.js";

/** Values nearer than this many robust deviations are not worth a look for being alone. */
const LEAST_DISTANCE = 6;

/** Chance of a gap that wide in a series without events. */
const CHANCE = 0.004;

/** How uncertain the shape of a tail is: this over the root of the number of rows beyond its 80 % quantile. */
const UNSURE = 1.7;

/** As many values may be far off together. */
const MOST = 5;

/** Rows on each side of a value that are as usual when it stands alone. */
const BESIDE = 3;
const ALONE = 1 / 3;

interface Peak {
  readonly row: number;
  readonly distance: number;
}

/**
 * Scores values that nothing comes near: the farthest from trend and season, when a gap lies between them (one to five) and
 * all others. In a tail of shape ξ the largest of many distances is r times the next one with chance r^(-1/ξ), in an
 * exponential one with chance n^(1-r) (Rényi 1953), so a light tail makes a small gap telling, and where far values are the
 * habit of a KPI hardly any is; several values beyond a gap make it less likely still. What the windows of other detectors
 * see of a single value is little; a person sees it at once. Series of few different values (counts, square waves) have
 * gaps by nature and none that tells. O(n).
 *
 * @returns above 1 where the gap is wider than chance makes it, 0 for all other rows: a narrower one says nothing
 */
export function lonePeaks(season: Season): Float64Array {
  const { raw, missing, known, tail, rhythm, filled } = season;
  const n = filled.length;
  const scores = new Float64Array(n);
  if (!areTiesRare(filled)) return scores;
  const distances = raw.map((distance, i) => (missing[i] || known[i] ? 0 : Math.abs(distance)));
  const shape = Math.max(0, tail?.shape ?? 0) + UNSURE / Math.sqrt(0.2 * n);
  const gap = Math.max(pow(CHANCE, -shape), 1 - log(CHANCE) / log(n));
  const peaks = farthest(distances, EVENT_ROWS[rhythm], MOST + 1);
  for (let k = 1; k < peaks.length; k++) {
    const needed = Math.max(LEAST_DISTANCE, peaks[k].distance * pow(gap, 1 / Math.sqrt(k)));
    if (peaks[k - 1].distance <= needed) continue;
    for (const { row, distance } of peaks.slice(0, k))
      if (standsAlone(distances, row)) scores[row] = Math.max(scores[row], distance / needed);
  }
  return scores;
}

/** So many rows that are farthest off, each the farthest of the rows around it. */
function farthest(distances: Float64Array, apart: number, count: number): Peak[] {
  const taken = new Uint8Array(distances.length);
  const peaks: Peak[] = [];
  while (peaks.length < count) {
    let row = -1;
    for (let i = 0; i < distances.length; i++) if (!taken[i] && (row < 0 || distances[i] > distances[row])) row = i;
    if (row < 0) break;
    peaks.push({ row, distance: distances[row] });
    taken.fill(1, Math.max(0, row - apart), row + apart + 1);
  }
  return peaks;
}

function standsAlone(distances: Float64Array, row: number): boolean {
  const beside = [
    ...distances.subarray(Math.max(0, row - BESIDE), row),
    ...distances.subarray(row + 1, row + 1 + BESIDE),
  ];
  return median(Float64Array.from(beside)) < ALONE * distances[row];
}
