import { standoutOf } from "../baseline/standout.js";
import type { SeriesReport } from "../report.js";
import { LEAST_POINTS } from "./least-points.js";

/** A series that holds too few values for "nothing is odd" to mean something, and what can be said of it all the same. */
export interface TooFewToJudge {
  /** Values that are known, and how many it takes. */
  readonly values: number;
  readonly needed: number;
  /** The value that nothing else comes near: at least five times as far from the middle of all others as any of them. */
  readonly standout: { readonly point: number; readonly value: number; readonly others: number } | null;
}

/** Whether a series is too short to judge; null for one that is long enough. O(n). */
export function tooFewToJudge(values: Float64Array): TooFewToJudge | null {
  let known = 0;
  for (let i = 0; i < values.length && known < LEAST_POINTS; i++) if (Number.isFinite(values[i])) known++;
  if (known >= LEAST_POINTS) return null;
  const found = standoutOf(values);
  return {
    values: known,
    needed: LEAST_POINTS,
    standout: found && { point: found.row, value: found.value, others: found.others },
  };
}

/** The same as a part of a result on a series: nothing for one that is long enough, or in which something was found all the same. */
export function tooFewSaid({ values, incidents }: Pick<SeriesReport, "values" | "incidents">): {
  readonly tooFew?: Pick<TooFewToJudge, "values" | "needed">;
} {
  const few = incidents.length === 0 ? tooFewToJudge(values) : null;
  return few ? { tooFew: { values: few.values, needed: few.needed } } : {};
}
