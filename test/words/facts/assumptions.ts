import type { AssumptionFacts } from "../../../kernel-lib/src/assumption.js";
import { type Examples, revenue, berlin } from "./examples.js";

export const assumptions: Examples<AssumptionFacts> = {
  date: [
    { columns: ["date"], format: "YYYY-MM-DD" },
    { columns: ["date", "time"], format: "YYYY-MM-DD HH:mm" },
    { columns: [], format: "" },
  ],
  kpis: [{ names: ["open", "high", "low"] }, { names: ["open"] }, { names: [..."abcdefghijklmn"] }],
  reading: [
    { said: { code: "durations_as_seconds", facts: { column: "watch time", readAs: null, example: "", sure: true } } },
  ],
  mostKpis: [{ there: 120, analysed: 50 }],
  aggregate: [{ by: "day" }, { by: null }],
  segments: [{ keys: ["store"], total: "Total" }],
  key: [{ key: "store" }],
  cadence: [
    { label: "hourly", regularity: 1 },
    { label: "30min", regularity: 0.98 },
    { label: "irregular", regularity: 0.3 },
    { label: "business-daily", regularity: 0.9999 },
  ],
  seasons: [
    { byHand: null, found: [{ periods: ["week"], contained: ["day"], of: [revenue] }], refused: [] },
    { byHand: null, found: [{ periods: ["day", "week"], contained: [], of: [revenue] }], refused: ["year"] },
    {
      byHand: null,
      found: [{ periods: [], contained: [], of: [revenue] }],
      refused: ["week", "48 rows (3 waves of 16.0)"],
    },
    {
      byHand: null,
      found: [
        { periods: ["week"], contained: [], of: [revenue, berlin] },
        { periods: [], contained: [], of: [{ kpi: "noise", series: "" }] },
      ],
      refused: ["month of year"],
    },
    { byHand: ["week"], found: [{ periods: ["week"], contained: [], of: [revenue] }], refused: [] },
    { byHand: [], found: [{ periods: [], contained: [], of: [revenue] }], refused: [] },
  ],
  mode: [
    { mode: "auto", sensitivity: 50, consensus: 2 },
    { mode: "vote", sensitivity: 50, consensus: 2 },
    { mode: "vote", sensitivity: 50, consensus: 1 },
  ],
  falseAlarms: [
    { expected: 0.1, days: 60, kpis: 1 },
    { expected: 0.04, days: 730, kpis: 3 },
    { expected: 2, days: 7, kpis: 1 },
    { expected: 0.05, days: 0, kpis: 1 },
  ],
  events: [{ events: 1 }, { events: 3 }],
  holidays: [
    { place: "DE-BY", known: true },
    { place: "US", known: false },
  ],
  withoutVotes: [{ detectors: ["Z-score", "Isolation Forest"] }, { detectors: ["Z-score"] }],
  baseline: [{}],
  notJudged: [{ points: 1 }, { points: 24 }],
  skipped: [
    { detectors: ["One-Class SVM"], reason: { code: "too_few_rows", facts: { needed: 21, rows: 12 } }, on: [] },
    { detectors: ["Z-score", "IQR"], reason: { code: "no_values", facts: {} }, on: [revenue, berlin] },
  ],
  engine: [{ missing: "webAssembly" }, { missing: "features" }, { missing: "permission" }, { missing: "memory" }],
  verdicts: [{ stretches: 1 }, { stretches: 2 }],
  seed: [{ seed: 42 }],
};
