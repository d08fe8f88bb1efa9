import { leaveOneOutMedians } from "../memory/leave-one-out-medians.js";
import { median } from "../noise/spread.js";
import type { DateKey } from "../types.js";
import type { DateGroups } from "./date-groups.js";
import { DATES_OF_YEAR } from "./date-keys.js";

/** A series as dates are taken from it, on its own scale. */
export interface Underlying {
  /** Deviation of the noise by row. */
  readonly noise: Float64Array;
  /** Sum of the seasons. */
  readonly season: Float64Array;
  /** Level, year and seasons. */
  readonly fit: Float64Array;
}

/** Brings a deviation to the normal one of the same rarity. */
export type ToNormal = (deviation: number) => number;

/** What is kept on a date of what the rows are expected to be: `share` of `part` and all of the rest. */
export interface KeptShare {
  /** Column of the part, on the scale of the series. */
  readonly part: Float64Array;
  /** 0 where nothing is left of it, 1 where the date only adds to it. */
  readonly share: number;
  /** Keys of which this can hold. */
  readonly keys: ReadonlySet<DateKey>;
  /** By so much it must explain more of a date than that it only adds: nothing where it does of all together. */
  readonly price: number;
}

/** What a share must explain more than a date that only adds, over all dates or for one of them. */
const SHARE_MARGIN = 6;
/** Dates that must each say so where not all together do. */
const LEAST_DATES = 2;
/** Shares of the seasons that are tried; with all of them a date adds as much however large the noise of its weekday is. */
const SHARES = [1, 0.75, 0.5, 0.25, 0];
/** Squares beyond this count no more: one far row is no date. */
export const FARTHEST_SQUARE = 100;
/** Dates that fall on different days of the week. */
const WANDERING: ReadonlySet<DateKey> = new Set(["fixed"]);

/**
 * Dates that take away instead of adding: where a shop that is closed on Sundays is closed on Christmas Day, a Sunday is nothing
 * less by that. Which share of the seasons is left on dates is told by all learnt dates together, each of which may keep it or
 * not: the share by which they explain most, if that is more than chance; and whether on some dates nothing is left at all, so
 * that the value is the same each time.
 *
 * @param taken groups that were learnt
 */
export function keptShares(hearing: Hearing, underlying: Underlying, taken: readonly number[]): KeptShare[] {
  const plain = new Map(taken.map((group) => [group, hearing.loss(group, null)]));
  let best: { kept: KeptShare; gain: number } | null = null;
  for (const share of SHARES) {
    const kept = { part: underlying.season, share, keys: WANDERING, price: SHARE_MARGIN };
    let [gain, ofAll, dates] = [0, 0, 0];
    for (const group of taken) {
      const loss = hearing.loss(group, kept);
      if (!(loss < Infinity)) continue;
      const less = plain.get(group)! - loss;
      ofAll += less;
      gain += Math.max(0, less - SHARE_MARGIN);
      dates += Number(less > SHARE_MARGIN);
    }
    // What one date says alone may be said by the year in which it is missing.
    if (dates < LEAST_DATES) gain = 0;
    if (Math.max(gain, ofAll) <= Math.max(SHARE_MARGIN, best?.gain ?? 0)) continue;
    best = ofAll > gain ? { kept: { ...kept, price: 0 }, gain: ofAll } : { kept, gain };
  }
  const found = best === null ? [] : [best.kept];
  const nothing: KeptShare = { part: underlying.fit, share: 0, keys: DATES_OF_YEAR, price: SHARE_MARGIN };
  const more = taken.reduce((gain, group) => {
    const least = found.reduce((loss, kept) => Math.min(loss, hearing.loss(group, kept)), plain.get(group)!);
    return gain + Math.max(0, least - hearing.loss(group, nothing) - SHARE_MARGIN);
  }, 0);
  return more > SHARE_MARGIN ? [...found, nothing] : found;
}

/** What the others of each row of a group say where a date keeps a share of some part. */
export class Hearing {
  /** By row of the group: what its others say, in its own deviations. */
  readonly said: Float64Array;
  private readonly values: Float64Array;
  private readonly sizes: Float64Array;
  private readonly parts: Float64Array;

  /** @param raw residuals without the effects of the dates, in deviations; @param z the same in normal ones */
  constructor(
    private readonly raw: Float64Array,
    private readonly z: Float64Array,
    private readonly noise: Float64Array,
    private readonly groups: DateGroups,
    readonly toNormal: ToNormal,
  ) {
    const column = (): Float64Array => new Float64Array(groups.largest);
    this.said = column();
    this.values = column();
    this.sizes = column();
    this.parts = column();
  }

  /** Whether two rows of a group are so far off that something could be explained. */
  isOff(group: number): boolean {
    const { starts, rows } = this.groups;
    let count = 0;
    for (let k = starts[group]; k < starts[group + 1]; k++)
      if (this.z[rows[k]] * this.z[rows[k]] > SHARE_MARGIN) count++;
    return count > 1;
  }

  /** Clipped sum of squares of what is left of a group; `null`: the date only adds to the rest. */
  loss(group: number, kept: KeptShare | null): number {
    const { groups, raw, said } = this;
    if (kept !== null && !kept.keys.has(groups.keys[group])) return Infinity;
    const [from, to] = [groups.starts[group], groups.starts[group + 1]];
    if (kept === null) this.hearPlain(from, to);
    else this.hear(group, kept);
    // Each row is told by the others: m such squares are (m / (m − 1))² times those about the mean.
    const share = (to - from - 1) / (to - from);
    const once = share * share;
    let loss = 0;
    let better = 0;
    for (let k = 0; k < to - from; k++) {
      const value = this.z[groups.rows[from + k]];
      const rest = this.toNormal(raw[groups.rows[from + k]] - said[k]);
      loss += Math.min(rest * rest * once, FARTHEST_SQUARE);
      if (value * value - rest * rest > SHARE_MARGIN) better++;
    }
    // One row that others happen to tell is no date.
    return kept === null || better > 1 ? loss : Infinity;
  }

  /** Fills `said`. @returns what all rows say of one that is not among them */
  hear(group: number, kept: KeptShare): (row: number) => number {
    const { groups, values, said, noise } = this;
    const [from, to] = [groups.starts[group], groups.starts[group + 1]];
    const { size, middle, takenFrom } = this.prepare(from, to, kept);
    leaveOneOutMedians(values, to - from, said);
    for (let k = 0; k < to - from; k++) {
      const row = groups.rows[from + k];
      said[k] = (said[k] * size + takenFrom(row)) / noise[row];
    }
    const shrunk = ofAllRows(values, to - from);
    return (row) => (shrunk * size + (kept.share - 1) * (kept.part[row] - middle)) / noise[row];
  }

  private prepare(
    from: number,
    to: number,
    { part, share }: KeptShare,
  ): { readonly size: number; readonly middle: number; readonly takenFrom: (row: number) => number } {
    const { groups, raw, noise, values, sizes, parts } = this;
    for (let k = from; k < to; k++) {
      sizes[k - from] = noise[groups.rows[k]];
      parts[k - from] = part[groups.rows[k]];
    }
    const size = median(sizes, 0, to - from);
    const middle = median(parts, 0, to - from);
    const takenFrom = (row: number): number => (share - 1) * (part[row] - middle);
    for (let k = from; k < to; k++) {
      const row = groups.rows[k];
      values[k - from] = (raw[row] * noise[row] - takenFrom(row)) / size;
    }
    return { size, middle, takenFrom };
  }

  private hearPlain(from: number, to: number): void {
    for (let k = from; k < to; k++) this.values[k - from] = this.raw[this.groups.rows[k]];
    leaveOneOutMedians(this.values, to - from, this.said);
  }
}

/** What the first `count` values say together of one that is not among them, shrunk as what the others of each say. */
export function ofAllRows(values: Float64Array, count: number): number {
  const middle = median(values, 0, count);
  return middle * Math.max(0, 1 - 2 / count / Math.max(middle * middle, 1e-9));
}
