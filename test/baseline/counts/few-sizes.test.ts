import { expect, test } from "vitest";
import { fewSizes } from "../../../kernel-lib/src/baseline/counts/few-sizes.js";
import { normalQuantileOfLog } from "../../../kernel-lib/src/numeric/distributions/normal.js";
import { studentLogTail } from "../../../kernel-lib/src/numeric/distributions/student.js";

const sizes = [3, 0, 2, 4, 0, 0, 2.5, 80, 3.5];
const positive = Float64Array.from(sizes, (size) => Number(size > 0));

test("each size is judged by the predictive law of all others", () => {
  const found = fewSizes(Float64Array.from(sizes), positive).z;
  for (const [i, size] of sizes.entries()) {
    if (size === 0) {
      expect(found[i]).toBe(0);
      continue;
    }
    const others = sizes.filter((other, k) => other > 0 && k !== i).map(Math.log);
    const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
    const squares = others.reduce((sum, value) => sum + (value - mean) ** 2, 0) + 3;
    const freedom = others.length - 1 + 3;
    const t = (Math.log(size) - mean) / Math.sqrt((squares / freedom) * (1 + 1 / others.length));
    expect(found[i]).toBeCloseTo(
      -Math.sign(t) * normalQuantileOfLog(studentLogTail(Math.abs(t), Math.min(5, freedom))),
      9,
    );
  }
});

test("one size alone, or none, is never odd", () => {
  expect(Array.from(fewSizes(Float64Array.of(0, 7, 0), Float64Array.of(0, 1, 0)).z)).toEqual([0, 0, 0]);
  expect(Array.from(fewSizes(new Float64Array(3), new Float64Array(3)).z)).toEqual([0, 0, 0]);
});
