import { describe, expect, test } from "vitest";
import { consensus, rankScaled } from "../../kernel-lib/src/decide/incident/consensus.js";
import { flag } from "../../kernel-lib/src/decide/score/flag.js";
import { stretches } from "../../kernel-lib/src/decide/incident/stretches.js";
import type { Detection } from "../../kernel-lib/src/report.js";

const detection = (scores: number[], flags: number[], votes = true): Detection => ({
  detector: "any",
  title: "Any",
  scores: Float64Array.from(scores),
  flags: Uint8Array.from(flags),
  threshold: 1,
  votes,
  weight: 0,
  skipped: null,
});

describe("flag", () => {
  test("flags what lies above a fixed threshold and may flag nothing", () => {
    expect([...flag(Float64Array.of(1, 5, 2, NaN), { kind: "fixed", value: 3 }, 0.5).flags]).toEqual([0, 1, 0, 0]);
    expect([...flag(Float64Array.of(1, 1, 2), { kind: "fixed", value: 3 }, 0.5).flags]).toEqual([0, 0, 0]);
  });

  test("measures deviations in the scores' own spread", () => {
    const scores = Float64Array.of(1, 2, 3, 4, 5, 100);
    expect([...flag(scores, { kind: "deviations", value: 5 }, 0.5).flags]).toEqual([0, 0, 0, 0, 0, 1]);
  });

  test("contamination is a cap, also when scores tie", () => {
    const scores = Float64Array.of(...new Array<number>(90).fill(0), 9, 9, 9, 8, 8, 8, 7, 7, 7, 7);
    expect(flag(scores, { kind: "fixed", value: 3 }, 0.05).flags.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(
      5,
    );
    expect(
      flag(Float64Array.of(1, 2, 3), { kind: "fixed", value: 0 }, 0.05).flags.reduce((sum, one) => sum + one),
    ).toBe(1);
  });

  test("flags nothing where nothing was judged", () => {
    expect([...flag(Float64Array.of(NaN, NaN), { kind: "deviations", value: 3 }, 0.5).flags]).toEqual([0, 0]);
  });
});

describe("consensus", () => {
  test("counts votes and averages rank-scaled scores", () => {
    const { votes, flags, scores } = consensus(
      [detection([0, 1, 2], [0, 0, 1]), detection([5, 9, 7], [0, 1, 1]), detection([9, 0, 0], [1, 0, 0], false)],
      3,
      2,
    );
    expect([...votes]).toEqual([0, 1, 2]);
    expect([...flags]).toEqual([0, 0, 1]);
    expect([...scores]).toEqual([0, 0.75, 0.75]);
  });

  test("has no score where nobody judged", () => {
    expect(consensus([detection([NaN, 1], [0, 0])], 2, 1).scores[0]).toBeNaN();
  });

  test("scales ranks from 0 to 1 with shared ties", () => {
    expect([...rankScaled(Float64Array.of(3, 1, NaN, 3, 2))]).toEqual([5 / 6, 0, NaN, 5 / 6, 1 / 3]);
  });
});

describe("stretches", () => {
  test.each([
    [
      [0, 1, 1, 0, 1],
      0,
      [
        [1, 2],
        [4, 4],
      ],
    ],
    [[0, 1, 1, 0, 1], 1, [[1, 4]]],
    [[0, 0], 3, []],
    [[1, 1], 0, [[0, 1]]],
  ])("of %j with gap %i", (flags, gap, expected) => {
    expect(stretches(Uint8Array.from(flags), gap).map(({ start, end }) => [start, end])).toEqual(expected);
  });
});
