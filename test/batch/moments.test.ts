import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ScratchFolder } from "../../kernel-lib/src/batch/disk-sort.js";
import type { Moment, MomentMember, Moments, Span } from "../../kernel-lib/src/batch/moment.js";
import { joinMoments, spansByTime } from "../../kernel-lib/src/batch/moments.js";

const root = mkdtempSync(join(tmpdir(), "batch-moments-"));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;

function momentsOf(spans: readonly Span[]): Moments {
  const scratch = new ScratchFolder(join(root, String(folders++)));
  const sort = spansByTime(scratch);
  for (const each of spans) sort.add(each);
  return joinMoments(sort.sorted(), scratch);
}

/** What stands in the file of all moments. */
function linesOf(moments: Moments): (Moment & { readonly members: readonly MomentMember[] })[] {
  const bytes = Buffer.concat(Array.from(moments.lines(), (piece) => Buffer.from(piece as string)));
  const lines = bytes.toString("utf8").split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => JSON.parse(line) as Moment & { readonly members: readonly MomentMember[] });
}

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
  linesOf(momentsOf(spans)).map(({ members }) => members.map(({ file }) => file[0]).join());

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
  const moments = momentsOf([
    span(2, 11, 20, 90),
    span(1, 10, 12, 40, { file: "0.csv", series: "north" }),
    span(0, 10, 14, 60),
    // The same series again, and less: its worst incident stands for it.
    span(0, 11, 11, 10),
  ]);
  const [moment, ...others] = linesOf(moments);
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
  const { members, ...facts } = moment;
  expect(moments.worst).toEqual([{ ...facts, series: 3, first: members[0] }]);
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
  const ranked = linesOf(momentsOf(spans));
  expect(ranked.map(({ rank, from }) => [rank, from])).toEqual([
    [1, 20],
    [2, 10],
    [3, 0],
    [4, 30],
  ]);
  expect(linesOf(momentsOf(spans.toReversed()))).toEqual(ranked);
});

test("a moment of any number of series goes through files, and the answer tells the worst twenty only", () => {
  const many = Array.from({ length: 5000 }, (_, index) => span(index, 0, 0, 60, { kpi: `Größe ${index}` }));
  const pairs = Array.from({ length: 30 }, (_, pair) => [
    span(0, 10 + 10 * pair, 10 + 10 * pair, pair),
    span(1, 10 + 10 * pair, 10 + 10 * pair, pair),
  ]).flat();
  const moments = momentsOf([...pairs, ...many]);
  const lines = linesOf(moments);
  expect([moments.count, moments.worst.length, lines.length]).toEqual([31, 20, 31]);
  expect(moments.worst[0]).toMatchObject({ rank: 1, series: 5000, files: 5000, first: { kpi: "Größe 0" } });
  expect(lines[0].members.map(({ kpi }) => kpi)).toEqual(many.map(({ kpi }) => kpi));
  expect(lines.map(({ rank, severity }) => [rank, severity])).toEqual([
    [1, 60],
    ...Array.from({ length: 30 }, (_, i) => [i + 2, 29 - i]),
  ]);
});
