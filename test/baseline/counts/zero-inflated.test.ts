import { expect, test } from "vitest";
import { zeroInflatedSeries } from "../../../kernel-lib/src/baseline/counts/zero-inflated.js";
import { normalCdf, normalQuantileOfLog } from "../../../kernel-lib/src/numeric/distributions/normal.js";
import { column, farthest, golden } from "../golden/golden.js";
import { expectSaid, type SaidCase } from "../golden/said.js";

interface ZerosCase extends SaidCase {
  readonly said: SaidCase["said"] & { readonly p0: number[] };
}

test.each(golden("kinds.json", "zeros") as ZerosCase[])(
  "says what the oracle says, rows judged by zeros and sizes together (%#)",
  ({ values, step, said }) => {
    const model = zeroInflatedSeries({ values: column(values), step, times: null, excluded: null });
    expect(model.kind).toBe("zeros");
    // The oracle judges a size among sizes; here it counts as well how often there is any.
    const together = said.z.map((z, i) => {
      if (values[i] === null) return 0;
      const [above, below] =
        values[i] === 0
          ? [1, said.p0[i]]
          : [(1 - said.p0[i]) * normalCdf(-z), said.p0[i] + (1 - said.p0[i]) * normalCdf(z)];
      return above < below
        ? -normalQuantileOfLog(Math.log(Math.min(above, 0.5)))
        : normalQuantileOfLog(Math.log(Math.min(below, 0.5)));
    });
    expectSaid({ ...model, z: Float64Array.from(said.z), innovation: Float64Array.from(said.zlocal) }, said);
    expect(farthest(model.z, together)).toBeLessThan(1e-6);
  },
);

test("a row is the odder for how rarely there is anything", () => {
  const sale = (every: number): number => {
    const values = Float64Array.from({ length: 400 }, (_, i) => (i % every === 0 ? 40 + ((i * 13) % 21) : 0));
    values[200] = 50;
    return zeroInflatedSeries({ values, step: "month", times: null, excluded: null }).z[200];
  };
  expect(sale(10)).toBeGreaterThan(sale(2) + 0.5);
});

const sizedAt = (count: number, size: (k: number) => number): Float64Array => {
  const values = new Float64Array(1500);
  for (let k = 0; k < count; k++) values[(k * 997) % 1500] = size(k);
  return values;
};

test("sizes that are all alike do not hide one that is far larger, nor stand out themselves", () => {
  const values = sizedAt(58, (k) => (k === 40 ? 0.033 : 0.0002));
  const { z } = zeroInflatedSeries({ values, step: 1800, times: null, excluded: null }, { bounded: true });
  const far = values.indexOf(0.033);
  for (let i = 0; i < z.length; i++) if (i !== far) expect(z[i]).toBeLessThan(3);
  expect(z[far]).toBeGreaterThan(5);
});

test("few sizes have no season: none of them is alone at its place", () => {
  const values = sizedAt(32, (k) => [0.05, 0.03, 0.05, 0.02, 0.01][k % 5]);
  const { z } = zeroInflatedSeries({ values, step: 3600, times: null, excluded: null }, { bounded: true });
  for (const own of z) expect(own).toBeLessThan(3.5);
});
