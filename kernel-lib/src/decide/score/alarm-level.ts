import { log } from "../../numeric/math.js";
import { EVENT_ROWS } from "../evidence/block-maxima.js";
import type { Season } from "../../season/season.js";

/** Level for so many independent places, and how it grows with the logarithm of their number: beyond them, and up to them. */
interface Null {
  readonly level: number;
  readonly places: number;
  readonly growth: number;
  readonly early: number;
}

/** Found on generated series without events (noise, walks, trends, seasons, square waves, counts), test/bench/generated. */
const POINTS: Null = { level: 3.5, places: 34, growth: 0.38, early: 0.8 };
const CYCLES: Null = { level: 4.8, places: 80, growth: 0.4, early: 0.4 };

/**
 * The combined score, in units of its own spread, from which a stretch is an alarm: what the highest score of a series in
 * which nothing happens hardly reaches. The highest of many places is higher, so the level grows with the logarithm of
 * their number, as maxima of exponential tails do (Gumbel 1958). In short series of points it falls faster: their context
 * is narrow, and a hundred weeks hold few rare rows.
 */
export function alarmLevel(season: Season): number {
  const { level, places, growth, early } = season.cycles ? CYCLES : POINTS;
  const longer = log(Math.max(1, season.filled.length / EVENT_ROWS[season.rhythm]) / places);
  return level + (longer > 0 ? growth : early) * longer;
}
