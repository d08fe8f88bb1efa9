import { expect, test } from "vitest";
import { memoryForecast } from "../../../kernel-lib/src/baseline/memory/memory-forecast.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const random = createRandom(2);

test("one factor in white noise is filtered as well as it can be, and missing rows are passed over", () => {
  // Half of the variance has memory .9: the best forecast leaves the root of the steady state of the filter, P + 1 - s.
  const z = new Float64Array(6000);
  for (let i = 0, part = 0; i < z.length; i++) {
    part = 0.9 * part + Math.sqrt((1 - 0.81) * 0.5) * random.normal();
    z[i] = part + Math.sqrt(0.5) * random.normal();
  }
  let steady = 0.5;
  for (let k = 0; k < 200; k++) steady = 0.81 * ((steady * 0.5) / (steady + 0.5)) + 0.19 * 0.5;
  const memory = { factor: 0.9, share: 0.5 };
  const forecast = memoryForecast(z, { memory, autoregression: null });
  const left = Math.sqrt(
    z.reduce((sum, value, i) => sum + (value - forecast[i]) * (value - forecast[i]), 0) / z.length,
  );
  expect(Math.abs(left - Math.sqrt(steady + 0.5))).toBeLessThan(0.02);
  z[3000] = NaN;
  const passed = memoryForecast(z, { memory, autoregression: null });
  expect(passed.every(Number.isFinite)).toBe(true);
  expect(passed[3001]).toBeCloseTo(0.9 * passed[3000], 12);
});

test("an autoregression goes by the rows before, cut at three deviations", () => {
  const forecast = memoryForecast(Float64Array.of(1, 2, 50, NaN, 0), {
    memory: { factor: 0, share: 0 },
    autoregression: Float64Array.of(0.5, 0.25),
  });
  // 50 counts as 3 beyond its forecast of 1.25; the missing row as its own forecast.
  expect([...forecast]).toEqual([0, 0.5, 1.25, 2.625, 2.375]);
});

test("says nothing without memory", () => {
  expect([...memoryForecast(Float64Array.of(3, 3), { memory: { factor: 0, share: 0 }, autoregression: null })]).toEqual(
    [0, 0],
  );
});
