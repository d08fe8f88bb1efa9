import type { Period } from "../config/config.js";
import { InputError } from "../errors.js";
import type { Table, Warning } from "../table.js";
import { periodStart } from "./period.js";
import { unfinishedPeriods } from "./unfinished-periods.js";

/** Which records belong to the same moment. */
export interface Buckets {
  /** Moments, ascending, milliseconds since 1970-01-01. Each holds at least one record. */
  readonly times: Float64Array;
  /** For each record the index of its moment; -1 when it has none (no readable date, unfinished period). */
  readonly ofRecord: Int32Array;
  readonly warnings: readonly Warning[];
}

/** What the bucketing of records depends on. */
export interface BucketOptions {
  /** Left out: records with the same time belong together. */
  readonly by?: Period;
  /** Keep a first or last period that the file cuts off. */
  readonly keepUnfinished?: boolean;
}

/**
 * Puts records into periods of the calendar, or together by equal time. A first or last period that the file cuts off is
 * left out and said, as a sum over half a week is no week. O(n log n).
 *
 * @throws InputError `bad_option` when the table has no dates
 */
export function bucketsOf(table: Table, { by, keepUnfinished = false }: BucketOptions): Buckets {
  if (!table.time) throw new InputError("no_date_to_group_by", {});
  const moments = table.time.values.map((time) => (by ? periodStart(time, by) : time));
  const all = Float64Array.from(new Set(moments.filter((moment) => !Number.isNaN(moment)))).sort();
  const { times, warnings } =
    by && !keepUnfinished ? finished(table.time.values, moments, all, by) : { times: all, warnings: [] };
  const indexes = new Map(Array.from(times, (time, index) => [time, index]));
  return { times, ofRecord: Int32Array.from(moments, (moment) => indexes.get(moment) ?? -1), warnings };
}

function finished(
  recorded: Float64Array,
  moments: Float64Array,
  times: Float64Array,
  by: Period,
): { times: Float64Array; warnings: Warning[] } {
  const indexes = new Map(Array.from(times, (time, index) => [time, index]));
  const earliest = new Float64Array(times.length).fill(Infinity);
  const latest = new Float64Array(times.length).fill(-Infinity);
  for (let record = 0; record < recorded.length; record++) {
    const index = indexes.get(moments[record]);
    if (index === undefined) continue;
    earliest[index] = Math.min(earliest[index], recorded[record]);
    latest[index] = Math.max(latest[index], recorded[record]);
  }
  const cut = unfinishedPeriods(times, earliest, latest, by);
  const warnings: Warning[] = [];
  if (cut.first) warnings.push(leftOut("first", earliest[0], by));
  if (cut.last) warnings.push(leftOut("last", latest[latest.length - 1], by));
  return { times: times.slice(cut.first ? 1 : 0, times.length - (cut.last ? 1 : 0)), warnings };
}

function leftOut(which: "first" | "last", time: number, by: Period): Warning {
  return { code: "unfinished_period_left_out", facts: { by, which, time } };
}
