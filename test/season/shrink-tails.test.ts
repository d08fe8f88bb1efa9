import { describe, expect, it } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { tailOf, shrinkTails } from "../../kernel-lib/src/season/shrink-tails.js";
import { noises, type NoiseName } from "../bench/generated/noise.js";

const ROWS = 1000;
const none = new Uint8Array(ROWS);

const noise = (name: NoiseName, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: ROWS }, () => noises[name](random));
};

const shapes = (name: NoiseName): number[] =>
  Array.from({ length: 40 }, (_, seed) => tailOf(noise(name, seed), none)?.shape ?? NaN).sort((a, b) => a - b);

describe("tailOf", () => {
  it("tells heavy tails from normal ones in a thousand rows", () => {
    const [normal, heavy] = [shapes("normal"), shapes("student3")];
    expect(normal[35]).toBeLessThan(0.2);
    expect(heavy[20]).toBeGreaterThan(0.15);
    expect(heavy[20]).toBeLessThan(0.45);
  });

  it("has the same shape in any unit", () => {
    const one = tailOf(noise("student4", 1), none);
    const other = tailOf(
      noise("student4", 1).map((value) => 64 * value),
      none,
    );
    expect(other).toEqual({ shape: one?.shape, start: 64 * (one?.start ?? NaN), scale: 64 * (one?.scale ?? NaN) });
  });

  it("does not learn from a clump of far values", () => {
    const values = noise("normal", 3);
    const before = tailOf(values, none);
    values.fill(30, 500, 520);
    const after = tailOf(values, none);
    expect(Math.abs((after?.shape ?? NaN) - (before?.shape ?? NaN))).toBeLessThan(0.1);
  });

  it("takes an exponential tail where quantiles coincide, none where nothing differs", () => {
    expect(
      tailOf(
        Float64Array.from({ length: ROWS }, (_, i) => (i % 10 === 0 ? 1 : i % 97 === 5 ? 3 : 0)),
        none,
      )?.shape,
    ).toBe(0);
    expect(tailOf(new Float64Array(ROWS), none)).toBeNull();
  });
});

describe("temperTails", () => {
  it("brings far values of heavy tails nearer and leaves the others", () => {
    const values = noise("student3", 2);
    const tail = tailOf(values, none);
    const tempered = shrinkTails(values, tail);
    values.forEach((value, i) => {
      expect(Math.abs(tempered[i])).toBeLessThanOrEqual(Math.abs(value));
      if (Math.abs(value) <= (tail?.start ?? 0)) expect(tempered[i]).toBe(value);
    });
  });
});
