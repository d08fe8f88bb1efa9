import { describe, expect, test } from "vitest";
import { joinMoments, type Span } from "../../kernel-lib/src/batch/moments.js";

/** An incident of the series `index`, from one day to another. */
const span = (index: number, from: number, to: number, severity: number = 50, more: Partial<Span> = {}): Span => ({
  file: `${index}.csv`,
  kpi: "sales",
  series: "",
  from,
  to,
  start: `day ${from}`,
  end: `day ${to}`,
  severity,
  direction: "up",
  index,
  step: 1,
  ...more,
});

/** Which series each moment holds, in the order of the ranks. */
const joined = (...spans: Span[]): string[] =>
  joinMoments(spans).map(({ members }) => members.map(({ file }) => file[0]).join());

describe("incidents of several series are one moment", () => {
  test("when they begin within one step, the longer of the two", () => {
    expect(joined(span(0, 10, 10), span(1, 11, 11))).toEqual(["0,1"]);
    expect(joined(span(0, 10, 10), span(1, 12, 12))).toEqual([]);
    expect(joined(span(0, 10, 10, 50, { step: 7 }), span(1, 17, 17))).toEqual(["0,1"]);
  });

  test("when they overlap by half of the shorter one", () => {
    // Six points of which the last three are shared, then the last two.
    expect(joined(span(0, 0, 9), span(1, 7, 12))).toEqual(["0,1"]);
    expect(joined(span(0, 0, 9), span(1, 8, 13))).toEqual([]);
  });

  test("held together by the first: no chain of neighbours grows", () => {
    expect(joined(span(0, 10, 10), span(1, 11, 11), span(2, 12, 12), span(3, 13, 13))).toEqual(["0,1", "2,3"]);
  });

  test("but one series alone makes none", () => expect(joined(span(0, 10, 10), span(0, 11, 11))).toEqual([]));
});

test("a moment tells its whole time, its worst, and its members in the order in which they moved", () => {
  const [moment, ...others] = joinMoments([
    span(2, 11, 20, 90),
    span(1, 10, 12, 40, { file: "0.csv", series: "north" }),
    span(0, 10, 14, 60),
    // The same series again, and less: its worst incident stands for it.
    span(0, 11, 11, 10),
  ]);
  expect(others).toEqual([]);
  expect(moment).toEqual({
    rank: 1,
    from: 10,
    to: 20,
    start: "day 10",
    end: "day 20",
    severity: 90,
    files: 2,
    members: [
      { file: "0.csv", kpi: "sales", series: "", start: "day 10", severity: 60, direction: "up" },
      { file: "0.csv", kpi: "sales", series: "north", start: "day 10", severity: 40, direction: "up" },
      { file: "2.csv", kpi: "sales", series: "", start: "day 11", severity: 90, direction: "up" },
    ],
  });
});

test("moments are ranked by severity, then by their members, then by time, whatever order they come in", () => {
  const spans = [
    span(0, 0, 0, 50),
    span(1, 0, 0, 50),
    span(0, 10, 10, 50),
    span(1, 10, 10, 50),
    span(2, 10, 10, 50),
    span(0, 20, 20, 80),
    span(1, 20, 20, 10),
    span(0, 30, 30, 50),
    span(1, 30, 30, 50),
  ];
  const ranked = joinMoments(spans);
  expect(ranked.map(({ rank, from }) => [rank, from])).toEqual([
    [1, 20],
    [2, 10],
    [3, 0],
    [4, 30],
  ]);
  expect(joinMoments(spans.toReversed())).toEqual(ranked);
});
