import { log } from "../../numeric/math.js";
import { dayOfLeapYear, NONE, type DateColumn } from "./civil-day.js";
import { dateColumns, type DateScope } from "./date-keys.js";
import { groupRows, type DateGroups } from "./date-groups.js";
import {
  FARTHEST_SQUARE,
  Hearing,
  keptShares,
  ofAllRows,
  type KeptShare,
  type ToNormal,
  type Underlying,
} from "./kept-shares.js";
import { farWindows, WINDOWS } from "./weekday-windows.js";
import { DAY, YEAR_DAYS } from "../seasons/cycles.js";
import { leaveOneOutMedians } from "../memory/leave-one-out-medians.js";
import { median } from "../noise/spread.js";
import type { DateEffect, DateKey } from "../types.js";

/** A group must explain 2 ln(groups) and this much more. */
const MARGIN = 6;
/**
 * The first working day is often also the first day of its month, and three weeks of trade are so many weekdays of December as
 * well as its days: what a day explains as well is told by the day, unless the other way explains a ninth more.
 */
const BEFORE_DAY = 0.9;
const BY_WEEKDAY: ReadonlySet<DateKey> = new Set(["monthWorkday", "nthWeekday", "lastWeekday", "afterWeekday"]);
/** Groups taken at most. */
const MOST = 80;
/** Days to each side of a learnt day of the year among which others are looked for by themselves, and so many they are. */
const BESIDE = 3;

/** What was learnt before, and what it was learnt from. */
export interface KnownDates {
  readonly underlying: Underlying;
  readonly learnt: readonly DateEffect[];
  readonly toNormal: ToNormal;
}

/** What the dates of the rows explain. */
export interface DateEffects {
  /** Effect on each row, in the units of `raw`. */
  readonly effect: Float64Array;
  /** 1 for rows of a date that was learnt. */
  readonly touched: Uint8Array;
  /** Variance of the effect on each row: what the few other occurrences that tell it leave open. */
  readonly doubt: Float64Array;
  readonly learnt: readonly DateEffect[];
}

/**
 * Effects of dates that return, learnt unaided. In every group of rows with the same key the effect on a row is what the OTHER
 * occurrences show; the group that explains most (fall of the clipped sum of squares) is taken, what it explains is subtracted,
 * and the groups that share rows with it are judged anew, until the best explains no more than 2 ln(groups) + 6. O(n log n).
 *
 * @param z residuals in normal deviations, by which groups are judged; @param raw the same before the tail was taken into
 * account, from which effects are computed; @param w rows of weight 0 teach nothing; @param t epoch seconds (UTC)
 * @param told rows of weight above 0 are told the effects, also those that teach nothing: of a date that all others show.
 *   With them days beside a learnt one need explain less
 */
export function dateEffects(
  z: Float64Array,
  raw: Float64Array,
  w: Float64Array,
  t: Float64Array,
  scope: DateScope,
  told: Float64Array = w,
  known: KnownDates | null = null,
): DateEffects {
  const n = z.length;
  const regular = columnsOf(t, scope);
  const windows = scope === "months" ? [] : farWindows(t, z, w, (t[n - 1] - t[0]) / (YEAR_DAYS * DAY));
  const columns = [...regular, ...windows];
  const groups = groupRows(columns, NONE, w);
  const own = raw.slice();
  const normal = z.slice();
  const hearing = known && new Hearing(own, normal, known.underlying.noise, groups, known.toNormal);
  const shares = known && hearing ? keptShares(hearing, known.underlying, groupsOf(groups, known.learnt)) : [];
  const search = new DateSearch(groups, normal, own, shares.length > 0 ? hearing : null, shares);
  const [effect, touched, doubt] = [new Float64Array(n), new Uint8Array(n), new Float64Array(n)];
  const learnt: DateEffect[] = [];
  const take = (group: number): void => {
    const ofAll = search.ofAll(group);
    const date = search.take(group, effect, touched);
    const { key, value, rows } = date;
    for (const row of rows) doubt[row] += 1 / (rows.length - 1);
    const leftOut: number[] = [];
    for (const { values } of told === w ? [] : columns.filter((column) => column.key === key))
      for (let i = 0; i < n; i++)
        if (values[i] === value && !(w[i] > 0) && told[i] > 0) {
          effect[i] += ofAll(i);
          doubt[i] += 1 / rows.length;
          touched[i] = 1;
          leftOut.push(i);
        }
    learnt.push(leftOut.length === 0 ? date : { ...date, rows: Int32Array.of(...rows, ...leftOut).sort() });
  };
  const ofWindows = Array.from(groups.keys).filter((key) => key === "weekdayFrom").length;
  const least = 2 * log(Math.max(3, groups.count - ofWindows)) + MARGIN;
  const leastOfWindow = 2 * log(groups.count - ofWindows + WINDOWS) + MARGIN;
  for (let round = 0; round < MOST; round++) {
    const best = search.best();
    if (best < 0) break;
    if (search.gains[best] < (groups.keys[best] === "weekdayFrom" ? leastOfWindow : least)) break;
    take(best);
  }
  // A season that events have shown spreads over the days around: there only a few groups are looked at.
  const leastBeside = 2 * log(2 * BESIDE) + MARGIN;
  for (
    let best = told === w ? -1 : search.bestBeside();
    learnt.length < MOST && best >= 0;
    best = search.bestBeside()
  ) {
    if (search.gains[best] < leastBeside) break;
    take(best);
  }
  return { effect, touched, doubt, learnt };
}

class DateSearch {
  readonly gains: Float64Array;
  private readonly open: Uint8Array;
  private readonly values: Float64Array;
  private readonly others: Float64Array;
  private readonly judged: Int32Array;
  /** By group: 0 where it only adds to what is expected, else one more than the number of its share. */
  private readonly kept: Uint8Array;

  constructor(
    readonly groups: DateGroups,
    private readonly z: Float64Array,
    private readonly raw: Float64Array,
    private readonly hearing: Hearing | null,
    private readonly shares: readonly KeptShare[],
  ) {
    this.kept = new Uint8Array(groups.count);
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
      const key = this.groups.keys[group];
      const rank =
        this.gains[group] * (key === "weekdayFrom" ? BEFORE_DAY * BEFORE_DAY : BY_WEEKDAY.has(key) ? BEFORE_DAY : 1);
      if (this.open[group] && rank > most) [best, most] = [group, rank];
    }
    return best;
  }

  /** The same of the days of the year beside one that was taken. */
  bestBeside(): number {
    let [best, most] = [-1, -Infinity];
    for (let group = 0; group < this.gains.length; group++)
      if (this.open[group] && this.gains[group] > most && this.isBeside(group))
        [best, most] = [group, this.gains[group]];
    return best;
  }

  /** Groups of days of the year stand by their date, one after the other. */
  private isBeside(group: number): boolean {
    const { keys, values } = this.groups;
    if (keys[group] !== "fixed") return false;
    const day = dayOfYear(values[group]);
    for (let other = Math.max(0, group - BESIDE); other <= Math.min(keys.length - 1, group + BESIDE); other++)
      if (!this.open[other] && keys[other] === "fixed" && Math.abs(dayOfYear(values[other]) - day) <= BESIDE)
        return true;
    return false;
  }

  /** What all rows of a group say together of one that is not among them, shrunk as what the others of each say. */
  ofAll(group: number): (row: number) => number {
    const kept = this.kept[group];
    if (this.hearing !== null && kept > 0) return this.hearing.hear(group, this.shares[kept - 1]);
    const [from, to] = [this.groups.starts[group], this.groups.starts[group + 1]];
    for (let k = from; k < to; k++) this.values[k - from] = this.raw[this.groups.rows[k]];
    const shrunk = ofAllRows(this.values, to - from);
    return () => shrunk;
  }

  /** Subtracts what a group explains and judges its neighbours anew. */
  take(group: number, effect: Float64Array, touched: Uint8Array): DateEffect {
    const { groups, z, raw, others } = this;
    const [from, to] = [groups.starts[group], groups.starts[group + 1]];
    if (this.hearing !== null && this.kept[group] > 0) {
      this.hearing.hear(group, this.shares[this.kept[group] - 1]);
      others.set(this.hearing.said.subarray(0, to - from));
      for (let k = from; k < to; k++) z[groups.rows[k]] = this.hearing.toNormal(raw[groups.rows[k]] - others[k - from]);
    } else {
      this.hear(z, from, to);
      for (let k = from; k < to; k++) z[groups.rows[k]] -= others[k - from];
      this.hear(raw, from, to);
    }
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
    return this.hearing === null ? gain : gain + this.gainOfShare(group, this.hearing);
  }

  /** What a share of what is expected explains more than a date that only adds to it. */
  private gainOfShare(group: number, hearing: Hearing): number {
    this.kept[group] = 0;
    if (!hearing.isOff(group)) return 0;
    const plain = hearing.loss(group, null);
    let least = plain;
    for (let k = 0; k < this.shares.length; k++) {
      const loss = hearing.loss(group, this.shares[k]) + this.shares[k].price;
      if (!(loss < least)) continue;
      least = loss;
      this.kept[group] = k + 1;
    }
    return plain - least;
  }
}

/** Place in a leap year of month × 100 + day. */
const dayOfYear = (date: number): number => dayOfLeapYear(Math.floor(date / 100), date % 100);

/** Columns of the series that dates are learnt from now: they are learnt two to four times over. */
const columnsOfSeries = new WeakMap<Float64Array, Map<DateScope, readonly DateColumn[]>>();

/** The ways in which the dates of a series return, worked out once for each series. */
export function columnsOf(t: Float64Array, scope: DateScope): readonly DateColumn[] {
  const ofScopes = columnsOfSeries.get(t) ?? new Map<DateScope, readonly DateColumn[]>();
  columnsOfSeries.set(t, ofScopes);
  const columns = ofScopes.get(scope) ?? dateColumns(t, scope);
  ofScopes.set(scope, columns);
  return columns;
}

function groupsOf({ keys, values }: DateGroups, learnt: readonly DateEffect[]): number[] {
  const names = new Set(learnt.map(({ key, value }) => `${key} ${value}`));
  return Array.from(keys.keys()).filter((group) => names.has(`${keys[group]} ${values[group]}`));
}
