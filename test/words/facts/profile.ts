import type { InsightFacts } from "../../../kernel-lib/src/profile/analyses/insights.js";
import type { AlertFacts } from "../../../kernel-lib/src/profile/alerts.js";
import type { ProfileFacts } from "../../../kernel-lib/src/words/catalogue.js";
import { type Examples, DAY, day, revenue, berlin, daily } from "./examples.js";

export const alerts: Examples<AlertFacts> = {
  warning: [{ warning: { code: "empty_column", facts: { column: "note" } } }],
  unsorted: [{}],
  repeated: [{ rows: 1 }, { rows: 12 }],
  empty: [{ of: berlin }],
  constant: [{ of: revenue, value: 5 }],
  missing: [{ of: revenue, share: 0.124 }],
  zeros: [{ of: revenue, share: 0.5 }],
  skewed: [
    { of: revenue, skew: 3.21 },
    { of: revenue, skew: -2.5 },
  ],
  still: [
    { of: revenue, value: 5, points: 20, more: 0 },
    { of: revenue, value: 5, points: 20, more: 2 },
  ],
  "level shift": [
    { of: revenue, before: 50, after: 70, time: day, dated: true, cadence: "daily" },
    { of: revenue, before: 50, after: 70, time: 12, dated: false, cadence: "" },
    { of: revenue, before: 50, after: 70, time: day, dated: true, cadence: "monthly" },
    {
      of: revenue,
      before: 128.852,
      after: 128.934,
      time: day,
      passage: { from: day, to: day + 9 * DAY },
      madeUp: day + 60 * DAY,
      dated: true,
      cadence: "daily",
    },
  ],
  "one value": [
    { of: revenue, value: 900, others: 98, time: day, dated: true, cadence: "monthly" },
    { of: berlin, value: 900, others: 98, time: 12, dated: false, cadence: "" },
  ],
  "stands out": [
    { of: revenue, stretches: 1, time: day, dated: true, cadence: "daily" },
    { of: berlin, stretches: 6, time: 12, dated: false, cadence: "" },
    { of: berlin, stretches: 6, time: day, dated: true, cadence: "quarterly" },
  ],
  "nearly the same": [{ kpis: ["first", "copy"] }],
};

const time = { columns: ["date"], first: day, last: day + 90 * DAY, cadence: "daily", regularity: 1, scale: daily };

export const profile: Examples<ProfileFacts> = {
  size: [
    { file: "sales.csv", rows: 1, kpis: 1, key: null },
    { file: "sales.csv", rows: 5105, kpis: 3, key: { column: "store", series: 12 } },
  ],
  time: [
    { ...time, order: "ascending", duplicates: 0, gapCount: 0, gaps: [] },
    {
      ...time,
      regularity: 0.97,
      order: "descending",
      duplicates: 1,
      gapCount: 2,
      gaps: [{ from: day, to: day + 6 * DAY, missing: 5 }],
    },
    {
      ...time,
      order: "ascending",
      duplicates: 0,
      gapCount: 30,
      gaps: [{ from: day, to: day + 2 * DAY, missing: 1 }],
    },
    { ...time, first: NaN, order: "unsorted", duplicates: 0, gapCount: 0, gaps: [] },
    { ...time, scale: { ...daily, dated: false }, order: "no dates", duplicates: 0, gapCount: 0, gaps: [] },
    { ...time, cadence: "irregular", order: "unsorted", duplicates: 2, gapCount: 0, gaps: [] },
  ],
  seasons: [
    { found: [{ periods: [], contained: [], of: [{ kpi: "sales", series: "" }] }] },
    { found: [{ periods: ["week", "year"], contained: ["day"], of: [{ kpi: "sales", series: "" }] }] },
    { found: [{ periods: ["48 rows"], contained: [], of: [{ kpi: "sales", series: "" }] }] },
    {
      found: [
        { periods: ["week", "year"], contained: [], of: [{ kpi: "volume", series: "" }] },
        {
          periods: [],
          contained: [],
          of: [
            { kpi: "open", series: "" },
            { kpi: "close", series: "" },
          ],
        },
      ],
    },
  ],
  alerts: [{ count: 0 }, { count: 1 }, { count: 7 }],
};

const worst = { kpi: "visits", series: "", missing: 40, points: 500, longest: 12, from: day };

export const insights: Examples<InsightFacts> = {
  correlation: [
    { first: "open", second: "close", value: 0.987, beyond: 3, pairs: 6 },
    { first: "price", second: "orders", value: -0.4, beyond: 0, pairs: 1 },
  ],
  missing: [
    { worst: null, kpis: 0, of: 3, together: [], rowsLacking: 0, dated: true, cadence: "daily" },
    { worst: null, kpis: 0, of: 3, together: [], rowsLacking: 1, dated: true, cadence: "daily" },
    { worst, kpis: 2, of: 3, together: ["visits", "orders"], rowsLacking: 4, dated: true, cadence: "daily" },
    {
      worst: { ...worst, series: "Berlin", longest: 1 },
      kpis: 1,
      of: 3,
      together: [],
      rowsLacking: 0,
      dated: false,
      cadence: "daily",
    },
  ],
  "partial autocorrelation": [
    { of: revenue, strongest: [], outside: 0, lags: 40 },
    { of: berlin, strongest: [{ lag: 1, value: 0.8123 }], outside: 1, lags: 12 },
    {
      of: revenue,
      strongest: [
        { lag: 7, value: 0.61 },
        { lag: 1, value: -0.3 },
      ],
      outside: 5,
      lags: 40,
    },
  ],
  stationarity: [
    {
      of: revenue,
      verdict: "level",
      withoutSeason: true,
      level: 0.1,
      trend: 0.1,
      wandering: { p: 0.0001, ruledOut: true },
    },
    {
      of: revenue,
      verdict: "level",
      withoutSeason: false,
      level: 0.07,
      trend: 0.1,
      wandering: { p: 0.42, ruledOut: false },
    },
    { of: revenue, verdict: "trend", withoutSeason: false, level: 0.01, trend: 0.0712, wandering: null },
    {
      of: berlin,
      verdict: "neither",
      withoutSeason: true,
      level: 0.01,
      trend: 0.0312,
      wandering: { p: 0.0213, ruledOut: true },
    },
    {
      of: revenue,
      verdict: "neither",
      withoutSeason: true,
      level: 0.01,
      trend: 0.01,
      wandering: { p: 0.9, ruledOut: false },
    },
  ],
  calendar: [
    { of: revenue, by: "hour", highest: 18, lowest: 3, high: 4512.3, low: 820, apart: true },
    { of: revenue, by: "weekday", highest: 5, lowest: 0, high: 4512.3, low: 4400, apart: false },
    { of: berlin, by: "month", highest: 11, lowest: 1, high: 4512.3, low: 820, apart: true },
    { of: revenue, by: "hour", highest: 0, lowest: 0, high: 12, low: 12, apart: false },
    { of: revenue, by: "weekday", highest: 0, lowest: 0, high: 1.8, low: 1.8, apart: false },
    { of: revenue, by: "month", highest: 0, lowest: 0, high: 12, low: 12, apart: false },
  ],
  years: [
    { of: revenue, year: 2025, before: 2024, by: "week", places: 17, mean: 90, meanBefore: 80, change: 0.125 },
    { of: berlin, year: 2025, before: 2024, by: "month", places: 1, mean: 70, meanBefore: 80, change: -0.125 },
    { of: revenue, year: 2025, before: 2024, by: "month", places: 12, mean: 3, meanBefore: -1, change: null },
  ],
  growth: [
    { of: revenue, perYear: 0.124, isShare: true, overall: "up" },
    { of: revenue, perYear: 0.124, isShare: true, overall: "none" },
    { of: berlin, perYear: -341.2, isShare: false, overall: "down" },
    { of: berlin, perYear: -341.2, isShare: false, overall: "up" },
  ],
  noise: [
    { of: revenue, by: "hour", highest: 14, lowest: 3, high: 0.124, low: 0.031, isShare: true },
    { of: berlin, by: "weekday", highest: 5, lowest: 0, high: 431.2, low: 96.4, isShare: false },
  ],
  "log scale": [{ of: revenue, times: 32.2 }],
  changes: [
    { of: revenue, lasting: 0, temporary: 0, largest: null, dated: true, cadence: "daily" },
    {
      of: revenue,
      lasting: 1,
      temporary: 0,
      largest: { from: 50.2, to: 70.1, time: day, until: null },
      dated: true,
      cadence: "daily",
    },
    {
      of: revenue,
      lasting: 1,
      temporary: 0,
      largest: {
        from: 128.852,
        to: 128.934,
        time: day,
        until: null,
        passage: { from: day, to: day + 9 * DAY },
        madeUp: day + 60 * DAY,
      },
      dated: true,
      cadence: "daily",
    },
    {
      of: revenue,
      lasting: 0,
      temporary: 1,
      largest: { from: 50.2, to: 20.1, time: day, until: day },
      dated: true,
      cadence: "daily",
    },
    {
      of: berlin,
      lasting: 2,
      temporary: 1,
      largest: { from: 50.2, to: 20.1, time: 12, until: 30 },
      dated: false,
      cadence: "daily",
    },
  ],
  dates: [
    { of: revenue, dates: [{ key: "fixed", value: 1225, effect: -8.31, years: 4 }] },
    {
      of: berlin,
      dates: [
        { key: "nthWeekday", value: 1133, effect: 5, years: 3 },
        { key: "lastWeekday", value: 500, effect: -4, years: 3 },
        { key: "easter", value: -2, effect: -4, years: 3 },
        { key: "monthEnd", value: -1, effect: 3, years: 40 },
      ],
    },
    {
      of: revenue,
      dates: [1225, 1226, 101, 501, 1003, 1224, 1231, 1101, 815].map((value) => ({
        key: "fixed",
        value,
        effect: -4.5,
        years: 4,
      })),
    },
    { of: revenue, dates: [{ key: "easter", value: 20, effect: -4, years: 3 }] },
    { of: revenue, dates: [{ key: "monthEnd", value: 2, effect: 4, years: 30 }] },
    { of: revenue, dates: [{ key: "week", value: 51, effect: 4, years: 5 }] },
    {
      of: revenue,
      dates: [
        { key: "afterWeekday", value: 11133, effect: 4, years: 3 },
        { key: "weekdayFrom", value: 6194, effect: 4, years: 3 },
        { key: "afterWeekday", value: 41133, effect: 4, years: 3 },
      ],
    },
    { of: revenue, dates: [{ key: "monthDay", value: 22, effect: 4, years: 30 }] },
    {
      of: revenue,
      dates: [
        { key: "monthWorkday", value: -1, effect: 4, years: 30 },
        { key: "monthWorkday", value: 2, effect: 4, years: 30 },
        {
          key: "nthWeekday",
          value: 1133,
          effect: -4,
          years: 3,
          names: { en: "Thanksgiving Day", de: "Thanksgiving" },
        },
      ],
    },
  ],
};
