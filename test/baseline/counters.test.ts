import { expect, test } from "vitest";
import { counterSeries, incrementsOf } from "../../kernel-lib/src/baseline/counters.js";
import { countSeries } from "../../kernel-lib/src/baseline/counts/count-series.js";
import { zeroInflatedSeries } from "../../kernel-lib/src/baseline/counts/zero-inflated.js";
import { kindOf } from "../../kernel-lib/src/baseline/kind.js";
import { longSeries } from "../../kernel-lib/src/baseline/long-series.js";
import { shortSeries } from "../../kernel-lib/src/baseline/short/short-series.js";
import { stateSeries } from "../../kernel-lib/src/baseline/states/state-series.js";
import type { BaselineInput, FittedModel } from "../../kernel-lib/src/baseline/types.js";
import { column, golden } from "./golden/golden.js";
import { expectSaid, type SaidCase } from "./golden/said.js";

/** The oracle's choice for increments. */
function incrementModel(input: BaselineInput): FittedModel {
  const kind = kindOf(input.values, input.step);
  if (kind === "count") return countSeries(input);
  if (kind === "zeros") return zeroInflatedSeries(input);
  if (kind === "states" || kind === "nothing") return stateSeries(input);
  return input.values.filter(Number.isFinite).length >= 200 ? longSeries(input) : shortSeries(input);
}

const INNER: Record<string, string> = {
  continuous: "long",
  short: "short",
  count: "count",
  zeros: "zeros",
  states: "states",
};

test.each(golden("kinds.json", "counter") as SaidCase[])("says what the oracle says (%#)", ({ values, step, said }) => {
  const { model, increments } = counterSeries(
    { values: column(values), step, times: null, excluded: null },
    incrementModel,
  );
  expect(model.kind).toBe(INNER[said.kind.replace("counter of ", "")]);
  expectSaid(model, said, 1e-5, (row) => Number.isFinite(increments[row]));
});

test("a total that begins again at 0 tells what was added since; other steps back tell nothing", () => {
  const { direction, values, restarts } = incrementsOf(Float64Array.of(10, 20, 29, 41, 9, 21, 15, 26));
  expect(direction).toBe(1);
  expect(Array.from(restarts)).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
  expect(Array.from(values)).toEqual([NaN, 10, 9, 12, 9, 12, NaN, 11]);
});
