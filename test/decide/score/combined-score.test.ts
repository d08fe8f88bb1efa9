import { describe, expect, it } from "vitest";
import {
  combinedScore,
  inOwnUnits,
  type Join,
  type ScoredShare,
} from "../../../kernel-lib/src/decide/score/combined-score.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { analyseSeason } from "../../../kernel-lib/src/season/season.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const ROWS = 120;
const WEEK = 7 * 86_400;
const random = createRandom(5);
const season = analyseSeason(
  evenSeries(
    "sales",
    Float64Array.from({ length: ROWS }, () => random.normal()),
    WEEK,
  ),
)!;
const share = { rule: "sum", weight: 0.5 } as const;

/** Scores of 0 to 1 with the given ones at rows 40 and 80. */
const voice = (first: number, second: number): Float64Array =>
  Float64Array.from({ length: ROWS }, (_, i) => (i === 40 ? first : i === 80 ? second : ((i * 37) % 101) / 100));

const combined = (voices: readonly Float64Array[], join: Join, factor = 1): Float64Array =>
  combinedScore(
    season,
    inOwnUnits(voices.map((scores): ScoredShare => ({ share, scores: scores.map((score) => factor * score) }))),
    join,
  );

describe("combinedScore", () => {
  it("adds up what all find a little unusual, and as a root hears the one that finds it very unusual", () => {
    const voices = [voice(6, 3.5), voice(0.5, 3.5)];
    const [sum, root] = [combined(voices, "sum"), combined(voices, "root")];
    expect(sum[80]).toBeGreaterThan(sum[40]);
    expect(root[40]).toBeGreaterThan(root[80]);
  });

  it("is the same whatever unit detectors score in", () => {
    for (const join of ["sum", "root"] as const)
      expect(combined([voice(6, 3), voice(1, 4)], join, 16)).toEqual(combined([voice(6, 3), voice(1, 4)], join));
  });

  it("does not need every score", () => {
    const gap = voice(6, 3);
    gap[10] = NaN;
    for (const join of ["sum", "root"] as const)
      expect(combined([gap, voice(1, 4)], join).every(Number.isFinite)).toBe(true);
  });
});
