import type { ToldIncident } from "../../../kernel-lib/src/words/catalogue.js";
import { DAY, moment, day, daily, hourly } from "./examples.js";

/** What most sentences about an incident share. */
export const incident: ToldIncident = {
  kind: "dip",
  from: day,
  to: day,
  length: 1,
  actual: 3281,
  expected: 27_950,
  deviation: 3281 - 27_950,
  percent: 88.26,
  weekday: 4,
  rank: 1,
  of: 200,
  rhythm: "days",
  cycle: "week",
  sides: null,
  level: undefined,
  still: { value: 0, expected: 412 },
  missingPeak: null,
  late: null,
  isUsual: false,
  missing: null,
  middleHalf: undefined,
  decimals: 0,
  cadence: "daily",
  scale: daily,
};

export const incidents: Readonly<Record<ToldIncident["kind"], readonly [ToldIncident, ...ToldIncident[]]>> = {
  spike: [
    { ...incident, actual: 60_000, deviation: 32_050, percent: 114 },
    { ...incident, actual: 5433, expected: 5434.4, deviation: -1.4, percent: null, isUsual: true, rank: 300 },
    { ...incident, weekday: null, percent: 9.8, rank: 20, of: 5105 },
    { ...incident, weekday: null, percent: null, rank: 60, cycle: "week", rhythm: "hours", cadence: "hourly" },
    { ...incident, weekday: null, rank: 60, cycle: "day", rhythm: "minutes", cadence: "5min", scale: hourly },
    { ...incident, weekday: null, rank: 60, cycle: "year", cadence: "monthly" },
    { ...incident, weekday: null, rank: 60, cycle: "", cadence: "", scale: { ...daily, dated: false } },
    { ...incident, rank: NaN },
    { ...incident, deviation: NaN, expected: NaN, percent: null },
  ],
  dip: [incident, { ...incident, actual: 0.00012, expected: 0.00034, deviation: -0.00022, percent: 64.7, decimals: 5 }],
  "level shift": [
    { ...incident, kind: "level shift", level: { before: 1000, after: 700, stayed: true, percent: 30 } },
    { ...incident, level: { before: 700, after: 1000, stayed: false, percent: 42.8 }, to: day + 9 * DAY },
    { ...incident, level: { before: -3, after: 5, stayed: true, percent: null } },
    { ...incident, level: undefined },
  ],
  "trend break": [{ ...incident, kind: "trend break" }],
  "variance burst": [
    {
      ...incident,
      sides: { above: { amount: 10, percent: 9.6 }, below: { amount: 8, percent: 8.1 } },
    },
    { ...incident, sides: { above: { amount: 10, percent: null }, below: { amount: 8, percent: null } } },
    { ...incident, sides: null },
  ],
  "flat line": [
    { ...incident, length: 12, cadence: "hourly", scale: hourly },
    { ...incident, still: { value: 50.1, expected: 50.2 }, decimals: 1, length: 12, cadence: "30min" },
    { ...incident, still: { value: 98.5, expected: 100, aside: true }, decimals: 2, length: 12, cadence: "daily" },
    { ...incident, length: 5, cadence: "" },
  ],
  missing: [
    {
      ...incident,
      cadence: "business-daily",
      missing: { from: Date.UTC(2001, 8, 11), to: Date.UTC(2001, 8, 14), periods: 4, inside: true },
    },
    { ...incident, missing: { from: day, to: day, periods: 1, inside: true } },
    {
      ...incident,
      cadence: "hourly",
      scale: hourly,
      missing: { from: moment, to: moment + 3 * DAY, periods: 73, inside: true },
    },
    { ...incident, cadence: "hourly", scale: hourly, missing: { from: day, to: moment, periods: 15, inside: true } },
    { ...incident, cadence: "irregular", missing: { from: day, to: day + 9 * DAY, periods: 1, inside: false } },
    { ...incident, cadence: "", missing: { from: 4, to: 9, periods: 5, inside: false } },
    { ...incident, missing: null },
    { ...incident, missing: null, length: 12 },
  ],
  "pattern break": [
    { ...incident, missingPeak: 19 },
    { ...incident, missingPeak: 2 },
    { ...incident, rank: 400, cycle: "week" },
    { ...incident, rank: 400, cycle: "48 rows" },
    { ...incident, rank: 7 },
    { ...incident, late: 1, cadence: "hourly" },
    { ...incident, late: -2, cadence: "" },
  ],
  voted: [
    { ...incident, actual: 410, middleHalf: { low: 200, high: 300, votes: 2, voters: 3 } },
    { ...incident, actual: 250, middleHalf: { low: 200, high: 300, votes: 1, voters: 1 } },
    incident,
  ],
};
