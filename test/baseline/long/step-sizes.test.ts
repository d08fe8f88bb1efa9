import { expect, test } from "vitest";
import { longProblem } from "../../../kernel-lib/src/baseline/long/long-problem.js";
import { withFittedSizes } from "../../../kernel-lib/src/baseline/long/step-sizes.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

test("the size of a step is fitted beside level and week, whatever it was taken for", () => {
  const random = createRandom(3);
  const x = Float64Array.from(
    { length: 500 },
    (_, i) => 0.01 * i + (i % 7 > 4 ? -3 : 0) + (i < 200 ? 0 : 6) + random.normal(),
  );
  const problem = longProblem({ values: x, step: 86_400, times: null, excluded: null });
  const plan = { levelPeriod: 6000, stiffness: [Infinity], year: false };
  const found = { lasting: [{ row: 200, size: 4, log10p: -5 }], temporary: [], weight: problem.known };
  const steps = x.map((_, i) => (i < 200 ? 0 : 4));
  const { lasting, steps: fitted } = withFittedSizes(problem, x, { ...found, steps }, plan);
  expect(lasting[0].size).toBeGreaterThan(5.4);
  expect(lasting[0].size).toBeLessThan(6.6);
  expect(fitted[499]).toBe(lasting[0].size);
  expect(withFittedSizes(problem, x, { ...found, lasting: [], steps }, plan).steps).toBe(steps);
});
