import { expect, test } from "vitest";
import { DAY } from "../../../kernel-lib/src/baseline/seasons/cycles.js";
import { YearHarmonics } from "../../../kernel-lib/src/baseline/seasons/year.js";
import { farthest, golden } from "../golden/golden.js";

const timesFrom = (start: number, step: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => start + step * i);

test("the season of the year as the oracle's", () => {
  for (const { step, start, n, rows, effect } of golden("core.json", "year")) {
    const times = timesFrom(start, step, n);
    const angle = (i: number): number => (2 * Math.PI * times[i]) / (365.25 * DAY);
    const r = times.map((_, i) => 2 * Math.cos(angle(i)) + Math.sin(3 * angle(i)) + ((i * 7919) % 1000) / 500 - 1);
    const w = times.map((_, i) => (((i * 104729) % 100) / 100) * Number(i < 60 || i > 90));
    const season = new YearHarmonics(times, rows).fit(r, w);
    expect(
      farthest(
        season.filter((_, i) => i % 19 === 0),
        effect,
      ),
    ).toBeLessThan(1e-8);
  }
});

test("one year says nothing", () => {
  const times = timesFrom(1.4e9, DAY, 500);
  const r = times.map((time) => Math.cos((2 * Math.PI * time) / (365.25 * DAY)));
  expect(new YearHarmonics(times, 365.25).fit(r, r.slice().fill(1)).every((value) => value === 0)).toBe(true);
});
