import type { Catalogue } from "../catalogue.js";
import { rowsOf } from "../cycles.js";
import type { Writer } from "../writer.js";
import { warnings } from "./warnings.js";

/** What deserves a look in a file. */
export const alerts: Catalogue["alerts"] = {
  warning: ({ warning }, write) =>
    (warnings[warning.code] as (facts: unknown, write: Writer) => string)(warning.facts, write),
  unsorted: () => "The rows are not in the order of time; they are sorted before anything else.",
  repeated: ({ rows }, write) => `${write.counted(rows, "row repeats", "rows repeat")} a moment that is there already.`,
  empty: ({ of }, write) => `${write.series(of)} has no value at all.`,
  constant: ({ of, value }, write) => `${write.series(of)} never changes; it is ${write.number(value)} throughout.`,
  missing: ({ of, share }, write) => `${write.series(of)} is missing in ${write.wholePercent(share)} of its points.`,
  zeros: ({ of, share }, write) =>
    `${write.series(of)} is zero in ${write.wholePercent(share)} of its points; spikes will look larger than they are.`,
  skewed: ({ of, skew }, write) =>
    `${write.series(of)} has a few values far ${skew > 0 ? "above" : "below"} all others (skew ${write.number(skew)}).`,
  still: ({ of, value, points, more }, write) =>
    `${write.series(of)} is stuck at ${write.number(value)} for ${write.count(points)} points in a row${more > 0 ? `, and ${write.counted(more, "time", "times")} more for long` : ""}.`,
  "level shift": ({ of, before, after, time, dated }, write) =>
    `${write.series(of)} moves from about ${write.number(before)} to ${write.number(after)} around ${dated ? write.when(time) : `row ${time + 1}`} and stays there.`,
  "stands out": ({ of, stretches, time, dated }, write) =>
    `${write.series(of)} leaves what is normal for it ${stretches === 1 ? "once" : `${write.count(stretches)} times`}${stretches === 1 ? "," : ", most strikingly"} ${dated ? `around ${write.when(time)}` : `around row ${write.count(time + 1)}`}; detection tells how.`,
  "nearly the same": ({ kpis }, write) =>
    `${write.list(kpis)} say nearly the same (correlation above 0.98); one of them is enough.`,
};

/** The summary of a profile. */
export const profile: Catalogue["profile"] = {
  size: ({ file, rows, kpis, key }, write) =>
    `${file} holds ${write.counted(rows, "row", "rows")} of ${write.counted(kpis, "KPI", "KPIs")}${key === null ? "" : ` in ${write.count(key.series)} series, one for each ${key.column}`}.`,
  time: ({ columns, first, last, order, duplicates, gapCount, gaps, cadence, regularity, scale }, write) => {
    if (!scale.dated) return "It has no dates, so the row number stands in for time.";
    if (!Number.isFinite(first)) return `No moment of ${columns.join(" + ")} could be read.`;
    const rate = cadence === null ? null : write.rate(cadence);
    const usual =
      rate === null
        ? ", at irregular intervals"
        : `, one value ${rate}${regularity === 1 ? "" : ` (${write.wholePercent(regularity)} of the steps exactly so)`}`;
    const oddities = [
      ...(order === "ascending" ? [] : [order === "descending" ? "newest first" : "not in the order of time"]),
      ...(duplicates > 0
        ? [`${write.counted(duplicates, "moment stands", "moments stand")} there twice or more often`]
        : []),
      ...(gapCount > 0
        ? [
            `${write.counted(gapCount, "gap", "gaps")}, the longest of ${write.counted(gaps[0].missing, "value", "values")} after ${write.moment(gaps[0].from, scale)}`,
          ]
        : []),
    ];
    const rest = oddities.length > 0 ? `; ${oddities.join("; ")}` : ", without gaps or repetitions";
    return `It runs ${write.span(first, last, scale)}${usual}${rest}.`;
  },
  seasons: ({ labels, contained }, write) =>
    labels.length === 0
      ? "No repeating pattern was found."
      : `It repeats every ${write.list(labels.map((label) => (rowsOf(label) === null ? label : `${write.count(rowsOf(label)!)} rows`)))}${contained.length > 0 ? ` (which includes the ${write.list(contained)})` : ""}.`,
  alerts: ({ count }, write) =>
    count === 0
      ? "Its rows and columns are in order; which of its values are not normal, detection says."
      : `${count === 1 ? "One thing deserves" : `${write.count(count)} things deserve`} a look.`,
};
