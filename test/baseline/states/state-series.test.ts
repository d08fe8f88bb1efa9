import { expect, test } from "vitest";
import { stateSeries } from "../../../kernel-lib/src/baseline/states/state-series.js";
import { column, golden } from "../golden/golden.js";
import { expectSaid, type SaidCase } from "../golden/said.js";

test.each(golden("kinds.json", "states") as SaidCase[])("says what the oracle says (%#)", ({ values, step, said }) => {
  const model = stateSeries({ values: column(values), step, times: null, excluded: null });
  expect(model.kind).toBe(said.kind);
  expectSaid(model, said);
});
