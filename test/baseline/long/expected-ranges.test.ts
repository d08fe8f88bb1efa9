import { expect, test } from "vitest";
import { longSeries } from "../../../kernel-lib/src/baseline/long-series.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

/** Hours of a day whose shape wanders, in noise that remembers; one value in ten is hidden. */
function hidden(seed: number): { readonly values: Float64Array; readonly truth: Float64Array } {
  const random = createRandom(seed);
  const [rows, day] = [2400, 24];
  const shape = Float64Array.from({ length: day }, (_, hour) => 12 * Math.sin((2 * Math.PI * hour) / day));
  let memory = 0;
  const truth = Float64Array.from({ length: rows }, (_, i) => {
    if (i % day === 0) for (let hour = 0; hour < day; hour++) shape[hour] += 0.4 * random.normal();
    memory = 0.9 * memory + Math.sqrt(1 - 0.9 ** 2) * random.normal();
    return 200 + shape[i % day] + 2 * memory;
  });
  return { values: truth.map((value) => (random.next() < 0.1 ? NaN : value)), truth };
}

test("hidden values of a season that moves lie where neighbours say, and in the range as often as it promises", () => {
  let [inside, count, along, square] = [0, 0, 0, 0];
  for (const seed of [1, 2, 3, 4]) {
    const { values, truth } = hidden(seed);
    const model = longSeries({ values, step: 3600, times: null, excluded: null });
    for (let i = 0; i < values.length; i++) {
      if (Number.isFinite(values[i])) continue;
      count++;
      inside += Number(truth[i] >= model.usualLower[i] && truth[i] <= model.usualUpper[i]);
      const told = model.usual[i] - model.expected[i];
      along += told * (truth[i] - model.expected[i]);
      square += told * told;
    }
  }
  expect(inside / count).toBeGreaterThan(0.98);
  expect(along / square).toBeGreaterThan(0.9);
  expect(along / square).toBeLessThan(1.15);
});
