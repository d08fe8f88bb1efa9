import { expect, test } from "vitest";
import { levelsSeries } from "../../../kernel-lib/src/baseline/states/levels-series.js";
import { column, golden } from "../golden/golden.js";
import { expectSaid, type SaidCase } from "../golden/said.js";

test.each(golden("kinds.json", "noisy levels") as SaidCase[])(
  "says what the oracle says (%#)",
  ({ values, step, said }) => {
    const model = levelsSeries({ values: column(values), step, times: null, excluded: null });
    expect(model.kind).toBe("levels");
    expectSaid(model, said);
  },
);
