import { describe, expect, test } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { plainWaveSums, waveSums } from "../../../kernel-lib/src/numeric/waves/wave-sums.js";

const WAVES = 26;

/** Waves of a year of so many days, and a column of noise. */
function make(days: number): { cosines: Float64Array; sines: Float64Array; column: Float64Array } {
  const random = createRandom(days);
  const angle = (at: number): number => ((Math.floor(at / days) + 1) * (at % days) * 2 * Math.PI) / 365.25;
  const cosines = Float64Array.from({ length: WAVES * days }, (_, at) => Math.cos(angle(at)));
  const sines = Float64Array.from({ length: WAVES * days }, (_, at) => Math.sin(angle(at)));
  return { cosines, sines, column: Float64Array.from({ length: days }, () => random.normal()) };
}

describe.each([730, 1095, 800])("%i days", (days) => {
  const { cosines, sines, column } = make(days);
  const fast = waveSums(cosines, sines, days);
  const plain = plainWaveSums(cosines, sines, days);

  test("sums with a column, by WebAssembly to the same bytes", () => {
    for (const [from, to] of [
      [0, days],
      [3, 368],
      [365, days],
      [5, 6],
    ]) {
      const [own, twin] = [new Float64Array(2 * WAVES), new Float64Array(2 * WAVES)];
      fast.withColumn(column, from, to, own);
      plain.withColumn(column, from, to, twin);
      expect(own).toEqual(twin);
      let third = 0;
      for (let day = from; day < to; day++) third += column[day] * cosines[2 * days + day];
      expect(own[4]).toBeCloseTo(third, 9);
    }
  });

  test("waves added to a column, by WebAssembly to the same bytes", () => {
    const coefficients = Float64Array.from({ length: 2 * WAVES }, (_, k) => (k % 6 < 2 ? 0 : k - 20));
    const [own, twin] = [column.slice(), column.slice()];
    fast.addTo(own, coefficients);
    plain.addTo(twin, coefficients);
    expect(own).toEqual(twin);
    expect(own[7]).not.toBe(column[7]);
  });

  test("weighted sums of twice as many waves, by WebAssembly to the same bytes", () => {
    const weight = column.map(Math.abs);
    const sums = [0, 1, 2, 3].map(() => new Float64Array(2 * WAVES + 1));
    fast.sumWaves(weight, sums[0], sums[1]);
    plain.sumWaves(weight, sums[2], sums[3]);
    expect(sums[0]).toEqual(sums[2]);
    expect(sums[1]).toEqual(sums[3]);
    let fortieth = 0;
    for (let day = 0; day < days; day++) fortieth += weight[day] * Math.sin((40 * day * 2 * Math.PI) / 365.25);
    expect(sums[1][40]).toBeCloseTo(fortieth, 8);
  });
});

test("two series side by side do not take each other's waves", () => {
  const [a, b] = [make(730), make(800)];
  const [first, second] = [waveSums(a.cosines, a.sines, 730), waveSums(b.cosines, b.sines, 800)];
  const [before, between, after] = [0, 1, 2].map(() => new Float64Array(2 * WAVES));
  first.withColumn(a.column, 0, 730, before);
  second.withColumn(b.column, 0, 800, between);
  first.withColumn(a.column, 0, 730, after);
  expect(after).toEqual(before);
});
