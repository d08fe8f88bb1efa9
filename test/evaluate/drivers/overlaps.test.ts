import { describe, expect, test } from "vitest";
import { marginals, overlaps } from "../../../kernel-lib/src/evaluate/drivers/overlaps.js";
import type { Segmentation } from "../../../kernel-lib/src/table.js";

const STORES = ["A", "B"];
const PRODUCTS = ["shoes", "hats"];
const segmentation: Segmentation = {
  keys: ["store", "product"],
  total: "Total",
  others: "Others",
  values: Object.fromEntries(STORES.flatMap((s) => PRODUCTS.map((p) => [`${s} / ${p}`, [s, p]]))),
  how: { sales: "sum" },
};

/** Deviations of A and shoes, A and hats, B and shoes, B and hats, as shares of their sum. */
function deviating(...deviations: number[]) {
  const total = deviations.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0);
  return Object.keys(segmentation.values).map((segment, i) => ({
    segment,
    deviation: deviations[i],
    share: deviations[i] / total,
  }));
}

describe("sums by value", () => {
  test("add up over the segments that hold it, largest first", () => {
    const found = marginals(segmentation, deviating(0, -20, -10, -70));
    expect(found.map(({ key, value, deviation }) => [key, value, deviation])).toEqual([
      ["product", "hats", -90],
      ["store", "B", -80],
      ["store", "A", -20],
      ["product", "shoes", -10],
    ]);
    expect(found.map(({ share }) => share)).toEqual([
      expect.closeTo(0.9, 12),
      expect.closeTo(0.8, 12),
      expect.closeTo(0.2, 12),
      expect.closeTo(0.1, 12),
    ]);
  });

  test("leave out what is unknown or was pooled, and are none with a single column", () => {
    const pooled = { segment: "Others", deviation: -500, share: 5 };
    const found = marginals(segmentation, [...deviating(NaN, -4, 0, 0), pooled]);
    expect(found.filter(({ deviation }) => deviation !== 0).map(({ value, deviation }) => [value, deviation])).toEqual([
      ["A", -4],
      ["hats", -4],
    ]);
    expect(marginals({ ...segmentation, keys: ["store"] }, deviating(1, 2, 3, 4))).toEqual([]);
    expect(marginals(segmentation, [])).toEqual([]);
  });

  test("the same word in two columns is two values", () => {
    const same = { ...segmentation, values: { "x / x": ["x", "x"] } };
    expect(marginals(same, [{ segment: "x / x", deviation: 3, share: 1 }])).toHaveLength(2);
  });
});

describe("values that are one cause", () => {
  const found = (...deviations: number[]) => {
    const segments = deviating(...deviations);
    return overlaps(segmentation, segments, marginals(segmentation, segments)).map(({ first, second, share }) => [
      [first.value, second.value].sort().join(),
      share,
    ]);
  };

  test("are told where most of the smaller lies in what they have in common", () => {
    expect(found(0, -20, -10, -70)).toEqual([
      ["B,hats", 0.875],
      ["A,hats", 1],
    ]);
    expect(found(0, 0, 0, -70)).toEqual([["B,hats", 1]]);
  });

  test("are those with at least half in common, and none without deviations", () => {
    expect(found(-40, 0, 0, -60).map(([names]) => names)).toEqual(["B,hats", "A,shoes"]);
    expect(found(-26, -24, -24, -26).map(([names]) => names)).toEqual(["A,shoes", "B,hats"]);
    expect(found(-25, -25, -25, -25)).toHaveLength(4);
    expect(overlaps(segmentation, [], [])).toEqual([]);
  });

  test("are never two of one column", () => {
    const segments = deviating(-25, -25, -25, -25);
    const { keys } = segmentation;
    for (const { first, second } of overlaps(segmentation, segments, marginals(segmentation, segments)))
      expect([first.key, second.key].sort()).toEqual([...keys].sort());
  });
});
