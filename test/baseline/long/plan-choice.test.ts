import { expect, test } from "vitest";
import { choosePlan, hiddenErrors, planFor } from "../../../kernel-lib/src/baseline/long/plan-choice.js";
import { longProblem } from "../../../kernel-lib/src/baseline/long/long-problem.js";
import { YearHarmonics } from "../../../kernel-lib/src/baseline/seasons/year.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { column, farthest, golden } from "../golden/golden.js";

test("errors on hidden units, and the plan that they choose, as the oracle's", () => {
  const { x, w, h, stiffness, hidden, chosen } = golden("core.json", "fit");
  const problem = { x: column(x), w: column(w), periods: [7], unit: 7, year: null };
  expect(farthest(hiddenErrors(problem, { levelPeriod: h, stiffness: [stiffness], year: false }), hidden)).toBeLessThan(
    1e-8,
  );
  const { plan, errors } = choosePlan(problem);
  expect(plan).toEqual({ levelPeriod: chosen.h, stiffness: chosen.stiffness, year: chosen.year });
  expect(farthest(errors, chosen.errors)).toBeLessThan(1e-8);
});

test("among plans with a season of the year as the oracle", () => {
  const { start, x, chosen } = golden("core.json", "fit with year");
  const values = column(x);
  const year = new YearHarmonics(
    values.map((_, i) => start + 86_400 * i),
    365.25,
  );
  const { plan, errors } = choosePlan({ x: values, w: values.slice().fill(1), periods: [7], unit: 7, year });
  expect(plan).toEqual({ levelPeriod: chosen.h, stiffness: chosen.stiffness, year: chosen.year });
  expect(
    farthest(
      errors.filter((_, i) => i % 7 === 0),
      chosen.errors,
    ),
  ).toBeLessThan(1e-7);
});

test("a very long series gets the plan of its newest rows, with errors on these", () => {
  const random = createRandom(9);
  let level = 0;
  const values = Float64Array.from(
    { length: 41_000 },
    (_, i) => (level += 0.02 * random.normal()) + Math.sin((2 * Math.PI * i) / 24) + 0.3 * random.normal(),
  );
  const problem = longProblem({ values, step: 3600, times: null, excluded: null });
  const from = 1008;
  const newest = choosePlan({ ...problem, x: values.subarray(from), w: problem.known.subarray(from) });
  const { plan, errors } = planFor(problem, values, problem.known);
  expect(plan).toEqual(newest.plan);
  expect(errors.subarray(0, from).every(Number.isNaN)).toBe(true);
  expect(
    farthest(
      errors.subarray(from),
      [...newest.errors].map((error) => (Number.isNaN(error) ? null : error)),
    ),
  ).toBe(0);
});
