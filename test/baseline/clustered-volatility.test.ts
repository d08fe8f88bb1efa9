import { expect, test } from "vitest";
import { clusteredVolatility } from "../../kernel-lib/src/baseline/clustered-volatility.js";
import { column, farthest, golden } from "./golden/golden.js";

test.each(golden<{ z: number[]; w: number[]; size: number[] | null }[]>("noise.json", "restless"))(
  "restless times are those of the oracle (%#)",
  ({ z, w, size }) => {
    const found = clusteredVolatility(column(z), column(w));
    if (size === null) expect(found).toBeNull();
    else expect(farthest(found!, size)).toBeLessThan(1e-10);
  },
);

test("a far row makes its own time no more restless", () => {
  const { z, w } = golden<{ z: number[]; w: number[] }[]>("noise.json", "restless")[0];
  const before = clusteredVolatility(column(z), column(w))!;
  const values = column(z);
  values[300] = 1e6;
  expect(clusteredVolatility(values, column(w))![300]).toBeCloseTo(before[300], 1);
});
