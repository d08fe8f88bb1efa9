import { fisherLogTail } from "../../numeric/distributions/fisher.js";
import { log, log1p } from "../../numeric/math.js";
import { quantile } from "../../numeric/statistics.js";
import type { Stay } from "../types.js";

/** Stays of rows on one of several states. */
export interface Stays {
  /** State of each stay. */
  readonly states: ArrayLike<number>;
  /** First row of each; a stay ends where the next begins. */
  readonly starts: ArrayLike<number>;
  /** Rows of the series. */
  readonly n: number;
  /** The state that is never judged, if any. */
  readonly main: number | null;
  /** Whether also stays with fewer than four others of their state are judged: for series of two values. */
  readonly judgesFew: boolean;
}

/** Other stays of a state that the law of F needs, and from how many on their unevenness is known. */
const OTHERS = { least: 4, many: 8 };
/** Mean and upper tenth of −ln p of geometric stays are 1 and 2.3; unevenness counts beyond these. */
const UNEVEN = { mean: 1.15, tenth: 2.8 };
/** Where a state was seen fewer than four times before: as if two stays of three rows had been seen as well. */
const PRIOR = { stays: 2, rows: 6 };
/** Of two values one is news by itself while it was seen in so many stays and so small a share of the rows at most. */
const NEWS = { stays: 3, share: 0.05 };

/**
 * How far each stay is from all other stays of its state. Stays of independent switches are geometric; as their mean is
 * uncertain, their ratio to the mean of `m` others follows F with 2 and 2m degrees of freedom. Where the others are more
 * uneven than that, p is lowered as much. p is corrected for the stays tested, and given per row. A value of two that is hardly
 * ever seen is odd whenever it comes: its p is then no larger than the share of the rows at which it does.
 */
export function longStays({ states, starts, n, main, judgesFew }: Stays): Stay[] {
  const byState = new Map<number, number[]>();
  for (let k = 0; k < starts.length; k++) {
    if (states[k] === main) continue;
    const own = byState.get(states[k]) ?? [];
    own.push(k);
    byState.set(states[k], own);
  }
  const end = (k: number): number => (k + 1 < starts.length ? starts[k + 1] : n);
  const found: Stay[] = [];
  for (const [, own] of [...byState].sort((a, b) => a[0] - b[0])) {
    const lengths = own.map((k) => end(k) - starts[k]);
    const chances = own.length > OTHERS.least ? amongMany(lengths) : judgesFew ? amongFew(lengths) : [];
    for (const [i, logP] of chances.entries()) found.push({ start: starts[own[i]], end: end(own[i]), logP });
  }
  const away = found.reduce((sum, stay) => sum + stay.end - stay.start, 0);
  const isNews = judgesFew && found.length <= NEWS.stays && away <= NEWS.share * n;
  return found.map((stay) => {
    const logP = stay.logP + log(found.length);
    return { ...stay, logP: (isNews ? Math.min(logP, log(found.length / n)) : logP) - log(n) };
  });
}

function amongMany(lengths: readonly number[]): number[] {
  const others = lengths.length - 1;
  const sum = lengths.reduce((a, b) => a + b, 0);
  const chances = lengths.map((length) => fisherLogTail(length / ((sum - length) / others), 2, 2 * others));
  if (others < OTHERS.many) return chances;
  const usual = Float64Array.from(chances, (logP) => -logP)
    .sort()
    .subarray(0, -1);
  const uneven = Math.max(
    1,
    usual.reduce((a, b) => a + b, 0) / usual.length / UNEVEN.mean,
    quantile(usual, 0.9) / UNEVEN.tenth,
  );
  return chances.map((logP) => logP / uneven);
}

function amongFew(lengths: readonly number[]): number[] {
  const sum = lengths.reduce((a, b) => a + b, 0);
  return lengths.map((length) => -(lengths.length - 1 + PRIOR.stays) * log1p(length / (sum - length + PRIOR.rows)));
}
