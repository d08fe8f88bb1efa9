import { expect, test } from "vitest";
import { inUnits, transformOf } from "../../kernel-lib/src/baseline/transform.js";
import type { TransformName } from "../../kernel-lib/src/baseline/types.js";
import { farthest, golden } from "./golden/golden.js";

test("scales as the oracle's", () => {
  const names: Record<string, [TransformName, number?]> = {
    "1": ["none"],
    "0.5": ["root"],
    "0": ["logarithm"],
    logit1: ["logit", 1],
    logit100: ["logit", 100],
  };
  for (const { lam, reference, y, x, back, slope, outside } of golden("core.json", "transform")) {
    const [name, top] = names[lam];
    const transform = transformOf(name, reference, top);
    expect(
      farthest(
        y.map((value: number) => transform.forward(value)),
        x,
      ),
    ).toBeLessThan(1e-12);
    expect(
      farthest(
        x.map((value: number) => transform.inverse(value)),
        back,
      ),
    ).toBeLessThan(1e-9);
    expect(
      farthest(
        y.map((value: number) => transform.logSlope(value)),
        slope,
      ),
    ).toBeLessThan(1e-12);
    expect(
      farthest(
        [-50, 0, 50].map((value: number) => transform.inverse(value)),
        outside,
      ),
    ).toBeLessThan(1e-9);
  }
});

test("in other units the way there and back is the same", () => {
  const transform = inUnits(transformOf("logarithm", 50 * 1024), 1024);
  for (const y of [0, 3, 50, 4000]) expect(transform.inverse(transform.forward(y))).toBeCloseTo(y, 9);
});
