import { expect, test } from "vitest";
import { noiseScale } from "../../../kernel-lib/src/baseline/noise/noise-scale.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { shrunkMeans } from "../../../kernel-lib/src/baseline/seasons/shrunk-means.js";
import { column, farthest, golden } from "../golden/golden.js";
import { everyNth, rowNoise } from "../golden/rows.js";

interface Case {
  readonly n: number;
  readonly periods: number[];
  readonly year: boolean | number;
  readonly scale: number[];
}

test.each(golden<Case[]>("noise.json", "noise"))(
  "the size of the noise is that of the oracle (%#)",
  ({ n, periods, year, scale }) => {
    const r = rowNoise(n).map(
      (value, i) =>
        value *
        (1 + (i % 7 === 3 ? 0.8 : 0) + 0.5 * Math.sin((2 * Math.PI * i) / 168) ** 2) *
        Math.exp(i / n) *
        (i % 365 > 300 ? 2 : 1),
    );
    const fit = r.map((_, i) => ((i * 37) % n) / n + (i % 2 ? 0.5 : 0) + i * 1e-7);
    const w = r.map((_, i) => ((i * 104729) % 100 >= 8 ? 1 : 0));
    const t = r.map((_, i) => (16203 + i) * 86_400);
    const found = noiseScale(r, fit, w, periods, year ? t : null);
    expect(farthest(everyNth(found, 7), scale)).toBeLessThan(1e-9);
  },
);

test("means of groups are drawn towards nothing as the oracle draws them", () => {
  const { total, count, plain, most } = golden<Record<string, number[]>>("noise.json", "shrunk");
  expect(farthest(shrunkMeans(column(total), column(count)), plain)).toBeLessThan(1e-12);
  expect(farthest(shrunkMeans(column(total), column(count), 20), most)).toBeLessThan(1e-12);
});

test("rows that teach nothing do not matter, nor does the unit", () => {
  const r = rowNoise(300);
  const w = r.map((_, i) => (i % 10 === 4 ? 0 : 1));
  const fit = r.map((_, i) => i);
  const found = noiseScale(r, fit, w, [7], null);
  const spoilt = r.map((value, i) => (w[i] === 0 ? 1e6 : value));
  expect(Array.from(noiseScale(spoilt, fit, w, [7], null))).toEqual(Array.from(found));
  const larger = noiseScale(
    r.map((value) => value * 1000),
    fit,
    w,
    [7],
    null,
  );
  expect(
    farthest(
      larger,
      Array.from(found, (value) => value * 1000),
    ),
  ).toBeLessThan(1e-12);
});

test("a long column is learnt from some of its rows: by place, height, time of the year and over time", () => {
  const n = 400_000;
  const size = (i: number): number => (i % 24 < 6 ? 3 : 1) * (1 + i / n);
  const random = createRandom("noise of a long column");
  const r = Float64Array.from({ length: n }, (_, i) => size(i) * random.normal());
  const t = r.map((_, i) => i * 3600);
  const fit = r.map((_, i) => i % 24);
  const scale = noiseScale(r, fit, new Float64Array(n).fill(1), [24], t);
  let farthest = 0;
  for (let i = 0; i < n; i += 7) farthest = Math.max(farthest, Math.abs(scale[i] / size(i) - 1));
  expect(farthest).toBeLessThan(0.12);
});
