import { DAY } from "./calendar.js";

/**
 * How regular a reading of dates is, to choose between two readings of the same text: share of steps between
 * neighbouring distinct dates that are the commonest step (months of any length count as one step), plus how far the
 * file is in time order, plus a little for calendars that people keep (first of the month, every day).
 */
export function stepRegularity(times: Float64Array): number {
  const known = times.filter((time) => !Number.isNaN(time));
  if (known.length < 2) return 0;
  const sorted = Float64Array.from(new Set(known)).sort();
  const steps = new Map<number, number>();
  for (let i = 1; i < sorted.length; i++) {
    const step = monthStep(sorted[i - 1], sorted[i]) ?? sorted[i] - sorted[i - 1];
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const share = sorted.length < 2 ? 0 : Math.max(...steps.values()) / (sorted.length - 1);
  const kept = known.length / times.length;
  return kept * (share + 0.25 * orderliness(known) + 0.01 * (customary(sorted, sorted.length < known.length) ? 1 : 0));
}

/** Whole months between two dates on the same day of the month, as a negative number; null for other steps. */
function monthStep(from: number, to: number): number | null {
  if (to - from < 28 * DAY) return null;
  const a = new Date(from);
  const b = new Date(to);
  if (a.getUTCDate() !== b.getUTCDate()) return null;
  return -((b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth());
}

/** Share of steps in file order that go the way most of them go. */
function orderliness(times: Float64Array): number {
  let up = 0;
  let down = 0;
  for (let i = 1; i < times.length; i++) {
    if (times[i] > times[i - 1]) up++;
    else if (times[i] < times[i - 1]) down++;
  }
  return up + down === 0 ? 1 : Math.max(up, down) / (up + down);
}

/** All on the first of a month, or about one a day. Where dates repeat, several rows of one day are likelier than of one month. */
function customary(sorted: Float64Array, repeated: boolean): boolean {
  const first = !repeated && sorted.every((time) => new Date(time).getUTCDate() === 1);
  return first || (sorted[sorted.length - 1] - sorted[0]) / DAY < sorted.length * 8;
}
