import { expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const WEEK = 7 * 86_400;
const DECEMBER = [0.15, 0.3, 0.5, 0.35];

/** Two and a half years of weeks from June on; the last four of each year are higher. */
function sales(seed: number): Float64Array {
  const random = createRandom(`december ${seed}`);
  return Float64Array.from({ length: 132 }, (_, i) => {
    const december = DECEMBER[((i + 22) % 52) - 48] ?? 0;
    return 1000 * (1 + december) * (1 + 0.03 * random.normal());
  });
}

test("the Decembers of weekly tables are season, the second and the third as well", () => {
  const start = Date.UTC(2018, 5, 4) / 1000;
  const silent = Array.from({ length: 8 }, (_, seed) => {
    const values = sales(seed);
    const times = values.map((_, i) => start + i * WEEK);
    return baseline({ values, step: WEEK, times, excluded: null }).findings.length === 0;
  });
  expect(silent.filter(Boolean).length).toBeGreaterThanOrEqual(5);
});
