import { findCadence } from "../../season/cadence.js";
import { finiteValues } from "../../numeric/finite.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { log } from "../../numeric/math.js";
import type { MissingStretch } from "../../report.js";
import type { KnownEvent } from "../../season/known-events.js";
import type { Series } from "../../table.js";
import { alarmCut } from "../incident/alarms.js";

/** Fewer missing periods than this are ordinary, and so is less than half an hour of fast series. */
const LEAST_PERIODS = 3;
const LEAST_SECONDS = 1800;

/** Where fewer steps than this are as usual, rows come and go. */
const LEAST_REGULARITY = 0.8;

/** Evidence (minus the logarithm of a chance) that is worth a look: one in a thousand. */
const SURE = log(1000);

/** What no sensitivity reaches needs no keeping. */
const LEAST_CUT = alarmCut(100);

/** Periods without a value between two points that have one. */
interface Hole {
  readonly before: number;
  readonly after: number;
  readonly periods: number;
}

/**
 * Stretches in the middle of a regular series in which values are missing for much longer than is usual there: rows that the
 * file does not have, or empty cells in a row. For each hole, minus the logarithm of the chance that one so long happens
 * anywhere, given how often periods are missing elsewhere in the series (as `flatRun` judges runs of equal values); holes as
 * long as others (nights, weekends) count less. Scattered empty cells, days off and series full of holes give none. O(n log n).
 */
export function missingStretches(series: Series, events: readonly KnownEvent[] = []): MissingStretch[] {
  const cadence = series.dated ? findCadence([distinct(series.time)]) : null;
  if (series.dated && (cadence === null || cadence.label === "irregular" || cadence.regularity < LEAST_REGULARITY))
    return [];
  const holes = holesOf(series, cadence ? (from, to) => cadence.missingBetween(from, to) : null);
  const total = holes.reduce((sum, { periods }) => sum + periods, 0);
  const places = finiteValues(series.values).length + total;
  const least = Math.max(LEAST_PERIODS, cadence?.seconds ? Math.round(LEAST_SECONDS / cadence.seconds) : 0);
  const lengths = Float64Array.from(holes, ({ periods }) => periods).sort();
  return holes.flatMap((hole) => {
    if (hole.periods < least || isExpected(hole, series, events)) return [];
    const similar = lengths.length - lowerBound(lengths, hole.periods / 2) - 1;
    const chance = Math.min(0.99, (total - hole.periods + 1) / places);
    const evidence = (-hole.periods * log(chance) - log(places)) / (1 + similar);
    const score = Math.sqrt(Math.max(0, evidence) / SURE);
    return score > LEAST_CUT ? [stretchOf(hole, series, score, cadence?.label ?? "")] : [];
  });
}

function distinct(time: Float64Array): Float64Array {
  const kept = new Float64Array(time.length);
  let count = 0;
  for (let i = 0; i < time.length; i++) if (i === 0 || time[i] > time[i - 1]) kept[count++] = time[i];
  return kept.subarray(0, count);
}

function holesOf({ time, values }: Series, missingBetween: ((from: number, to: number) => number) | null): Hole[] {
  const holes: Hole[] = [];
  let last = -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    const periods = last < 0 ? 0 : missingBetween ? missingBetween(time[last], time[i]) : i - last - 1;
    if (periods > 0) holes.push({ before: last, after: i, periods });
    last = i;
  }
  return holes;
}

/** Known events cover at least half of it. */
function isExpected({ before, after }: Hole, { time }: Series, events: readonly KnownEvent[]): boolean {
  const [from, to] = [time[before], time[after]];
  const covered = events.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
  return covered >= (to - from) / 2;
}

function stretchOf({ before, after, periods }: Hole, { time }: Series, score: number, cadence: string): MissingStretch {
  const rows = after - before > 1;
  return {
    start: rows ? before + 1 : before,
    end: rows ? after - 1 : after,
    empty: rows,
    after: time[before],
    before: time[after],
    periods,
    cadence,
    score,
  };
}
