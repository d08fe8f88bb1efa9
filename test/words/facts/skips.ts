import type { SkipFacts } from "../../../kernel-lib/src/skip-reason.js";
import { type Examples } from "./examples.js";

export const skips: Examples<SkipFacts> = {
  no_values: [{}],
  too_few_rows: [
    { needed: 21, rows: 12 },
    { needed: 21, rows: 1 },
  ],
  too_much_memory: [{ gigabytes: 12, most: 4, rows: 3_000_000, features: 18 }],
  too_many_points: [{ most: 200_000 }],
  no_season: [{ needed: 24 }],
  too_few_cycles: [{}],
  no_counts: [{}],
  no_dates: [{ years: 3 }],
  no_other_kpi: [{}],
  nothing_expected: [{}],
  no_related_kpi: [{}],
  own: [{ text: "Too few points." }],
};
