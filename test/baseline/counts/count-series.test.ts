import { expect, test } from "vitest";
import { countSeries } from "../../../kernel-lib/src/baseline/counts/count-series.js";
import { column, golden } from "../golden/golden.js";
import { expectSaid, type SaidCase } from "../golden/said.js";

test.each(golden("kinds.json", "count") as SaidCase[])("says what the oracle says (%#)", ({ values, step, said }) => {
  const model = countSeries({ values: column(values), step, times: null, excluded: null });
  expect(model.kind).toBe(said.kind);
  expectSaid(model, said);
});
