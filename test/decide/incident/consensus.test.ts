import { describe, expect, test } from "vitest";
import { consensus, countVotes, rankScaled } from "../../../kernel-lib/src/decide/incident/consensus.js";
import type { Detection } from "../../../kernel-lib/src/report.js";

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

  test("neither a detector that did not run nor one that does not vote is heard", () => {
    const skipped: Detection = { ...detection([9, 9], [1, 1]), skipped: { code: "own", facts: { text: "None." } } };
    const detections = [skipped, detection([9, 9], [1, 1], false)];
    expect([...countVotes(detections, 2)]).toEqual([0, 0]);
    const { scores, flags } = consensus(detections, 2, 1);
    expect([[...scores], [...flags]]).toEqual([
      [NaN, NaN],
      [0, 0],
    ]);
  });

  test("one judged point has rank 0, none has none", () => {
    expect([...rankScaled(Float64Array.of(NaN, 7))]).toEqual([NaN, 0]);
    expect([...rankScaled(new Float64Array())]).toEqual([]);
  });

  test("does not depend on the unit of a detector", () => {
    const scores = [0.5, 3, NaN, 2, 2, 8];
    const flags = [0, 1, 0, 0, 0, 1];
    const other = detection([1, 0, 5, 4, 3, 2], [0, 0, 1, 0, 0, 0]);
    const told = consensus([detection(scores, flags), other], 6, 1);
    const cubed = scores.map((score) => 1000 * score ** 3 - 4);
    expect(consensus([detection(cubed, flags), other], 6, 1)).toEqual(told);
  });
});
