import { levelsOfChange, type SeriesReport } from "kpi-anomaly";
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
      const { from, to } = levelsOfChange(change, { ...series, cycle: pattern!.cycle });
      const { point, end, passage } = change;
      return {
        time: time[passage?.start ?? point],
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
