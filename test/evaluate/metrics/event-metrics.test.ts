import { describe, expect, it } from "vitest";
import { eventMetrics } from "../../../kernel-lib/src/evaluate/metrics/event-metrics.js";

describe("events", () => {
  it("counts an event as found when any incident touches it", () => {
    const labelled = [
      { start: 10, end: 20 },
      { start: 50, end: 50 },
    ];
    const incidents = [
      { start: 18, end: 25 },
      { start: 30, end: 31 },
      { start: 70, end: 70 },
    ];
    const result = eventMetrics(labelled, incidents, 2000);
    expect(result.recall).toBe(0.5);
    expect(result.precision).toBeCloseTo(1 / 3, 12);
    expect(result.f1).toBeCloseTo(0.4, 12);
    expect(result.falseAlarms).toBe(2);
    expect(result.falseAlarmsPerThousand).toBe(1);
  });

  it("share a single row or are apart", () => {
    const event = [{ start: 10, end: 20 }];
    const found = (start: number, end: number): number => eventMetrics(event, [{ start, end }], 100).recall;
    expect([found(0, 9), found(0, 10), found(15, 15), found(20, 30), found(21, 30), found(0, 99)]).toEqual([
      0, 1, 1, 1, 0, 1,
    ]);
  });

  it("several incidents in one event find it once, and each is right", () => {
    const incidents = [10, 12, 14].map((row) => ({ start: row, end: row }));
    expect(eventMetrics([{ start: 10, end: 20 }], incidents, 100)).toEqual({
      recall: 1,
      precision: 1,
      f1: 1,
      falseAlarms: 0,
      falseAlarmsPerThousand: 0,
    });
  });

  it("without labels there is no recall, without incidents no precision, and F1 is 0", () => {
    const one = [{ start: 1, end: 2 }];
    expect(eventMetrics([], one, 500)).toMatchObject({ recall: NaN, precision: 0, f1: 0, falseAlarmsPerThousand: 2 });
    expect(eventMetrics(one, [], 500)).toMatchObject({ recall: 0, precision: NaN, f1: 0, falseAlarms: 0 });
    expect(eventMetrics([], [], 500)).toMatchObject({ recall: NaN, precision: NaN, f1: 0, falseAlarms: 0 });
  });
});
