import { pow } from "../../numeric/math.js";
import type { Pattern } from "../../report.js";
import { EVENT_ROWS } from "../evidence/block-maxima.js";
import { stretches, type Stretch } from "./stretches.js";

/** An alarm starts and ends at this part of the level that it has to reach. */
export const SHOULDER = 0.45;

/** No alarm is longer than this share of the series. */
const LONGEST = 0.1;

/** Score from which a stretch is an alarm at a sensitivity of 0 to 100: 1 at 50, a quarter at 100, four times at 0. */
export function alarmCut(sensitivity: number): number {
  return pow(2, (50 - sensitivity) / 25);
}

/** Rows that no alarm of a series of so many is longer than. */
export function longestAlarm(rows: number): number {
  return Math.max(2, Math.floor(LONGEST * rows));
}

/**
 * Stretches of points whose score stays above a shoulder and somewhere reaches the cut; near ones are joined. A stretch
 * longer than a tenth of the series is cut higher until its pieces are shorter, so that no incident swallows the file:
 * a lasting change shows at its onset. O(n) for each cut.
 */
export function alarms(scores: Float64Array, pattern: Pattern, cut: number): Stretch[] {
  const n = scores.length;
  const longest = longestAlarm(n);
  const gap = Math.min(EVENT_ROWS[pattern.rhythm], Math.floor(n / 8));
  return joined(within(scores, 0, n - 1, cut, longest), gap, longest);
}

function within(scores: Float64Array, from: number, to: number, cut: number, longest: number): Stretch[] {
  const found: Stretch[] = [];
  const waiting = [{ start: from, end: to, cut }];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { cut: level } = part;
    for (const stretch of above(scores, part, SHOULDER * level)) {
      const peak = highest(scores, stretch);
      if (!(peak > level)) continue;
      if (stretch.end - stretch.start < longest) {
        found.push(stretch);
        continue;
      }
      // Cuts that would leave the stretch as it is are passed over: scores without a bound have no end of them.
      const lowest = least(scores, stretch);
      let next = level * 1.25;
      while (peak > next && lowest > SHOULDER * next) next *= 1.25;
      if (peak > next) waiting.push({ ...stretch, cut: next });
      else found.push(aroundPeak(scores, stretch, peak, longest));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function above(scores: Float64Array, { start: from, end: to }: Stretch, shoulder: number): Stretch[] {
  const marks = new Uint8Array(to - from + 1);
  for (let i = from; i <= to; i++) marks[i - from] = scores[i] > shoulder ? 1 : 0;
  return stretches(marks, 0).map(({ start, end }) => ({ start: start + from, end: end + from }));
}

function least(scores: Float64Array, { start, end }: Stretch): number {
  let lowest = Infinity;
  for (let i = start; i <= end; i++) if (scores[i] < lowest) lowest = scores[i];
  return lowest;
}

function highest(scores: Float64Array, { start, end }: Stretch): number {
  let peak = -Infinity;
  for (let i = start; i <= end; i++) if (scores[i] > peak) peak = scores[i];
  return peak;
}

function aroundPeak(scores: Float64Array, { start, end }: Stretch, peak: number, longest: number): Stretch {
  const at = scores.indexOf(peak, start);
  const half = longest >> 2;
  return { start: Math.max(start, at - half), end: Math.min(end, at + half) };
}

function joined(found: readonly Stretch[], gap: number, longest: number): Stretch[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = result[result.length - 1];
    if (last && start - last.end <= gap && end - last.start < longest) last.end = end;
    else result.push({ start, end });
  }
  return result;
}
