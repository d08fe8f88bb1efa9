import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { createRandom, type Random } from "../../kernel-lib/src/numeric/random.js";
import { pastExpectation } from "../../kernel-lib/src/season/past-expectation.js";
import type { Series } from "../../kernel-lib/src/table.js";
import { evenSeries } from "../bench/generated/labelled-series.js";
import { dailyTable } from "../evaluate/made-table.js";

const DAY = 86_400;
const COLUMNS = ["expected", "lower", "upper", "usual", "usualLower", "usualUpper"] as const;

/** Series of many kinds: growing, walking, counted, added up, mostly zero, up and down. */
const MAKERS: Readonly<Record<string, (random: Random, i: number, before: number) => number>> = {
  growing: (random, i) => 100 * Math.exp(i / 60 + 0.05 * random.normal()),
  walking: (random, _, before) => before + random.normal(),
  counts: (random) => random.integer(5),
  total: (random, _, before) => before + random.integer(9),
  zeros: (random) => (random.next() < 0.6 ? 0 : 10 * random.next()),
  states: (random, _, before) => (random.next() < 0.1 ? random.integer(2) : Math.round(before) % 2),
  below: (random, i) => -50 + 10 * ((3 * i) % 7) + random.normal(),
};

function made(kind: string, seed: number, rows: number): Float64Array {
  const random = createRandom(seed);
  const values = new Float64Array(rows);
  for (let i = 0; i < rows; i++) values[i] = MAKERS[kind](random, i, i === 0 ? 0 : values[i - 1]);
  return values;
}

/** Daily rows; where `isThere` says no the file has no row, where the value is NaN it has an empty one. */
function daily(values: Float64Array, isThere: (i: number) => boolean): Series {
  const whole = evenSeries("kpi", values, DAY);
  const rows = Array.from(values.keys()).filter(isThere);
  const pick = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]);
  const cadence = { seconds: DAY, label: "daily", regularity: 0.9 } as const;
  return { ...whole, values: pick(values), time: pick(whole.time), records: Uint32Array.from(rows), cadence };
}

function firstOf(series: Series, count: number): Series {
  const { values, time, records } = series;
  return { ...series, values: values.slice(0, count), time: time.slice(0, count), records: records.slice(0, count) };
}

describe("what was to be expected from the past", () => {
  test("hangs on earlier rows only, and is said for every row after the first", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(MAKERS)),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 12, max: 70 }),
        fc.integer({ min: 2, max: 11 }),
        (kind, seed, cut, gap) => {
          const values = made(kind, seed, 80);
          values[20] = NaN;
          const series = daily(values, (i) => i < 30 || i >= 30 + gap);
          const count = Math.min(cut, series.values.length);
          const whole = pastExpectation(series, null, null);
          const part = pastExpectation(firstOf(series, count), null, null);
          for (const name of COLUMNS) {
            expect(whole[name].slice(0, count)).toEqual(part[name]);
            expect(whole[name].subarray(1).every(Number.isFinite)).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test("grows with a growing series, and severities are finite", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const values = made("growing", seed, 60);
      const { expected, lower, upper } = pastExpectation(evenSeries("sales", values, DAY), null, null);
      for (let i = 24; i < 60; i++) expect(Math.abs(Math.log(expected[i] / values[i]))).toBeLessThan(0.5);
      for (const column of [expected, lower, upper]) expect(column.subarray(1).every(Number.isFinite)).toBe(true);
    }
    const jump = made("growing", 3, 120);
    jump[100] *= 3;
    const { series } = await detect(dailyTable({ sales: jump }), { baseline: "past" });
    expect(series[0].incidents.length).toBeGreaterThan(0);
    for (const { severity, expected } of series[0].incidents) {
      expect(Number.isFinite(severity)).toBe(true);
      expect(Number.isFinite(expected)).toBe(true);
    }
  });

  test("follows a level once it has held, and goes back over a gap by the calendar", () => {
    const random = createRandom(4);
    const values = Float64Array.from(
      { length: 340 },
      (_, i) => (i < 250 ? 100 : 140) + [0, 20, -10, 15, 5, -25, -30][i % 7] + random.normal(),
    );
    const series = daily(values, (i) => i < 300 || i >= 310);
    const { expected } = pastExpectation(series, null, null);
    const error = (day: number): number => Math.abs(expected[day < 300 ? day : day - 10] - values[day]);
    expect(error(250)).toBeGreaterThan(30);
    for (let day = 290; day < 340; day++) if (day < 300 || day >= 310) expect(error(day)).toBeLessThan(8);
  });

  test("is that of known events left out", () => {
    const values = Float64Array.from({ length: 60 }, (_, i) => 100 + 5 * Math.sin(i * 1.7));
    const hurt = values.map((value, i) => (i >= 30 && i < 36 ? 0 : value));
    const known = Uint8Array.from(values, (_, i) => Number(i >= 30 && i < 36));
    const { expected } = pastExpectation(evenSeries("kpi", hurt, DAY), null, known);
    for (let i = 36; i < 60; i++) expect(Math.abs(expected[i] - 100)).toBeLessThan(10);
  });
});
