import { expect, it } from "vitest";
import { normalLogTails } from "../../../kernel-lib/src/numeric/distributions/normal-log-tails.js";
import { normalLogTail } from "../../../kernel-lib/src/numeric/distributions/normal.js";

it.each([
  [1000, 0],
  [70_000, 1e-9],
])("is ln of the tail beyond each size: %i values to within %d", (count, most) => {
  const z = Float64Array.from({ length: count }, (_, i) => 20 * (i / count - 0.5) * (i / count));
  z[3] = NaN;
  const found = new Float64Array(count).fill(7);
  normalLogTails(z, found);
  let farthest = 0;
  for (let i = 0; i < count; i++)
    if (i !== 3) farthest = Math.max(farthest, Math.abs(found[i] - normalLogTail(Math.abs(z[i]))));
  expect(farthest).toBeLessThanOrEqual(most);
  expect(found[3]).toBe(7);
});
