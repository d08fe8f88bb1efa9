import type { Segmentation } from "../../table.js";

/** What all segments that hold one value of one key column did together. */
export interface Marginal {
  /** Key column. */
  readonly key: string;
  readonly value: string;
  readonly deviation: number;
  readonly share: number;
}

/** Two values of different columns whose deviations lie mostly in the same segments: one cause seen from two sides. */
export interface Overlap {
  readonly first: Marginal;
  readonly second: Marginal;
  /** Share of the smaller of both deviations that lies in segments which hold both values, 0 to 1. */
  readonly share: number;
}

interface Deviating {
  readonly segment: string;
  readonly deviation: number;
  readonly share: number;
}

/** From this share of the whole deviation on a value is worth naming; from this share in common two are one cause. */
const LEAST_SHARE = 0.2;
const SAME_CAUSE = 0.5;

/** Sums over each value of each key column, largest first; none with a single column, where they would be the segments. */
export function marginals({ keys, values }: Segmentation, segments: readonly Deviating[]): Marginal[] {
  if (keys.length < 2) return [];
  const found = new Map<string, { key: string; value: string; deviation: number; share: number }>();
  for (const { segment, deviation, share } of segments) {
    if (!Object.hasOwn(values, segment) || Number.isNaN(deviation)) continue;
    keys.forEach((key, place) => {
      const value = values[segment][place];
      const sum = found.get(JSON.stringify([key, value])) ?? { key, value, deviation: 0, share: 0 };
      sum.deviation += deviation;
      sum.share += share;
      found.set(JSON.stringify([key, value]), sum);
    });
  }
  return [...found.values()].sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
}

/** Pairs of values of different columns that overlap, so that nobody adds their shares up. O(values² * segments) for the few large ones. */
export function overlaps(
  { keys, values }: Segmentation,
  segments: readonly Deviating[],
  all: readonly Marginal[],
): Overlap[] {
  const large = all.filter(({ share }) => Math.abs(share) >= LEAST_SHARE);
  const holds = (segment: string, { key, value }: Marginal): boolean =>
    Object.hasOwn(values, segment) && values[segment][keys.indexOf(key)] === value;
  return large.flatMap((first, place) =>
    large.slice(place + 1).flatMap((second): Overlap[] => {
      if (first.key === second.key) return [];
      const common = segments
        .filter(({ segment }) => holds(segment, first) && holds(segment, second))
        .reduce((sum, { deviation }) => sum + deviation, 0);
      const smaller = Math.abs(first.deviation) < Math.abs(second.deviation) ? first.deviation : second.deviation;
      const share = Math.min(1, common / smaller);
      return share >= SAME_CAUSE ? [{ first, second, share }] : [];
    }),
  );
}
