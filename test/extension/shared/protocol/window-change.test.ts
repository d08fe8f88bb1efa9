import fc from "fast-check";
import { expect, test } from "vitest";
import { changed, changeOf } from "../../../../extension/shared/protocol/window-change.js";
import { StateWire } from "../../../../extension/src/panel/state-wire.js";
import type { PageState, SeriesWindow } from "../../../../extension/shared/protocol/index.js";

/** The window of a line of 100 points that shows these of them. */
function windowOf(points: readonly number[], flagged: readonly number[]): SeriesWindow {
  const at = (factor: number): Float64Array =>
    Float64Array.from(points, (point) => (point % 7 === 0 ? NaN : point * factor));
  const model = Float64Array.of(1, NaN, 3);
  return {
    series: 0,
    from: 0,
    to: 100,
    point: Uint32Array.from(points),
    time: Float64Array.from(points),
    value: at(1),
    score: at(2),
    expectedAt: at(3),
    lowerAt: at(4),
    upperAt: at(5),
    usualAt: at(6),
    usualLowerAt: at(7),
    usualUpperAt: at(8),
    flagged: Uint8Array.from(points, (point) => (flagged.includes(point) ? 1 : 0)),
    modelTime: model,
    expected: model,
    lower: model,
    upper: model,
  };
}

const points = fc.uniqueArray(fc.nat(99), { maxLength: 60 }).map((list) => list.sort((a, b) => a - b));

test("a window and its change give the later window", () => {
  fc.assert(
    fc.property(points, points, fc.array(fc.nat(99)), fc.array(fc.nat(99)), (first, second, marked, remarked) => {
      const [before, after] = [windowOf(first, marked), windowOf(second, remarked)];
      const change = changeOf(before, after);
      expect(change).not.toBeNull();
      expect(changed(before, structuredClone(change!))).toEqual(after);
    }),
  );
});

test("what did not change is the same object", () => {
  const before = windowOf([1, 2, 3], [2]);
  expect(changed(before, changeOf(before, windowOf([1, 2, 3], [2]))!)).toBe(before);
});

test("another line is no change", () => {
  const before = windowOf([1, 2, 3], []);
  expect(changeOf(before, { ...before, series: 1 })).toBeNull();
  expect(changeOf(before, { ...before, score: Float64Array.of(9, 9, 9) })).toBeNull();
  expect(changeOf(before, { ...before, expected: Float64Array.of(1, 2, 3) })).toBeNull();
});

test("a page is not sent what it has", () => {
  const wire = new StateWire();
  const state = (whole: SeriesWindow): PageState =>
    ({ kind: "ready", file: "f", stale: false, results: { chosen: { whole } } }) as unknown as PageState;
  const message = (whole: SeriesWindow): { change: unknown; points: number } => {
    const told = wire.message(state(whole));
    if (told.type !== "state" || told.state.kind !== "ready") throw new Error(told.type);
    return { change: told.change, points: told.state.results.chosen.whole.point.length };
  };
  expect(message(windowOf([1, 2, 3], []))).toEqual({ change: null, points: 3 });
  expect(message(windowOf([1, 2, 3], [2]))).toMatchObject({ points: 0, change: { flagged: Uint8Array.of(0, 1, 0) } });
  wire.restart();
  expect(message(windowOf([1, 2, 3], [2]))).toEqual({ change: null, points: 3 });
});
