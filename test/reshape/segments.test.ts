import { warningText } from "../../kernel-lib/src/words/warning.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../kernel-lib/src/errors.js";
import { segments } from "../../kernel-lib/src/reshape/segments.js";
import type { Table } from "../../kernel-lib/src/table.js";
import { byKey, tableOf } from "./table.js";

const DAY = 86_400_000;

/** Forty days of four stores and two products, sizes 8 : 4 : 2 : 1, the smallest store only on every fourth day. */
function shops(): Table {
  const rows = Array.from({ length: 40 }, (_, day) => day).flatMap((day) =>
    [8, 4, 2, ...(day % 4 === 0 ? [1] : [])].flatMap((size, store) =>
      ["shoes", "hats"].map((product, p) => ({
        day,
        store: `S${store}`,
        product,
        amount: size * (p + 1),
        rating: size,
      })),
    ),
  );
  return tableOf(
    rows.map(({ day }) => Date.UTC(2024, 0, 1) + day * DAY),
    {
      store: rows.map(({ store }) => store),
      product: rows.map(({ product }) => product),
      amount: rows.map(({ amount }) => amount),
      rating: rows.map(({ rating }) => rating),
    },
  );
}

describe("segments", () => {
  test("makes one series a value, pools what is too short and adds the whole", () => {
    const table = segments(shops(), ["store"]);
    const amounts = byKey(table, "amount");
    expect(Object.keys(amounts)).toEqual(["Total", "S0", "S1", "S2", "Others"]);
    expect(amounts.S0).toEqual(Array.from({ length: 40 }, () => 24));
    expect(amounts.Others.slice(0, 5)).toEqual([3, 0, 0, 0, 3]);
    expect(table.segments).toEqual({
      keys: ["store"],
      total: "Total",
      others: "Others",
      values: { S0: ["S0"], S1: ["S1"], S2: ["S2"] },
      how: { amount: "sum", rating: "mean" },
    });
    expect(warningText(table.warnings.at(-1)!)).toBe(
      'The 3 largest of 4 values of store are series, the other is pooled as "Others"; "Total" is the whole: amount added up, rating averaged.',
    );
  });

  test("combines several columns, at most so many", () => {
    const table = segments(shops(), ["store", "product"], { top: 3 });
    expect(table.key).toBe("store / product");
    expect(Object.keys(byKey(table, "amount"))).toEqual(["Total", "S0 / hats", "S0 / shoes", "S1 / hats", "Others"]);
  });

  test("averages are weighted by records", () => {
    const { Total, Others } = byKey(segments(shops(), ["store"]), "rating");
    expect(Total.slice(0, 2)).toEqual([15 / 4, 14 / 3]);
    expect(Others.slice(0, 2)).toEqual([1, NaN]);
  });

  test("the parts add up to the total to rounding, whatever is pooled", () => {
    const cell = fc.record({
      day: fc.integer({ min: 0, max: 30 }),
      store: fc.constantFrom("a", "b", "c", "d", "Total"),
      amount: fc.oneof(fc.constant(NaN), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (rows, top, minimumShare) => {
          const table = segments(
            tableOf(
              rows.map(({ day }) => day * DAY),
              { store: rows.map(({ store }) => store), amount: rows.map(({ amount }) => amount) },
            ),
            ["store"],
            { how: "sum", top, minimumShare, minimumHistory: 2 },
          );
          const sums = new Map<number, { total: number; parts: number; size: number }>();
          const key = table.columns.find(({ name }) => name === "store");
          const amount = table.columns.find(({ name }) => name === "amount");
          if (key?.kind !== "text" || amount?.kind !== "number") throw new Error("not the columns asked for");
          for (let record = 0; record < table.records; record++) {
            const sum = sums.get(table.time!.values[record]) ?? { total: 0, parts: 0, size: 0 };
            const value = amount.values[record] || 0;
            if (key.dictionary[key.codes[record]] === table.segments!.total) sum.total += value;
            else sum.parts += value;
            sum.size += Math.abs(value);
            sums.set(table.time!.values[record], sum);
          }
          for (const { total, parts } of sums.values()) expect(Math.abs(total - parts)).toBeLessThan(1e-6);
        },
      ),
    );
  });

  test("needs a key and dates", () => {
    expect(() => segments(shops(), [])).toThrow(InputError);
    expect(() => segments(shops(), ["shop"])).toThrow('There is no column "shop"');
    expect(() => segments({ ...shops(), time: null }, ["store"])).toThrow(InputError);
  });
});
