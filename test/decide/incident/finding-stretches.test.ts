import { describe, expect, test } from "vitest";
import {
  findingStretches,
  isEcho,
  united,
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

describe("an alarm beside a finding", () => {
  const found = [{ start: 20, end: 25 }];
  const off = (at: Readonly<Record<number, number>>) => {
    const values = Float64Array.from({ length: 50 }, (_, i) => at[i] ?? 0);
    const [expected, lower, upper] = [0, -1, 1].map((value) => new Float64Array(50).fill(value));
    return { values, expected, lower, upper };
  };
  const usual = off({ 22: 5 });

  test("is its echo within the reach, on either side", () => {
    const echo = (start: number, end: number): boolean => isEcho({ start, end }, found, 3, usual);
    expect([echo(10, 16), echo(10, 17), echo(28, 40), echo(29, 40)]).toEqual([false, true, true, false]);
    expect(isEcho({ start: 1, end: 2 }, [], 100, usual)).toBe(false);
  });

  test("is an event of its own where a point of it is farther off than the finding", () => {
    const alarm = { start: 26, end: 30 };
    expect(isEcho(alarm, found, 3, off({ 22: 5, 28: -5 }))).toBe(true);
    expect(isEcho(alarm, found, 3, off({ 22: 5, 28: -5.1 }))).toBe(false);
    // Nearer than another finding's points.
    expect(isEcho(alarm, [...found, { start: 31, end: 31 }], 3, off({ 22: 5, 28: -5.1, 31: 9 }))).toBe(true);
  });

  test("is an echo where it stays within the range, however far from expected that is", () => {
    const wide = { ...off({ 22: 5, 28: -7 }), lower: new Float64Array(50).fill(-8) };
    expect(isEcho({ start: 26, end: 30 }, found, 3, wide)).toBe(true);
  });
});

test("stretches that touch are one, in time order", () => {
  const parts = [
    { start: 7, end: 9 },
    { start: 1, end: 3 },
    { start: 4, end: 5 },
  ];
  expect(united(parts, 0)).toEqual([
    { start: 1, end: 5 },
    { start: 7, end: 9 },
  ]);
});
