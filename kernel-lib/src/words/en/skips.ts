import type { SkipSentences } from "../catalogue.js";

/** Why a detector did not run. */
export const skips: SkipSentences = {
  no_values: () => "there is no value to compare with.",
  too_few_rows: ({ needed, rows }, write) =>
    `it needs at least ${write.count(needed)} rows with features; there ${rows === 1 ? "is 1" : `are ${write.count(rows)}`}.`,
  too_much_memory: ({ gigabytes, most, rows, features }, write) =>
    `it would need ${write.count(gigabytes)} GB for ${write.count(rows)} rows with ${write.count(features)} features; it can use ${most}.`,
  too_many_points: ({ most }, write) => `more than ${write.count(most)} points would take too long.`,
  no_season: ({ needed }) => `the series is constant or has fewer than ${needed} points.`,
  too_few_cycles: () => "there are too few whole cycles.",
  no_counts: () => "the values are neither small counts nor mostly zero.",
  no_dates: ({ years }) => `no date that changes the values returns in ${years} years.`,
  no_other_kpi: () => "there is no other KPI to compare with.",
  nothing_expected: () => "nothing can be expected of this KPI: it is constant, or has too few points.",
  no_related_kpi: () => "no other KPI moves with this one closely enough.",
  own: ({ text }) => text,
};
