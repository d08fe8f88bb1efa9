import { describe, expect, it } from "vitest";
import { blockMaxima, blockRows, usualMaximum } from "../../../kernel-lib/src/decide/evidence/block-maxima.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const exponential = (rows: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => -Math.log(1 - random.next()));
};

describe("block maxima", () => {
  it("are as long as an event, shorter in short series", () => {
    expect(blockRows(10_000, "minutes")).toBe(96);
    expect(blockRows(10_000, "hours")).toBe(24);
    expect(blockRows(100, "days")).toBe(6);
    expect(blockRows(20, "days")).toBe(3);
  });

  it("pass over what is not known, the last block may be short", () => {
    expect([...blockMaxima(Float64Array.of(1, NaN, 3, 2, 5), 2)]).toEqual([1, 3, 5]);
  });

  it("follow a Gumbel law whose scale is that of the tail", () => {
    const { place, scale } = usualMaximum(blockMaxima(exponential(50_000, 3), 50), 0.1);
    expect(scale).toBeCloseTo(1, 0.5);
    expect(place).toBeCloseTo(Math.log(50), 0.5);
  });
});
