import { expect, test } from "vitest";
import type { Results } from "../../../../extension/shared/protocol/index.js";
import { zoomed } from "../../../../extension/webview/state/model.js";

const results = { chosen: { start: 0, end: 1000, points: 1000 } } as Results;

test("zooming keeps the place under the pointer and stays inside the series", () => {
  expect(zoomed(results, null, 0.5, 0.5)).toEqual([250, 750]);
  expect(zoomed(results, [200, 400], 0.25, 0.5)).toEqual([225, 325]);
  expect(zoomed(results, [0, 400], 0, 2)).toEqual([0, 800]);
  expect(zoomed(results, [200, 900], 0.5, 4)).toBeNull();
});

test("zooming ends at ten points, and at all of them", () => {
  expect(zoomed(results, [500, 520], 0.5, 0.01)).toEqual([505, 515]);
  expect(zoomed(results, [505, 515], 0.5, 0.5)).toBeUndefined();
  expect(zoomed(results, null, 0.5, 2)).toBeUndefined();
});
