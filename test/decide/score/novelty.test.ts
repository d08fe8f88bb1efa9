import { describe, expect, it } from "vitest";
import { novelty } from "../../../kernel-lib/src/decide/score/novelty.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { cycleBaseline } from "../../../kernel-lib/src/season/cycle-baseline.js";

const CYCLE = 12;
const CYCLES = 40;

/** Noise with a hump over these cycles. */
function series(humps: readonly number[], seed = 3): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: CYCLE * CYCLES }, (_, i) => {
    const hump = humps.includes(Math.floor(i / CYCLE)) ? 9 * Math.sin((Math.PI * ((i % CYCLE) + 0.5)) / CYCLE) ** 2 : 0;
    return 50 + random.normal() + hump;
  });
}
const noveltyOf = (values: Float64Array): Float64Array => novelty(cycleBaseline(values, CYCLE, CYCLE)!);
const middleOf = (cycle: number): number => cycle * CYCLE + CYCLE / 2;

describe("novelty", () => {
  it("is lower where the cycle has a twin elsewhere than where it is one of a kind", () => {
    const [single, twins] = [noveltyOf(series([20])), noveltyOf(series([8, 20]))];
    expect(single[middleOf(20)]).toBe(1);
    for (const cycle of [8, 20]) expect(twins[middleOf(cycle)]).toBeLessThan(0.9 * single[middleOf(20)]);
  });

  it("is 0 to 1 everywhere, 1 at half of the rows at least", () => {
    const told = noveltyOf(series([8, 20]));
    expect(told).toHaveLength(CYCLE * CYCLES);
    expect(told.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(told.filter((value) => value === 1).length).toBeGreaterThanOrEqual(told.length / 2);
  });

  it("is that of the distance against the size: known answers", () => {
    const rows = 2;
    const standardised = Float64Array.of(3, 0, 0, 4, 0, 0);
    // Sizes of the windows: 3, 0, 4, 4, 0; the usual one is 3.
    const nearest = Float64Array.of(6, 3, 7, 14, 1.5);
    const told = novelty({ rows, standardised, nearest } as unknown as Parameters<typeof novelty>[0]);
    [1, 1, 1, 1, 0.5, 0.5].forEach((value, row) => expect(told[row]).toBeCloseTo(value, 6));
  });

  it("of a series without any distance is 0, not unknown", () => {
    const still = { rows: 2, standardised: new Float64Array(6), nearest: new Float64Array(5) };
    expect(novelty(still as unknown as Parameters<typeof novelty>[0])).toEqual(new Float64Array(6));
  });
});
