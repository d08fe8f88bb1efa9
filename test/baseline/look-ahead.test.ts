import { expect, test } from "vitest";
import { fittedModel } from "../../kernel-lib/src/baseline/baseline.js";
import { lookAhead, type LookAhead } from "../../kernel-lib/src/baseline/look-ahead.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;

/** What a model of the first 350 of 400 values says of the rest. */
function ahead(values: Float64Array): LookAhead & { readonly said: Float64Array } {
  const known = values.map((value, i) => (i < 350 ? value : NaN));
  const times = values.map((_, i) => 1_514_764_800 + i * DAY);
  const { kind, model } = fittedModel({ values: known, step: DAY, times, excluded: null });
  const result = lookAhead(model, kind, values, 350);
  return { ...result, said: result.mean.map((x) => result.transform.inverse(x)) };
}

function made(value: (i: number) => number): Float64Array {
  const random = createRandom(8);
  return Float64Array.from({ length: 400 }, (_, i) => value(i) + [0, 8, -4, 6, 2, -10, -12][i % 7] + random.normal());
}

test("a straight line goes on, and a level that nothing moves stays", () => {
  const line = made((i) => 100 + 0.5 * i);
  const { said, z } = ahead(line);
  for (let i = 350; i < 400; i++) expect(Math.abs(said[i - 350] - line[i])).toBeLessThan(5);
  expect(z.every(Number.isFinite)).toBe(true);
});

test("a new level is followed once it has held for two weeks, a brief event never", () => {
  const moved = made((i) => (i < 360 ? 100 : 130));
  const { said } = ahead(moved);
  for (let i = 360; i < 370; i++) expect(moved[i] - said[i - 350]).toBeGreaterThan(24);
  for (let i = 378; i < 400; i++) expect(Math.abs(moved[i] - said[i - 350])).toBeLessThan(6);
  const brief = made((i) => (i >= 360 && i < 366 ? 130 : 100));
  const after = ahead(brief);
  for (let i = 366; i < 400; i++) expect(Math.abs(brief[i] - after.said[i - 350])).toBeLessThan(6);
});

test("a total is the one before and what usually comes", () => {
  const random = createRandom(3);
  let total = 0;
  const totals = Float64Array.from(
    { length: 400 },
    (_, i) => (total += 50 + 5 * random.normal() + (i === 380 ? 1000 : 0)),
  );
  const { said } = ahead(totals);
  for (let i = 355; i < 400; i++) if (i !== 380) expect(Math.abs(totals[i] - said[i - 350])).toBeLessThan(25);
});

test("a row takes no part in what is said of it or of earlier rows", () => {
  const values = made(() => 100);
  const { mean, remembered } = ahead(values);
  values[375] += 1000;
  const other = ahead(values);
  expect(other.mean.slice(0, 26)).toEqual(mean.slice(0, 26));
  expect(other.remembered.slice(0, 26)).toEqual(remembered.slice(0, 26));
});
