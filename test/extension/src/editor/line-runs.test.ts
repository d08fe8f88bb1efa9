import { expect, test } from "vitest";
import { lineRuns } from "../../../../extension/src/editor/line-runs.js";

test("lines that follow each other are one run, whatever their order in the file", () => {
  expect(lineRuns(Uint32Array.of(7, 6, 5, 12, 12, 9))).toEqual([
    { first: 5, last: 7 },
    { first: 9, last: 9 },
    { first: 12, last: 12 },
  ]);
  expect(lineRuns(new Uint32Array(0))).toEqual([]);
});
