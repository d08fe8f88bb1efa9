import { describe, expect, test } from "vitest";
import { baseline } from "../../kernel-lib/src/baseline/baseline.js";
import { scaleStep } from "../../kernel-lib/src/baseline/rounding.js";
import { detect, read } from "../../kernel-lib/src/door.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const FIRST = Date.UTC(2021, 0, 4);
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

describe("patterns that always return", () => {
  test("without noise, of 8 to 14 days, are no findings", async () => {
    let silent = 0;
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const shape = Array.from({ length: 8 + random.integer(7) }, () => Math.round(100 * random.next()));
      const rows = 300 + random.integer(300);
      const lines = Array.from(
        { length: rows },
        (_, i) => `${new Date(FIRST + i * DAY * 1000).toISOString().slice(0, 10)},${200 + shape[i % shape.length]}`,
      );
      const config = { votes: false };
      const { series } = await detect(read(`date,value\n${lines.join("\n")}\n`, config), config);
      if (series[0].pattern?.normal?.findings.every(({ score }) => score < 1)) silent++;
    }
    expect(silent).toBeGreaterThanOrEqual(17);
  });

  test("two lower weeks in seven are no findings", () => {
    let silent = 0;
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const week = Array.from({ length: 7 }, () => 0.8 + 0.4 * random.next());
      const values = Float64Array.from({ length: 343 }, (_, i) =>
        Math.round(1000 * week[i % 7] * (Math.floor(i / 7) % 7 > 4 ? 0.6 : 1) * Math.exp(0.05 * random.normal())),
      );
      const times = values.map((_, i) => FIRST / 1000 + i * DAY);
      if (baseline({ values, step: DAY, times, excluded: null }).findings.length === 0) silent++;
    }
    expect(silent).toBeGreaterThanOrEqual(18);
  });

  test("lie on a scale of whole steps, numbers of no order do not", () => {
    expect(scaleStep(Float64Array.of(1.5, 3, 4.5, NaN, 1.5))).toBe(1.5);
    expect(scaleStep(Float64Array.of(1, 2, 3.3, 4))).toBeNull();
    expect(scaleStep(Float64Array.from({ length: 3000 }, (_, i) => i))).toBeNull();
  });
});
