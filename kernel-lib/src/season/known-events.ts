import { lowerBound } from "../numeric/order/lower-bound.js";
import type { Series } from "../table.js";

/** Something that is known to move a KPI: a holiday, a promotion, an outage. */
export interface KnownEvent {
  readonly name: string;
  /** Milliseconds since 1970-01-01, both inclusive; wall-clock times are held as if they were UTC, like those of a table. */
  readonly start: number;
  readonly end: number;
}

/** 1 for the points that a known event covers; null when none does. O(events + n). */
export function knownRows(series: Series, events: readonly KnownEvent[]): Uint8Array | null {
  if (!series.dated || events.length === 0) return null;
  const known = new Uint8Array(series.time.length);
  for (const { start, end } of events) {
    for (let i = lowerBound(series.time, start); i < known.length && series.time[i] <= end; i++) known[i] = 1;
  }
  return known.includes(1) ? known : null;
}
