import { log } from "../../numeric/math.js";
import { NONE } from "./civil-day.js";
import { dateColumns, type DateScope } from "./date-keys.js";
import { groupRows, type DateGroups } from "./date-groups.js";
import { leaveOneOutMedians } from "../memory/leave-one-out-medians.js";
import { median } from "../noise/spread.js";
import type { DateEffect } from "../types.js";

/** A group must explain 2 ln(groups) and this much more. */
const MARGIN = 6;
/** Squares beyond this count no more: one far row is no date. */
const FARTHEST_SQUARE = 100;
/** The first working day is often also the first day of its month: it must explain a ninth more to be taken before it. */
const WORKDAY = 0.9;
/** Groups taken at most. */
const MOST = 80;

/** What the dates of the rows explain. */
export interface DateEffects {
  /** Effect on each row, in the units of `raw`. */
  readonly effect: Float64Array;
  /** 1 for rows of a date that was learnt. */
  readonly touched: Uint8Array;
  readonly learnt: readonly DateEffect[];
}

/**
 * Effects of dates that return, learnt unaided. In every group of rows with the same key the effect on a row is what the OTHER
 * occurrences show; the group that explains most (fall of the clipped sum of squares) is taken, what it explains is subtracted,
 * and the groups that share rows with it are judged anew, until the best explains no more than 2 ln(groups) + 6. O(n log n).
 *
 * @param z residuals in normal deviations, by which groups are judged; @param raw the same before the tail was taken into
 * account, from which effects are computed; @param w rows of weight 0 teach nothing; @param t epoch seconds (UTC)
 */
export function dateEffects(
  z: Float64Array,
  raw: Float64Array,
  w: Float64Array,
  t: Float64Array,
  scope: DateScope,
): DateEffects {
  const n = z.length;
  const search = new DateSearch(groupRows(dateColumns(t, scope), NONE, w), z.slice(), raw.slice());
  const effect = new Float64Array(n);
  const touched = new Uint8Array(n);
  const learnt: DateEffect[] = [];
  const least = 2 * log(Math.max(3, search.groups.count)) + MARGIN;
  for (let round = 0; round < MOST; round++) {
    const best = search.best();
    if (best < 0 || search.gains[best] < least) break;
    learnt.push(search.take(best, effect, touched));
  }
  return { effect, touched, learnt };
}

class DateSearch {
  readonly gains: Float64Array;
  private readonly open: Uint8Array;
  private readonly values: Float64Array;
  private readonly others: Float64Array;
  private readonly judged: Int32Array;

  constructor(
    readonly groups: DateGroups,
    private readonly z: Float64Array,
    private readonly raw: Float64Array,
  ) {
    this.gains = new Float64Array(groups.count);
    this.open = new Uint8Array(groups.count).fill(1);
    this.values = new Float64Array(groups.largest);
    this.others = new Float64Array(groups.largest);
    this.judged = new Int32Array(groups.count).fill(-1);
    for (let group = 0; group < groups.count; group++) this.gains[group] = this.gain(group);
  }

  /** The open group that explains most, the first of equals; -1 when none is open. */
  best(): number {
    let [best, most] = [-1, -Infinity];
    for (let group = 0; group < this.gains.length; group++) {
      const rank = this.gains[group] * (this.groups.keys[group] === "monthWorkday" ? WORKDAY : 1);
      if (this.open[group] && rank > most) [best, most] = [group, rank];
    }
    return best;
  }

  /** Subtracts what a group explains and judges its neighbours anew. */
  take(group: number, effect: Float64Array, touched: Uint8Array): DateEffect {
    const { groups, z, raw, others } = this;
    const [from, to] = [groups.starts[group], groups.starts[group + 1]];
    this.hear(z, from, to);
    for (let k = from; k < to; k++) z[groups.rows[k]] -= others[k - from];
    this.hear(raw, from, to);
    for (let k = from; k < to; k++) {
      const row = groups.rows[k];
      effect[row] += others[k - from];
      raw[row] -= others[k - from];
      touched[row] = 1;
    }
    const taken = {
      key: groups.keys[group],
      value: groups.values[group],
      rows: groups.rows.slice(from, to),
      effect: median(others, 0, to - from),
      gain: this.gains[group],
    };
    this.open[group] = 0;
    for (let k = from; k < to; k++) {
      const row = groups.rows[k];
      for (let m = groups.memberStarts[row]; m < groups.memberStarts[row + 1]; m++) {
        const other = groups.members[m];
        if (!this.open[other] || this.judged[other] === group) continue;
        this.judged[other] = group;
        this.gains[other] = this.gain(other);
      }
    }
    return taken;
  }

  /** What the others of each row of a group say, in `others`. */
  private hear(column: Float64Array, from: number, to: number): void {
    for (let k = from; k < to; k++) this.values[k - from] = column[this.groups.rows[k]];
    leaveOneOutMedians(this.values, to - from, this.others);
  }

  private gain(group: number): number {
    const [from, to] = [this.groups.starts[group], this.groups.starts[group + 1]];
    this.hear(this.z, from, to);
    let gain = 0;
    for (let k = 0; k < to - from; k++) {
      const value = this.values[k];
      const rest = value - this.others[k];
      gain += Math.min(value * value, FARTHEST_SQUARE) - Math.min(rest * rest, FARTHEST_SQUARE);
    }
    return gain;
  }
}
