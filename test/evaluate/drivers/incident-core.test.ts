import { describe, expect, test } from "vitest";
import { incidentCore } from "../../../kernel-lib/src/evaluate/drivers/incident-core.js";
import { plantedSeries } from "../../many-report.js";

const [incident] = plantedSeries("sales", 1, [[20, 40, 9]]).incidents;

/** The core of an incident from 20 to 40 with these remainders, in a course from -2 to 2: far is what exceeds 3.7. */
function coreOf(changes: Readonly<Record<number, number>>): readonly [number, number] {
  const remainder = Float64Array.from({ length: 100 }, (_, i) => (i % 5) - 2);
  for (const [row, value] of Object.entries(changes)) remainder[Number(row)] = value;
  const { start, end } = incidentCore(remainder, incident);
  return [start, end];
}

describe("the core of an incident", () => {
  test("is where the values are far off, around the farthest one, on either side", () => {
    expect(coreOf({ 27: 8, 28: 10, 29: -9, 30: 5 })).toEqual([27, 30]);
    expect(coreOf({ 33: 3.8 })).toEqual([33, 33]);
  });

  test("goes over one point that is not far, or unknown, and not over two", () => {
    expect(coreOf({ 26: 8, 28: 10, 30: 9, 31: 7 })).toEqual([26, 31]);
    expect(coreOf({ 28: 10, 29: NaN, 30: 9 })).toEqual([28, 30]);
    expect(coreOf({ 25: 8, 28: 10, 31: 9 })).toEqual([28, 28]);
  });

  test("ends with the incident", () => {
    expect(coreOf({ 18: 9, 19: 9, 20: 9, 21: 10, 22: 9 })).toEqual([20, 22]);
    expect(coreOf({ 39: 9, 40: 10, 41: 11 })).toEqual([39, 40]);
  });

  test("is all of it where nothing is far off or known", () => {
    expect(coreOf({})).toEqual([20, 40]);
    expect(coreOf({ 30: 3.6 })).toEqual([20, 40]);
    const remainder = new Float64Array(100).fill(NaN);
    expect(incidentCore(remainder, incident)).toEqual({ start: 20, end: 40 });
    remainder[50] = 1;
    expect(incidentCore(remainder, incident)).toEqual({ start: 20, end: 40 });
  });

  test("is found where the first point is unknown", () => {
    expect(coreOf({ 20: NaN, 30: 10 })).toEqual([30, 30]);
  });
});
