import { expect, test } from "vitest";
import { zeroInflatedSeries } from "../../../kernel-lib/src/baseline/counts/zero-inflated.js";
import { column, golden } from "../golden/golden.js";
import { expectSaid, type SaidCase } from "../golden/said.js";

test.each(golden("kinds.json", "zeros") as SaidCase[])("says what the oracle says (%#)", ({ values, step, said }) => {
  const model = zeroInflatedSeries({ values: column(values), step, times: null, excluded: null });
  expect(model.kind).toBe(said.kind);
  expectSaid(model, said);
});
