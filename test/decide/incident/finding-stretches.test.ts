import { describe, expect, test } from "vitest";
import {
  findingStretches,
  isNear,
  withoutFindings,
} from "../../../kernel-lib/src/decide/incident/finding-stretches.js";
import type { NormalFinding } from "../../../kernel-lib/src/report.js";

const finding = (
  start: number,
  end: number,
  score: number = 2,
  kind: NormalFinding["kind"] = "rows",
): NormalFinding => ({ kind, start, end, score, log10p: -9 });

describe("findings as stretches", () => {
  test("have to lie above the cut, not on it", () => {
    const findings = [finding(1, 2, 1), finding(20, 21, 1.01), finding(40, 41, NaN)];
    expect(findingStretches(findings, 1, 0)).toEqual([{ start: 20, end: 21 }]);
    expect(findingStretches([], 1, 7)).toEqual([]);
  });

  test("whole cycles do not reach over to a row that lies more than a quarter of a cycle away", () => {
    const findings = [finding(0, 76, 2, "cycle"), finding(80, 80, 2, "row"), finding(84, 146, 2, "cycle")];
    expect(findingStretches(findings, 1, 11)).toEqual([
      { start: 0, end: 76 },
      { start: 80, end: 80 },
      { start: 84, end: 146 },
    ]);
  });

  test.each([
    [0, 1],
    [7, 2],
    [12, 3],
    [24, 6],
    [1440, 6],
  ])("in a cycle of %i are one event with up to %i points between them", (cycle, quiet) => {
    const with_ = (between: number) => findingStretches([finding(10, 12), finding(13 + between, 30)], 1, cycle);
    expect(with_(quiet)).toEqual([{ start: 10, end: 30 }]);
    expect(with_(quiet + 1)).toHaveLength(2);
  });

  test("single rows on opposite sides are two events unless they nearly touch, on one side they are one", () => {
    const above = new Set([10, 17]);
    const sideOf = (row: number): number => (above.has(row) ? 1 : -1);
    const rows = (...starts: readonly number[]) =>
      findingStretches(
        starts.map((row) => finding(row, row, 2, "row")),
        1,
        52,
        sideOf,
      );
    expect(rows(10, 15)).toEqual([
      { start: 10, end: 10 },
      { start: 15, end: 15 },
    ]);
    expect(rows(10, 17)).toEqual([{ start: 10, end: 17 }]);
    expect(rows(10, 13, 17)).toEqual([{ start: 10, end: 17 }]);
  });

  test("come in time order, and one within another does not shorten it", () => {
    expect(findingStretches([finding(50, 51), finding(10, 30), finding(12, 13)], 1, 0)).toEqual([
      { start: 10, end: 30 },
      { start: 50, end: 51 },
    ]);
  });

  test("a whole cycle gives way to rows of it that reach the cut", () => {
    const cycle = finding(24, 47, 3, "cycle");
    expect(findingStretches([cycle, finding(47, 50)], 1, 24)).toEqual([{ start: 47, end: 50 }]);
    expect(findingStretches([cycle, finding(48, 50, 0.5)], 1, 24)).toEqual([{ start: 24, end: 47 }]);
  });
});

test("what findings account for has no score left, and the scores given stay as they are", () => {
  const scores = Float64Array.of(1, 2, 3, 4);
  expect([...withoutFindings(scores, [{ start: 1, end: 2 }])]).toEqual([1, NaN, NaN, 4]);
  expect([...scores]).toEqual([1, 2, 3, 4]);
  expect(withoutFindings(scores, [])).toBe(scores);
});

test("near is a distance of at most the reach, on either side", () => {
  const found = [{ start: 20, end: 25 }];
  const near = (start: number, end: number): boolean => isNear({ start, end }, found, 3);
  expect([near(10, 16), near(10, 17), near(22, 22), near(28, 40), near(29, 40)]).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(isNear({ start: 1, end: 2 }, [], 100)).toBe(false);
});
