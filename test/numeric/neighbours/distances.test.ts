import { describe, expect, it } from "vitest";
import {
  distancesFrom,
  distancesOutside,
  plainDistancesFrom,
  plainDistancesOutside,
} from "../../../kernel-lib/src/numeric/neighbours/distances.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const random = createRandom(6);
const wild = [NaN, Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE, 0, -0, 5e-324];

/** Noise in which any value may be a wild one. */
const hostile = (length: number): Float64Array =>
  Float64Array.from({ length }, () => (random.next() < 0.1 ? wild[random.integer(wild.length)] : random.normal()));

describe("distances of a column", () => {
  it.each([0, 1, 4095, 4096, 4097, 6144, 8193])("are the same bytes as in plain loops: %i values", (length) => {
    const values = hostile(length);
    const before = values.slice();
    for (const factor of [1, 0.37, 1e290, 1e-290]) {
      expect(distancesFrom(0.25, factor, values)).toEqual(plainDistancesFrom(0.25, factor, values));
      expect(distancesOutside(-0.5, 0.75, factor, values)).toEqual(plainDistancesOutside(-0.5, 0.75, factor, values));
    }
    expect(values).toEqual(before);
  });

  it("are NaN where a value is not finite, and never infinite", () => {
    for (const length of [100, 5000]) {
      const values = hostile(length);
      for (const distances of [distancesFrom(0, 1e200, values), distancesOutside(-1, 1, 1e200, values)]) {
        distances.forEach((distance, i) => expect(Number.isFinite(distance)).toBe(Number.isFinite(values[i])));
      }
    }
  });

  it("are measured from the centre, and from the nearer bound", () => {
    expect([...distancesFrom(2, 0.5, Float64Array.of(1, 2, 6))]).toEqual([0.5, 0, 2]);
    expect([...distancesOutside(2, 4, 0.5, Float64Array.of(1, 2, 3, 4, 8))]).toEqual([0.5, 0, 0, 0, 2]);
  });

  it("leave an array that others share as it is", () => {
    const shared = new Float64Array(new SharedArrayBuffer(8 * 5000)).fill(3);
    expect(distancesFrom(1, 1, shared)[4999]).toBe(2);
    expect(shared[4999]).toBe(3);
  });
});
