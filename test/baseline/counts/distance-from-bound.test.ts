import { expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { log } from "../../../kernel-lib/src/numeric/math.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

/** Availability: 100 but for some days a little below; one far day where `outage` is a row. */
function availability(seed: number, outage: number | null): Float64Array {
  const random = createRandom(`availability ${seed}`);
  return Float64Array.from({ length: 400 }, (_, row) => {
    const short = random.next() < 0.06 ? Math.round(-3 * log(random.next())) / 100 : 0;
    return row === outage ? 95 : 100 - short;
  });
}

const findings = (values: Float64Array): readonly { readonly start: number }[] =>
  baseline({ values, step: 86_400, times: null, excluded: null }).findings;

test("a day far from a bound of 100 is found among few that are a little below it", () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const found = seeds.filter((seed) => findings(availability(seed, 150)).some(({ start }) => start === 150));
  const loud = seeds.filter((seed) => findings(availability(seed, null)).length > 0);
  expect(found.length).toBeGreaterThanOrEqual(18);
  expect(loud).toEqual([]);
});
