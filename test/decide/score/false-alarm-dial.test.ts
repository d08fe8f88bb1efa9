import { describe, expect, it } from "vitest";
import { sensitivityOf } from "../../../kernel-lib/src/decide/decide.js";
import {
  allowedFalseAlarms,
  expectedFalseAlarms,
  sensitivityFor,
} from "../../../kernel-lib/src/decide/score/false-alarm-dial.js";

const DAY = 86_400_000;

describe("the dial", () => {
  it("expects more false alarms at each higher sensitivity, and in longer series", () => {
    for (const rhythm of ["minutes", "hours", "days"] as const)
      for (let sensitivity = 1; sensitivity <= 100; sensitivity++)
        expect(expectedFalseAlarms(sensitivity, rhythm, 2000)).toBeGreaterThan(
          expectedFalseAlarms(sensitivity - 1, rhythm, 2000),
        );
    expect(expectedFalseAlarms(50, "days", 8000)).toBeGreaterThan(expectedFalseAlarms(50, "days", 2000));
  });

  it("finds the highest sensitivity that keeps a promise", () => {
    const sensitivity = sensitivityFor(0.5, "days", 1000);
    expect(expectedFalseAlarms(sensitivity, "days", 1000)).toBeLessThanOrEqual(0.5);
    expect(expectedFalseAlarms(sensitivity + 1, "days", 1000)).toBeGreaterThan(0.5);
    expect(sensitivityFor(1e-9, "days", 1000)).toBe(0);
    expect(sensitivityFor(1e9, "days", 1000)).toBe(100);
  });

  it("reads rates by the span of the series, by the file where there is none", () => {
    expect(allowedFalseAlarms("1 per month", 304.4 * DAY)).toBeCloseTo(10, 6);
    expect(allowedFalseAlarms("2 per year", 365.25 * DAY)).toBeCloseTo(2, 6);
    expect(allowedFalseAlarms("0.5 per file", 9 * DAY)).toBe(0.5);
    expect(allowedFalseAlarms("1 per month", 0)).toBe(1);
  });

  it("stands in for the sensitivity, more often allowed is never less sensitive", () => {
    const values = new Float64Array(900);
    const time = values.map((_, i) => i * DAY);
    const series = { pattern: { rhythm: "days" } as never, time, values, cadence: "daily" };
    const at = (falseAlarms: string | null): number => sensitivityOf(series, { sensitivity: 50, falseAlarms });
    expect(at(null)).toBe(50);
    expect(at("1 per month")).toBeGreaterThan(at("0.2 per year"));
    expect(at("0.2 per year")).toBeGreaterThan(at("0.01 per file"));
    expect(sensitivityOf({ ...series, pattern: null }, { sensitivity: 50, falseAlarms: "1 per year" })).toBe(50);
  });
});
