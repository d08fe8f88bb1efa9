import { describe, expect, test } from "vitest";
import { consensus, rankScaled } from "../../kernel-lib/src/decide/incident/consensus.js";
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
