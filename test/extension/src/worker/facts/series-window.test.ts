import fc from "fast-check";
import { expect, test } from "vitest";
import { seriesWindow, thinnedPoints } from "../../../../../extension/src/worker/facts/series-window.js";
import type { SeriesReport } from "../../../../../kernel-lib/src/report.js";

/** A series of one step a unit of time; incidents at the given points. */
function reportOf(values: readonly number[], flagged: readonly number[] = []): SeriesReport {
  const length = values.length;
  const unknown = new Float64Array(length).fill(NaN);
  const incidentOf = new Uint32Array(length);
  flagged.forEach((point, index) => (incidentOf[point] = index + 1));
  return {
    kpi: "k",
    series: "",
    records: Uint32Array.from(values.keys()),
    lines: Uint32Array.from(values, (_, index) => index + 2),
    time: Float64Array.from(values.keys()),
    values: Float64Array.from(values),
    expected: unknown,
    lower: unknown,
    upper: unknown,
    usual: unknown,
    usualLower: unknown,
    usualUpper: unknown,
    detections: [],
    scores: unknown,
    combined: new Float64Array(0),
    threshold: NaN,
    pattern: null,
    votes: new Uint8Array(length),
    flags: new Uint8Array(length),
    incidentOf,
    incidents: [],
    notJudged: 0,
    decimals: 0,
    cadence: "",
  };
}

test("short stretches are drawn point by point", () => {
  expect([...thinnedPoints(reportOf([3, 1, 2]), 0, 3, 100)]).toEqual([0, 1, 2]);
});

test("no extreme and no flagged point is ever thinned away", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 50, maxLength: 400 }),
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.nat(49), { maxLength: 5 }),
      (values, buckets, flagged) => {
        const kept = [...thinnedPoints(reportOf(values, flagged), 0, values.length, buckets)];
        const shown = kept.map((index) => values[index]);
        expect(Math.min(...shown)).toBe(Math.min(...values));
        expect(Math.max(...shown)).toBe(Math.max(...values));
        for (const point of flagged) expect(kept).toContain(point);
        expect([...kept].sort((a, b) => a - b)).toEqual(kept);
        expect(new Set(kept).size).toBe(kept.length);
      },
    ),
  );
});

test("each column keeps its own lowest and highest point", () => {
  const values = Array.from({ length: 1000 }, (_, index) => Math.sin(index * 12.9898) * 100);
  const kept = new Set(thinnedPoints(reportOf(values), 0, 1000, 10));
  for (let column = 0; column < 10; column++) {
    const part = values
      .map((value, index) => ({ value, index }))
      .filter(({ index }) => Math.min(9, Math.floor(index / 99.9)) === column);
    const lowest = part.reduce((least, one) => (one.value < least.value ? one : least));
    expect(kept.has(lowest.index)).toBe(true);
  }
});

test("a gap stays a gap", () => {
  const values = Array.from({ length: 300 }, (_, index) => (index >= 100 && index < 200 ? NaN : index));
  expect([...thinnedPoints(reportOf(values), 0, 300, 10)].some((index) => index >= 100 && index < 200)).toBe(true);
});

test("a window reaches one point beyond each edge, so that the line meets the frame", () => {
  const window = seriesWindow(reportOf(Array.from({ length: 100 }, (_, index) => index)), 0, 10, 20, 50);
  expect(window.point[0]).toBe(9);
  expect(window.point[window.point.length - 1]).toBe(20);
});

test("a new cut leaves the line as it is: what is only kept for an incident is told apart", () => {
  const values = Array.from({ length: 400 }, (_, index) => Math.sin(index * 12.9898) * 100);
  const line = (flagged: readonly number[]): number[] => {
    const { point, flagged: kind } = seriesWindow(reportOf(values, flagged), 0, 0, 400, 10);
    expect(flagged.every((one) => kind[point.indexOf(one)] > 0)).toBe(true);
    return Array.from(point).filter((_, place) => kind[place] < 2);
  };
  const plain = line([]);
  expect(plain.length).toBeLessThan(60);
  expect(line([3, 4, 5, 200, plain[7]])).toEqual(plain);
});

test("where the line has all of its points, what is expected has them too", () => {
  const weeks = Array.from({ length: 1000 }, (_, day) => (day % 7 > 4 ? 10 : 100));
  const report = { ...reportOf(weeks), expected: Float64Array.from(weeks) };
  const whole = seriesWindow(report, 0, 0, 1000, 600);
  expect(whole.point).toHaveLength(1000);
  expect([...whole.expected]).toEqual(weeks);
  expect(seriesWindow(report, 0, 0, 1000, 400).expected).toHaveLength(334);
});
