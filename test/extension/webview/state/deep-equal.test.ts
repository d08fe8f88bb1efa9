import { expect, test } from "vitest";
import { same } from "../../../../extension/webview/state/deep-equal.js";

test("figures are the same when every number is, none included", () => {
  const figure = (last: number, more: object = {}): unknown => ({
    data: [{ y: Float64Array.of(1, NaN, last), x: [1, null, 3] }],
    layout: { range: [0, 1], shown: undefined, ...more },
  });
  expect(same(figure(2), figure(2))).toBe(true);
  expect(same(figure(2), figure(3))).toBe(false);
  expect(same(figure(2), figure(2, { width: 3 }))).toBe(false);
  expect(same(figure(2, { width: 3 }), figure(2, { height: 3 }))).toBe(false);
  expect(same([1, 2], [1, 2, 3])).toBe(false);
  expect(same(null, {})).toBe(false);
});
