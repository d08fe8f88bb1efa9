import { describe, expect, it } from "vitest";
import { orderedScore } from "../../../kernel-lib/src/decide/score/ordered-score.js";

const of = (deciding: number, ranking: number): number =>
  orderedScore(Float64Array.of(deciding), Float64Array.of(ranking))[0];

describe("orderedScore", () => {
  it("keeps what decides from the alarm level on", () => {
    for (const deciding of [1, 1.01, 3])
      for (const ranking of [-1, 0.5, 9]) expect(of(deciding, ranking)).toBe(deciding);
  });

  it("never brings a row to the alarm level that does not decide so", () => {
    for (const deciding of [-2, 0, 0.5, 0.99, 0.999999])
      for (const ranking of [-1, 0.9, 1, 5, 1e6]) expect(of(deciding, ranking)).toBeLessThan(1);
  });

  it("orders usual rows by what ranks, also above its own level", () => {
    const scores = [-0.5, 0, 0.3, 0.5, 0.8, 1, 2, 10].map((ranking) => of(0.1, ranking));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it("orders rows near the level by what decides", () => {
    expect(of(0.98, 0.1)).toBeGreaterThan(of(0.9, 0.7));
    expect(of(0.999, 0)).toBeGreaterThan(0.99);
  });

  it("leaves unknown what is unknown", () => {
    expect(of(NaN, 0.5)).toBeNaN();
  });
});
