import { warningText } from "../../kernel-lib/src/words/warning.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../kernel-lib/src/errors.js";
import { aggregate } from "../../kernel-lib/src/reshape/aggregate.js";
import { periodStart } from "../../kernel-lib/src/reshape/period.js";
import { byKey, tableOf } from "./table.js";

const HOUR = 3_600_000;
const at = (day: number, hour: number = 0): number => Date.UTC(2024, 0, 1) + (24 * day + hour) * HOUR;

/** Three sales on each of ten days, the last day only until its first sale. */
const sales = tableOf(
  Array.from({ length: 28 }, (_, i) => at(Math.floor(i / 3), [9, 14, 19][i % 3])),
  {
    amount: Array.from({ length: 28 }, (_, i) => i + 1),
    rating: Array.from({ length: 28 }, (_, i) => (i === 1 ? NaN : i % 5)),
    customer: Array.from({ length: 28 }, (_, i) => `c${i % 2}`),
  },
);

describe("aggregate", () => {
  test("sums amounts and averages ratings by the day, without the unfinished last one", () => {
    const daily = aggregate(sales, { by: "day" });
    expect(daily.records).toBe(9);
    expect(byKey(daily, "amount")[""].slice(0, 2)).toEqual([6, 15]);
    expect(byKey(daily, "rating")[""][0]).toBe(1);
    expect(daily.cadence).toMatchObject({ label: "daily", seconds: 86_400, regularity: 1 });
    expect(daily.lines.slice(0, 2)).toEqual(Uint32Array.of(2, 5));
    expect(daily.warnings.map((warning) => warningText(warning))).toEqual([
      "Each day is one row: amount added up, rating averaged.",
      "The last day is unfinished and left out: the file ends at Wed 10 Jan 2024, 09:00.",
    ]);
  });

  test("counts cells and different values, and takes medians", () => {
    const daily = aggregate(sales, {
      by: "day",
      how: { rating: "count", customer: "distinct", amount: "median" },
      keepUnfinished: true,
    });
    expect(byKey(daily, "count of rating")[""].slice(0, 2)).toEqual([2, 3]);
    expect(byKey(daily, "distinct of customer")[""].slice(0, 2)).toEqual([2, 2]);
    expect(byKey(daily, "amount")[""].slice(0, 2)).toEqual([2, 5]);
    expect(daily.records).toBe(10);
  });

  test("a key value sells nothing on a day without records, and does not exist before its first", () => {
    const two = tableOf(
      [at(0), at(0), at(1), at(2), at(2), at(3)],
      { store: ["A", "B", "A", "A", "B", "C"], amount: [1, 2, 3, 4, 5, 6] },
      "store",
    );
    expect(byKey(aggregate(two, { by: "day" }), "amount")).toEqual({ A: [1, 3, 4, 0], B: [2, 0, 5, 0], C: [6] });
    expect(byKey(aggregate(two, { by: "day", key: null }), "amount")).toEqual({ "": [3, 3, 9, 6] });
  });

  test("leaves days without any record as gaps and says so", () => {
    const { records, warnings } = aggregate(tableOf([at(0), at(1), at(4)], { amount: [1, 2, 3] }), { by: "day" });
    expect(records).toBe(3);
    expect(warnings.find(({ code }) => code === "gap")?.facts).toMatchObject({ missing: 2, by: "day" });
  });

  test("leaves out a month that the file begins in, and a week it ends in", () => {
    const days = tableOf(
      Array.from({ length: 100 }, (_, day) => at(day + 9)),
      { amount: Array.from({ length: 100 }, () => 1) },
    );
    expect(byKey(aggregate(days, { by: "month" }), "amount")[""]).toEqual([29, 31]);
    const weeks = byKey(aggregate(days, { by: "week" }), "amount")[""];
    expect(weeks.every((count) => count === 7)).toBe(true);
    expect(weeks).toHaveLength(13);
  });

  test("weeks start on Monday, months on the first", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), (time) => {
        const week = new Date(periodStart(time, "week"));
        expect(week.getUTCDay()).toBe(1);
        expect(time - week.getTime()).toBeGreaterThanOrEqual(0);
        expect(time - week.getTime()).toBeLessThan(7 * 24 * HOUR);
        expect(new Date(periodStart(time, "month")).toISOString().slice(8)).toBe("01T00:00:00.000Z");
      }),
    );
  });

  test("refuses what has no answer", () => {
    expect(() => aggregate({ ...sales, time: null }, { by: "day" })).toThrow(InputError);
    expect(() => aggregate(sales, { by: "day", how: { customer: "sum" } })).toThrow(
      'Column "customer" holds text, which has no sum.',
    );
    expect(() => aggregate(sales, { by: "day", how: { nobody: "sum" } })).toThrow(InputError);
  });
});
