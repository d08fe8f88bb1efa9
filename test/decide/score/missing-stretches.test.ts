import { describe, expect, it } from "vitest";
import { missingStretches } from "../../../kernel-lib/src/decide/score/missing-stretches.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { Series } from "../../../kernel-lib/src/table.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const DAY = 86_400;
const random = createRandom(5);
const noise = (rows: number): Float64Array => Float64Array.from({ length: rows }, () => 100 + 5 * random.normal());

/** The series without these points: the file has no rows for them. */
function without(series: Series, gone: (i: number) => boolean): Series {
  const kept = (_: number, i: number): boolean => !gone(i);
  return {
    ...series,
    time: series.time.filter(kept),
    values: series.values.filter(kept),
    records: series.records.filter(kept),
  };
}

describe("missingStretches", () => {
  const series = evenSeries("sales", noise(700), DAY);

  it("finds rows that the file does not have", () => {
    const [found, ...others] = missingStretches(without(series, (i) => i >= 300 && i < 310));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      start: 299,
      end: 300,
      empty: false,
      periods: 10,
      cadence: "daily",
      after: series.time[299],
      before: series.time[310],
    });
    expect(found.score).toBeGreaterThan(1);
  });

  it("finds a run of empty cells, and the longer the run the higher its score", () => {
    const empty = (length: number): Series => ({
      ...series,
      values: series.values.map((value, i) => (i >= 300 && i < 300 + length ? NaN : value)),
    });
    const [week] = missingStretches(empty(7));
    expect(week).toMatchObject({ start: 300, end: 306, empty: true, periods: 7 });
    expect(missingStretches(empty(30))[0].score).toBeGreaterThan(week.score);
    expect(missingStretches({ ...empty(7), dated: false, time: series.time.map((_, i) => i) })[0]).toMatchObject({
      periods: 7,
      cadence: "",
    });
  });

  it("says nothing of scattered holes, days off, nights, ends and series full of holes", () => {
    const chance = createRandom(2);
    const loose = series.values.map((value) => (chance.next() < 0.1 ? NaN : value));
    expect(missingStretches({ ...series, values: loose })).toEqual([]);
    expect(missingStretches(without(series, (i) => i % 7 > 4))).toEqual([]);
    expect(missingStretches(without(evenSeries("load", noise(2000), 3600), (i) => i % 24 < 8))).toEqual([]);
    expect(
      missingStretches({ ...series, values: series.values.map((value, i) => (i < 50 || i > 650 ? NaN : value)) }),
    ).toEqual([]);
    const chancy = createRandom(3);
    expect(missingStretches(without(series, (i) => chancy.next() < 0.3 || (i > 300 && i < 330)))).toEqual([]);
    const holes = series.values.map((value, i) => (i % 40 < 4 + (((i / 40) | 0) % 5) ? NaN : value));
    expect(missingStretches({ ...series, values: holes }).filter(({ score }) => score > 1)).toEqual([]);
  });

  it("expects nothing while a known event lasts", () => {
    const closed = without(series, (i) => i >= 300 && i < 310);
    expect(
      missingStretches(closed, [{ name: "refit", start: series.time[300], end: series.time[309] + DAY * 1000 - 1 }]),
    ).toEqual([]);
    expect(
      missingStretches(closed, [{ name: "holiday", start: series.time[301], end: series.time[302] }]),
    ).toHaveLength(1);
  });
});
