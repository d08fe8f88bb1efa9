import { expect, test } from "vitest";
import { isEmptyFigure } from "../../../../extension/webview/views/empty-figure.js";

test("a figure without a value is empty, one with any is not", () => {
  expect(isEmptyFigure({ data: [] })).toBe(true);
  expect(isEmptyFigure({ data: [{ type: "bar", x: [], y: [], marker: { color: ["red"] }, customdata: [1] }] })).toBe(
    true,
  );
  expect(
    isEmptyFigure({
      data: [
        { x: [], y: [] },
        { x: [1], y: [2] },
      ],
    }),
  ).toBe(false);
  expect(isEmptyFigure({ data: [{ type: "heatmap", z: [[1]] }] })).toBe(false);
});
