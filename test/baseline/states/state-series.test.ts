import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { stateSeries } from "../../../kernel-lib/src/baseline/states/state-series.js";
import { column, golden } from "../golden/golden.js";
import { expectSaid, type SaidCase } from "../golden/said.js";

test.each(golden("kinds.json", "states") as SaidCase[])("says what the oracle says (%#)", ({ values, step, said }) => {
  const model = stateSeries({ values: column(values), step, times: null, excluded: null });
  expect(model.kind).toBe(said.kind);
  expectSaid(model, said);
});

describe("a price list", () => {
  /** A price that changes by 2 % every twenty rows. */
  const prices = (change: (price: number, row: number) => number): Float64Array =>
    Float64Array.from({ length: 400 }, (_, row) => change(Math.round(1000 * 1.02 ** Math.floor(row / 20)) / 100, row));
  const judged = (values: Float64Array) => baseline({ values, step: 86_400, times: null, excluded: null });

  test("is silent while prices change as usual", () => {
    expect(judged(prices((price) => price)).findings).toEqual([]);
  });

  test.each([
    ["ten times too high", 10, 1],
    ["a tenth of it", 0.1, 1],
    ["ten times too high for five rows", 10, 5],
  ])("tells a price that is %s as one stay, beside the price before", (_, factor, rows) => {
    const values = prices((price, row) => (row >= 210 && row < 210 + rows ? price * factor : price));
    const { findings, expected, z } = judged(values);
    expect(findings.map(({ kind, start, end }) => [kind, start, end])).toEqual([["run", 210, 210 + rows]]);
    expect(expected[210]).toBeCloseTo(values[209]);
    expect(expected[210 + rows]).toBeCloseTo(values[210 + rows]);
    expect([Math.sign(z[210]), z[210 + rows]]).toEqual([Math.sign(factor - 1), 0]);
  });

  test("tells a price that jumps for good at its first row, beside the price before", () => {
    const values = prices((price, row) => (row >= 210 ? price * 3 : price));
    const { findings, expected } = judged(values);
    expect(findings.map(({ kind, start, end }) => [kind, start, end])).toEqual([["row", 210, 211]]);
    expect([expected[210], expected[211]]).toEqual([values[209], values[211]]);
  });
});
