import type { Period } from "../config/config.js";
import { InputError } from "../errors.js";
import { cellText, columnNamed, type Segmentation, type Table, type Warning } from "../table.js";
import { bucketsOf, type Buckets } from "./buckets.js";
import { gridOf, type Grid, type Way } from "./grid.js";
import { tableOfGrid } from "./table-of-grid.js";
import { waysFound, waysOf, type WayOptions } from "./ways.js";

/** What becomes a series of its own. Ways other than these do not add up to a total. */
export interface SegmentOptions extends WayOptions<"sum" | "mean" | "count"> {
  /** Put records together by this period; by equal time when left out. */
  readonly by?: Period;
  /** Most segments that get a series of their own, largest first; 50 when left out. */
  readonly top?: number;
  /** Least share of the whole that a segment needs, 0 to 1; 0.001 when left out. */
  readonly minimumShare?: number;
  /** Least moments with records that a segment needs; 24 when left out, the least that a season can be told from. */
  readonly minimumHistory?: number;
  readonly keepUnfinished?: boolean;
}

const SEPARATOR = " / ";

/**
 * Splits a table into one series for each value of a column, or for each combination of values of several, plus their
 * total. Small, rare and surplus segments are pooled, so that the parts always add up to the total to rounding: sums are
 * added, means are weighted by records. `segments` of the result says how. O(records log records).
 *
 * Size is measured by the first summed KPI, or by records when there is none.
 *
 * @throws InputError `column_not_found`, or `bad_option` for a table without dates or without a key
 *
 * @example
 * const byShop = segments(table, ["shop"], { top: 10 });
 */
export function segments(table: Table, keys: readonly string[], options: SegmentOptions = {}): Table {
  if (keys.length === 0) throw new InputError("no_segment_columns", {});
  const buckets = bucketsOf(table, options);
  const ways = waysOf(table, options, keys);
  const found = combinations(table, keys);
  const kept = keptSegments(found, sizes(table, found, buckets, ways), options);
  const names = found.values.map((values) => values.join(SEPARATOR));
  const others = kept.length < names.length ? unused("Others", names) : null;
  const total = unused("Total", names);
  const place = new Map(kept.map((code, index) => [code, index]));
  const group = found.ofRecord.map((code) => place.get(code) ?? kept.length);
  const parts = gridOf(
    table,
    buckets,
    group,
    [...kept.map((code) => names[code]), ...(others === null ? [] : [others])],
    ways,
  );
  const whole = gridOf(table, buckets, new Int32Array(table.records), [total], ways);
  const how = Object.fromEntries(
    ways.map((way) => [way.name, way.how === "mean" ? ("mean" as const) : ("sum" as const)]),
  );
  const segmentation: Segmentation = {
    keys,
    total,
    others,
    values: Object.fromEntries(kept.map((code) => [names[code], found.values[code]])),
    how,
  };
  const warnings = [...buckets.warnings, said(segmentation, ways, kept.length, names.length, options.by)];
  return {
    ...tableOfGrid(table, joined(whole, parts), { buckets, ways, key: keys.join(SEPARATOR), by: options.by, warnings }),
    segments: segmentation,
  };
}

/** The combinations of values there are, in the order in which they first appear. */
interface Combinations {
  readonly values: readonly (readonly string[])[];
  readonly ofRecord: Int32Array;
}

function combinations(table: Table, keys: readonly string[]): Combinations {
  const columns = keys.map((key) => columnNamed(table, key));
  const codes = new Map<string, number>();
  const values: string[][] = [];
  const ofRecord = Int32Array.from({ length: table.records }, (_, record) => {
    const cells = columns.map((column) => cellText(column, record) || "(empty)");
    const name = JSON.stringify(cells);
    const code = codes.get(name) ?? codes.size;
    if (code === codes.size) {
      codes.set(name, code);
      values.push(cells);
    }
    return code;
  });
  return { values, ofRecord };
}

/** How much of the whole each combination makes up, and at how many moments it has records. */
interface Sizes {
  readonly share: Float64Array;
  readonly history: Float64Array;
}

function sizes(table: Table, { values, ofRecord }: Combinations, buckets: Buckets, ways: readonly Way[]): Sizes {
  const measure = ways.find((way) => way.how === "sum" && way.column.kind === "number")?.column;
  const share = new Float64Array(values.length);
  const seen = new Set<number>();
  const history = new Float64Array(values.length);
  for (let record = 0; record < table.records; record++) {
    const moment = buckets.ofRecord[record];
    if (moment < 0) continue;
    const code = ofRecord[record];
    const size = measure?.kind === "number" ? Math.abs(measure.values[record]) : 1;
    if (!Number.isNaN(size)) share[code] += size;
    const pair = code * buckets.times.length + moment;
    if (!seen.has(pair)) history[code]++;
    seen.add(pair);
  }
  const whole = share.reduce((sum, size) => sum + size, 0);
  return { share: share.map((size) => (whole > 0 ? size / whole : 0)), history };
}

function keptSegments(
  { values }: Combinations,
  { share, history }: Sizes,
  { top = 50, minimumShare = 0.001, minimumHistory = 24 }: SegmentOptions,
): number[] {
  const eligible = values
    .map((_, code) => code)
    .filter((code) => share[code] >= minimumShare && history[code] >= minimumHistory);
  return eligible.sort((a, b) => share[b] - share[a] || a - b).slice(0, top);
}

/** A name that no segment has. */
function unused(name: string, taken: readonly string[]): string {
  let free = name;
  while (taken.includes(free)) free = `${free} (all)`;
  return free;
}

function joined(a: Grid, b: Grid): Grid {
  return {
    groups: [...a.groups, ...b.groups],
    values: a.values.map((values, index) => concatenated(values, b.values[index])),
    begins: Int32Array.from([...a.begins, ...b.begins]),
    lines: Uint32Array.from(concatenated(Float64Array.from(a.lines), Float64Array.from(b.lines))),
  };
}

function concatenated(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function said(
  { keys, total, others }: Segmentation,
  ways: readonly Way[],
  kept: number,
  all: number,
  by: Period | undefined,
): Warning {
  return {
    code: "segments_pooled",
    facts: { keys, total, others, kept, values: all, by: by ?? null, ways: waysFound(ways) },
    count: all - kept,
  };
}
