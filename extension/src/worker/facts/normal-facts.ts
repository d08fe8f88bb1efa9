import type { SeriesReport } from "kpi-anomaly";
import type { GapFacts, NormalFacts } from "../../../shared/protocol/index.js";

/** What the model of what is normal knows of a series, as the page tells it; null where it knows nothing. */
export function normalFacts(series: SeriesReport, step: number): NormalFacts | null {
  const normal = series.pattern?.normal;
  if (!normal) return null;
  const known = told.get(normal) ?? factsOf(normal, series, step);
  told.set(normal, known);
  return known;
}

/** No cut changes them. */
const told = new WeakMap<Normal, NormalFacts>();

function factsOf(normal: Normal, series: SeriesReport, step: number): NormalFacts {
  const { pattern, time, values } = series;
  const inReach = (value: number): number => withinDomain(value, lowestOf(values));
  return {
    changes: normal.changes.map((change) => {
      const { from, to } = levelsOf(change, series, step);
      const { point, end } = change;
      return {
        time: time[point],
        until: end === null ? NaN : time[end] + step,
        from: inReach(from),
        to: inReach(to),
      };
    }),
    growthPerYear: normal.growthPerYear ?? NaN,
    growthIsShare: normal.transform === "logarithm",
    dates: normal.dates.map(({ key, value, effect, years }) => ({ key, value, effect, years })),
    noiseByPlace: normal.noiseByPlace,
    cycle: pattern!.cycleLabel,
  };
}

type Normal = NonNullable<NonNullable<SeriesReport["pattern"]>["normal"]>;
type Change = Normal["changes"][number];

/** Milliseconds of the longest cycle that a level is seen over: over a year it moves by itself. */
const longestCycle = 8 * 86_400_000;

/**
 * The level before and since a change. In a series that repeats by the day or week, what the model expects at the first changed point is that of its
 * hour or day (85 at five in the morning), which nobody takes for the level: there it is the middle of a cycle before, and of one
 * since or of as much as it lasted. O(cycle log cycle).
 */
function levelsOf(change: Change, { pattern, values }: SeriesReport, step: number): Pick<Change, "from" | "to"> {
  const cycle = pattern?.cycle ?? 0;
  if (cycle < 2 || cycle * step > longestCycle) return change;
  const { point, end } = change;
  const middle = (start: number, stop: number): number => median(values.subarray(Math.max(0, start), stop));
  const from = middle(point - cycle, point);
  const to = middle(point, Math.min(point + cycle, (end ?? values.length - 1) + 1));
  return Number.isNaN(from + to) ? change : { from, to };
}

/** Middle value of those that are there; NaN of none. */
function median(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Where values are missing for unusually long, over the whole length of it: from the step after the last value to the next one. */
export function gapsOf({ pattern }: SeriesReport, step: number): GapFacts[] {
  return (pattern?.missing ?? []).map(({ after, before, periods }) => ({ from: after + step, to: before, periods }));
}

const lowest = new WeakMap<Float64Array, number>();

/** The lowest value of a series, looked for once. */
export function lowestOf(values: Float64Array): number {
  const known = lowest.get(values);
  if (known !== undefined) return known;
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  lowest.set(values, least);
  return least;
}

/** A model of a column that never falls below zero has no business there either. */
export const withinDomain = (value: number, least: number): number => (least >= 0 && value < 0 ? 0 : value);
