import type { FixFacts } from "../../../kernel-lib/src/evaluate/fixes.js";
import type { Examples } from "./examples.js";

export const fixes: Examples<FixFacts> = {
  "missing code": [
    { value: -200, columns: ["CO", "NO2"], cells: 16_701 },
    { value: -999.5, columns: ["CO"], cells: 1 },
  ],
  totals: [
    { by: "day", rows: 998, summed: true, averaged: [] },
    { by: "day", rows: 998, summed: true, averaged: ["Unit price", "Rating"] },
    { by: "hour", rows: 1, summed: false, averaged: ["Temperature"] },
  ],
  segments: [{ column: "Branch", values: ["A", "B", "C"] }],
  holidays: [
    { dates: [{ key: "fixed", value: 704 }], incidents: 4, days: 6, given: false },
    {
      dates: [
        { key: "fixed", value: 1225 },
        { key: "easter", value: -2 },
        { key: "nthWeekday", value: 1133 },
      ],
      incidents: 1,
      days: 1,
      given: true,
    },
  ],
  "month ends": [
    { which: "last", months: 6, incidents: 7 },
    { which: "first", months: 3, incidents: 3 },
  ],
};
