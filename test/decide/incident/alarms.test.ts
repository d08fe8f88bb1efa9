import { describe, expect, test } from "vitest";
import { alarms } from "../../../kernel-lib/src/decide/incident/alarms.js";

const pattern = { rhythm: "days" } as Parameters<typeof alarms>[1];

describe("alarms", () => {
  test("of scores without a bound end", () => {
    const scores = new Float64Array(200).fill(0.1);
    scores.fill(Infinity, 50, 150);
    const found = alarms(scores, pattern, 1);
    expect(found).toHaveLength(1);
    expect(found[0].start).toBeGreaterThanOrEqual(50);
    expect(found[0].end - found[0].start).toBeLessThanOrEqual(20);
  });

  test("of huge scores end too", () => {
    const scores = Float64Array.from({ length: 200 }, (_, i) => (i >= 50 && i < 150 ? Number.MAX_VALUE : 0));
    expect(alarms(scores, pattern, 1)).toHaveLength(1);
  });
});

test("a long ramp is cut without end of the stack", () => {
  let value = 1;
  const scores = Float64Array.from({ length: 20_000 }, () => (value *= 1.03));
  const found = alarms(scores, pattern, 1);
  expect(found.length).toBeGreaterThan(0);
  for (const { start, end } of found) expect(end - start).toBeLessThanOrEqual(2000);
});
