import { expect, test } from "vitest";
import { levelsOfChange } from "../../../kernel-lib/src/season/facts/normal-facts.js";

const hour = 3_600_000;
const change = { point: 138, from: 2, to: 1 };

/** Hours of a day's rhythm, 0 at night; what is expected at the first changed one is a night's value. */
function hours({ step = hour, cycle = 24, lasting = false }) {
  const usual = (at: number): number => 100 + 100 * Math.sin((at / 24) * 2 * Math.PI);
  const halved = (at: number): boolean => at >= 138 && (lasting || at < 186);
  const values = Float64Array.from({ length: 240 }, (_, at) => usual(at) * (halved(at) ? 0.5 : 1));
  return {
    time: Float64Array.from(values, (_, at) => at * step),
    values,
    expected: lasting ? values : Float64Array.from(values, (_, at) => usual(at)),
    cycle,
  };
}

test.each([24, 0])("of a change that ended: its values beside what was expected of them (cycle of %i)", (cycle) => {
  const { from, to } = levelsOfChange({ ...change, end: 185 }, hours({ cycle }));
  expect([from, to].map(Math.round)).toEqual([100, 50]);
});

test("of one that lasts: what is expected over a cycle before and since", () => {
  const { from, to } = levelsOfChange({ ...change, end: null }, hours({ lasting: true }));
  expect([from, to].map(Math.round)).toEqual([100, 50]);
});

test("of one that lasts in cycles of a year, in which the level moves by itself, or without any: what the model says", () => {
  const own = { from: 2, to: 1 };
  expect(levelsOfChange({ ...change, end: null }, hours({ lasting: true, step: 31 * 24 * hour }))).toEqual(own);
  expect(levelsOfChange({ ...change, end: null }, hours({ lasting: true, cycle: 0 }))).toEqual(own);
});

test("where nothing is expected: what the model says", () => {
  const series = hours({});
  expect(levelsOfChange({ ...change, end: 185 }, { ...series, expected: series.values.map(() => NaN) })).toEqual({
    from: 2,
    to: 1,
  });
});
