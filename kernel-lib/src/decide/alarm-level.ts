import type { Season } from "../season/season.js";

/** Rows that one event spans: scores that are closer say the same. */
const EVENT_ROWS = { minutes: 96, hours: 24, days: 14 } as const;

/** Level that the highest score of so many independent places stays below in 95 of 100 series without an event, and how it grows. */
interface Null {
  readonly level: number;
  readonly places: number;
  readonly growth: number;
}

/** Found on generated series without events (noise, walks, trends, seasons, square waves, counts), test/bench/generated. */
const POINTS: Null = { level: 3.5, places: 34, growth: 0.38 };
const CYCLES: Null = { level: 4.8, places: 80, growth: 0.4 };

/**
 * The combined score, in units of its own spread, from which a stretch is an alarm: what the highest score of a series in
 * which nothing happens hardly reaches. The highest of many places is higher, so the level grows with the logarithm of
 * their number, as maxima of exponential tails do (Gumbel 1958).
 */
export function alarmLevel(season: Season): number {
  const { level, places, growth } = season.cycles ? CYCLES : POINTS;
  return level + growth * Math.log(Math.max(1, season.filled.length / EVENT_ROWS[season.rhythm]) / places);
}
