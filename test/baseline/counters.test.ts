import { expect, test } from "vitest";
import { counterSeries, incrementsOf } from "../../kernel-lib/src/baseline/counters.js";
import { column, golden } from "./golden/golden.js";
import { expectSaid, type SaidCase } from "./golden/said.js";

const INNER: Record<string, string> = { continuous: "long", short: "short", count: "count", zeros: "zeros", states: "states" };

test.each(golden("kinds.json", "counter") as SaidCase[])("says what the oracle says (%#)", ({ values, step, said }) => {
  const { model, increments } = counterSeries({ values: column(values), step, times: null, excluded: null });
  expect(model.kind).toBe(INNER[said.kind.replace("counter of ", "")]);
  expectSaid(model, said, 1e-5, (row) => Number.isFinite(increments[row]));
});

test("a total that begins again at 0 tells what was added since; other steps back tell nothing", () => {
  const { direction, values, restarts } = incrementsOf(Float64Array.of(10, 20, 29, 41, 9, 21, 15, 26));
  expect(direction).toBe(1);
  expect(Array.from(restarts)).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
  expect(Array.from(values)).toEqual([NaN, 10, 9, 12, 9, 12, NaN, 11]);
});
