import { describe, expect, it } from "vitest";
import { agreed, liftFindings, weighedFindings } from "../../../kernel-lib/src/decide/score/joint-score.js";
import type { NormalFinding } from "../../../kernel-lib/src/report.js";

const finding = (kind: NormalFinding["kind"], start: number, end: number, score: number): NormalFinding => ({
  kind,
  start,
  end,
  log10p: -3,
  score,
});

describe("a score over the line", () => {
  it("stays over it, no higher than the joint evidence has it", () => {
    expect(agreed(0.7, 5)).toBe(0.7);
    expect(agreed(3, 5)).toBe(3);
    expect(agreed(3, 2)).toBe(2);
    expect(agreed(3, 0.1)).toBeGreaterThan(1);
    expect(agreed(3, 0.1)).toBeLessThan(1.1);
    expect(agreed(9, 0.1)).toBeGreaterThan(agreed(3, 0.1));
  });
});

describe("findings of the model", () => {
  const joint = Float64Array.of(0, 0.1, 3, 0);
  const needs = { backed: 0.5, alone: 2 };

  it("about rows count fully where the joint evidence is with them, else they must be stronger", () => {
    const findings = [finding("row", 2, 2, 1.5), finding("row", 1, 1, 1.5)];
    const [backed, alone] = weighedFindings({ kind: "long", findings }, joint, needs);
    expect(backed.score).toBe(1.5);
    expect(alone.score).toBe(0.75);
  });

  it("about levels, and those of short tables and counts, count as they are", () => {
    const level = [finding("lasting", 1, 1, 1.5)];
    expect(weighedFindings({ kind: "long", findings: level }, joint, needs)).toEqual(level);
    const rows = [finding("row", 1, 1, 1.5)];
    for (const kind of ["short", "count", "zeros"] as const)
      expect(weighedFindings({ kind, findings: rows }, joint, needs)).toEqual(rows);
  });

  it("lift the points that are farthest off most, and keep the order where none is", () => {
    const scores = Float64Array.of(0.1, 0.1, 0.1);
    liftFindings(scores, [finding("rows", 0, 1, 2)], Float64Array.of(5, 0, 0));
    expect([...scores]).toEqual([2, 1, 0.1]);
    const still = Float64Array.of(0.1, 0.2, 0.4);
    liftFindings(still, [finding("run", 0, 2, 2)], new Float64Array(3));
    expect([...still]).toEqual([0.5, 1, 2]);
  });
});
