import { expect, test } from "vitest";
import type { Results, SeriesWindow } from "../../../../extension/shared/protocol/index.js";
import { needsWindow } from "../../../../extension/webview/chart/chart-figure.js";

const results = { chosen: { start: 0, end: 1000 } } as unknown as Results;
const window = (points: number, model: number): SeriesWindow =>
  ({
    from: 0,
    to: 1000,
    point: Uint32Array.from({ length: points }, (_, place) => Math.round((place * 999) / (points - 1))),
    modelTime: new Float64Array(model),
  }) as unknown as SeriesWindow;

test("finer points are asked for while any of what is drawn is coarser than the columns in view", () => {
  expect(needsWindow(window(1000, 1000), results, 400, 460, 1100)).toBe(false);
  // All values are there, but only every other one of what is expected.
  expect(needsWindow(window(1000, 500), results, 400, 460, 1100)).toBe(true);
  expect(needsWindow(window(600, 600), results, 400, 460, 1100)).toBe(true);
  expect(needsWindow(window(600, 600), results, 0, 1000, 600)).toBe(false);
});
