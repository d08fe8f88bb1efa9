import { log } from "../../numeric/math.js";
import { quantiles } from "../../numeric/statistics.js";
import type { Rhythm } from "../../season/season.js";

/** Rows that one event spans: scores that are closer say the same. */
export const EVENT_ROWS: Readonly<Record<Rhythm, number>> = { minutes: 96, hours: 24, days: 14 };

/** A series is cut into so many blocks at least, of so many rows at least. */
const LEAST_BLOCKS = 16;
const LEAST_ROWS = 3;

/** Where the maxima of blocks usually lie and how fast higher ones get rare, as a Gumbel law has it. */
export interface UsualMaximum {
  readonly place: number;
  readonly scale: number;
}

/** Rows of a block: as many as an event spans, fewer in short series. */
export function blockRows(rows: number, rhythm: Rhythm): number {
  return Math.max(LEAST_ROWS, Math.min(EVENT_ROWS[rhythm], Math.floor(rows / LEAST_BLOCKS)));
}

/** The highest value of each block; the last block may be short. NaN counts as nothing. O(n). */
export function blockMaxima(values: Float64Array, rows: number): Float64Array {
  const maxima = new Float64Array(Math.ceil(values.length / rows)).fill(-Infinity);
  for (let block = 0, from = 0; block < maxima.length; block++, from += rows) {
    const to = Math.min(values.length, from + rows);
    for (let i = from; i < to; i++) if (values[i] > maxima[block]) maxima[block] = values[i];
  }
  return maxima;
}

/** Shares of the blocks whose quantiles tell the law: only the lower two thirds count, the others may hold events. */
const SHARES = [0.15, 0.4, 0.65] as const;

/** Quantile of the standard Gumbel law. */
const gumbel = (share: number): number => -log(-log(share));
const [LOW, MIDDLE, HIGH] = SHARES.map(gumbel);

/** The scale told by the two lower quantiles is believed up to this factor: where a third of the blocks holds events, the upper one is too high. */
const TRUSTED = 1.5;

/**
 * The law of the block maxima where nothing happens, from their quantiles 15, 40 and 65 %: a third of the blocks may hold
 * events, or one event that is frequent, and none masks itself. O(blocks log blocks).
 *
 * @param least smallest scale that means anything
 */
export function usualMaximum(maxima: Float64Array, least: number): UsualMaximum {
  const [low, middle, high] = quantiles(maxima, SHARES);
  const whole = (high - low) / (HIGH - LOW);
  const lower = middle > low ? (TRUSTED * (middle - low)) / (MIDDLE - LOW) : whole;
  const scale = Math.max(Math.min(whole, lower), least);
  return { place: middle - scale * MIDDLE, scale };
}
