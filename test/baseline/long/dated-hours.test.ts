import { expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const HOUR = 3600;
const times = Float64Array.from({ length: 3 * 8766 }, (_, row) => Date.UTC(2015, 0, 1, row) / 1000);
/** Share of the usual that is left on a date. */
const LEFT: Readonly<Record<string, number>> = { "01-01": 0.3, "05-01": 0.7, "08-15": 0.5, "12-25": 0.3 };

test("in hours of little noise a date takes all that it takes, however many deviations that are", () => {
  const random = createRandom("holidays in hours");
  const usual = Float64Array.from(times, (_, row) => 1000 * (1 + 0.4 * Math.sin((2 * Math.PI * (row % 24)) / 24)));
  const left = Array.from(times, (time) => LEFT[new Date(1000 * time).toISOString().slice(5, 10)] ?? 1);
  const values = usual.map((value, row) => value * left[row] * Math.exp(0.03 * random.normal()));
  const { expected, findings } = baseline({ values, step: HOUR, times, excluded: null });
  for (let row = 0; row < values.length; row++)
    if (left[row] < 1) expect(Math.abs(Math.log(expected[row] / (usual[row] * left[row])))).toBeLessThan(0.25);
  expect(findings.filter(({ start }) => left[start] < 1)).toEqual([]);
});
