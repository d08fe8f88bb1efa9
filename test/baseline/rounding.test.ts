import { describe, expect, test } from "vitest";
import { baseline } from "../../kernel-lib/src/baseline/baseline.js";
import { asWritten, coarseStep, unrounded } from "../../kernel-lib/src/baseline/rounding.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

const random = createRandom(5);

/** A slow rise with little noise, rounded to steps. */
const sensor = (step: number): Float64Array =>
  Float64Array.from({ length: 600 }, (_, i) => step * Math.round((10 + i / 100 + 0.4 * random.normal()) / step));

describe("a scale that is coarse against the movement from row to row", () => {
  test.each([1, 0.5, 2])("steps of %d", (step) => expect(coarseStep(sensor(step))).toBeCloseTo(step, 9));

  test("is not seen in fine values, in a constant, or in values without a scale", () => {
    expect(coarseStep(sensor(0.01))).toBeNull();
    expect(coarseStep(new Float64Array(50).fill(3))).toBeNull();
    expect(
      coarseStep(
        Float64Array.from(
          { length: 300 },
          (_, i) => Math.floor(i / 3) * Math.sqrt(2) + (i % 2 ? 0 : 1e-3) * Number(i > 150),
        ),
      ),
    ).toBeNull();
  });
});

describe("values as they would be written", () => {
  const shares = Float64Array.from({ length: 300 }, (_, i) => (i % 9 ? 100 : 99 + (i % 7) / 100));
  const computed = shares.map((value, i) => value * (1 + ((i % 5) - 2) * 2e-16));

  test("are those with exactly their decimals, zero too", () => {
    expect(computed).not.toEqual(shares);
    expect(asWritten(computed)).toEqual(shares);
    expect(asWritten(Float64Array.of(0.1 + 0.2, 0.1 + 0.2 - 0.3, 7, NaN))).toEqual(Float64Array.of(0.3, 0, 7, NaN));
    expect(asWritten(Float64Array.of(1.1 * 3, -1.1 * 3, Infinity))).toEqual(Float64Array.of(3.3, -3.3, Infinity));
  });

  test("stay what they are where they are decimals already, or none, and however small or large", () => {
    const columns = [shares, shares.map((value) => value * 1e-16), shares.map((value) => value / 3), Float64Array.of()];
    const more = [Float64Array.of(1e15 + 1, 3), Float64Array.of(1e-17, 3e-17), Float64Array.of(NaN, NaN)];
    for (const values of [...columns, ...more]) expect(asWritten(values)).toBe(values);
  });

  test("give one model, whichever way a share was computed", () => {
    const of = (values: Float64Array): ReturnType<typeof baseline> =>
      baseline({ values, step: 3600, times: null, cycles: null, alpha: 0.1, excluded: null });
    const [one, other] = [of(shares), of(computed)];
    expect(other.kind).toBe("pinned");
    expect(other.expected).toEqual(one.expected);
    expect(other.findings).toEqual(one.findings);
  });
});

test("values stay within half a step and not below 0, those of earlier rows are the same whatever follows", () => {
  const values = Float64Array.from({ length: 300 }, (_, i) => i % 4);
  const spread = unrounded(values, 1);
  expect(spread.every((value, i) => Math.abs(value - values[i]) <= 0.5 && value >= 0)).toBe(true);
  expect(unrounded(values.subarray(0, 100), 1)).toEqual(spread.subarray(0, 100));
});

test("a spike of thirty deviations in a rounded sensor is told, and nothing else", () => {
  const values = sensor(1);
  expect(baseline({ values, step: 86_400, times: null, excluded: null })).toMatchObject({ kind: "long", findings: [] });
  values[400] += 12;
  const found = baseline({ values, step: 86_400, times: null, excluded: null });
  expect(found.findings.map(({ start, end }) => [start, end])).toEqual([[400, 401]]);
  expect(found.z[400]).toBeGreaterThan(6);
});
