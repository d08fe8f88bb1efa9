import { expect, test } from "vitest";
import { refitSeason, smoothSeason } from "../../../kernel-lib/src/baseline/seasons/seasonal-profile.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { column, farthest, golden } from "../golden/golden.js";

test("the season as the oracle's", () => {
  for (const { r, w, period, stiffness, season } of golden("core.json", "season"))
    expect(farthest(smoothSeason(column(r), column(w), period, stiffness), season)).toBeLessThan(1e-9);
});

test("a season that is not there shrinks to next to nothing", () => {
  const random = createRandom(4);
  const noise = Float64Array.from({ length: 700 }, () => random.normal());
  const season = smoothSeason(noise, noise.slice().fill(1), 7, Infinity);
  expect(Math.max(...season.map(Math.abs))).toBeLessThan(0.1);
});

test("a season without noise is kept whole", () => {
  const x = Float64Array.from({ length: 70 }, (_, i) => (i % 7) - 3);
  expect(farthest(smoothSeason(x, x.slice().fill(1), 7, Infinity), [...x])).toBeLessThan(1e-9);
});

test("a part fitted anew and its residual still add up to the series", () => {
  const x = Float64Array.from({ length: 205 }, (_, i) => Math.cos(i / 11) + (i % 7));
  for (const stiffness of [Infinity, 6]) {
    const season = x.map((_, i) => (i % 7) / 2);
    const residual = x.map((value, i) => value - season[i]);
    refitSeason(residual, x.slice().fill(1), 7, stiffness, season);
    expect(
      farthest(
        season.map((value, i) => value + residual[i]),
        [...x],
      ),
    ).toBeLessThan(1e-12);
  }
});
