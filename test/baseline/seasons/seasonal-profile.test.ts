import { expect, test } from "vitest";
import { ownWeight, refitSeason, smoothSeason } from "../../../kernel-lib/src/baseline/seasons/seasonal-profile.js";
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

test("the weight of a row in its own season is what the season follows when the row moves", () => {
  const random = createRandom(8);
  const period = 24;
  const x = Float64Array.from(
    { length: 60 * period },
    (_, i) => 10 * Math.sin((i * 2 * Math.PI) / period) + random.normal(),
  );
  const w = x.slice().fill(1);
  const moved = 30 * period + 5;
  for (const stiffness of [6, 16, Infinity]) {
    const before = smoothSeason(x, w, period, stiffness)[moved];
    const after = smoothSeason(
      x.map((value, i) => (i === moved ? value + 1 : value)),
      w,
      period,
      stiffness,
    )[moved];
    expect(after - before).toBeGreaterThan(0.85 * ownWeight(x.length, period, stiffness));
    expect(after - before).toBeLessThan(1.05 * ownWeight(x.length, period, stiffness));
  }
});

test("a row has no weight of its own in a long cycle, whose places are told together, and all of it in one cycle", () => {
  expect(ownWeight(2000, 168, 16)).toBe(0);
  expect(ownWeight(20, 24, Infinity)).toBe(1);
});
