import { describe, expect, test } from "vitest";
import { incidentKind, windowAround } from "../../../kernel-lib/src/decide/incident/incident-kind.js";
import type { Pattern } from "../../../kernel-lib/src/report.js";

const LENGTH = 100;
const START = 50;
const pattern: Pattern = {
  rhythm: "days",
  cycle: 12,
  cycleLabel: "12 rows",
  wholeCycles: false,
  periods: [],
  spread: 1,
  known: new Uint8Array(LENGTH),
};
const expected = new Float64Array(LENGTH);
const repeated = (count: number, value: (k: number) => number): number[] =>
  Array.from({ length: count }, (_, k) => value(k));

/** The kind of an incident with these values, in a course that goes to and fro by a half around zero. */
function kindOf(inside: readonly number[], { unit = 1, after = 0 } = {}): string {
  const values = Float64Array.from({ length: LENGTH }, (_, i) => (i % 2 === 0 ? 0.5 : -0.5));
  const end = START + inside.length - 1;
  for (let i = end + 1; i < LENGTH; i++) values[i] += after;
  values.set(inside, START);
  const peak = START + inside.reduce((best, value, k) => (Math.abs(value) > Math.abs(inside[best]) ? k : best), 0);
  return incidentKind({ start: START, end }, peak, {
    values: values.map((value) => unit * value),
    expected,
    pattern: { ...pattern, spread: unit },
  });
}

const kinds: readonly (readonly [string, readonly number[], string, number])[] = [
  ["one point above", [10], "spike", 0],
  ["one point below", [-10], "dip", 0],
  ["some points above, back afterwards", repeated(8, (k) => 10 + (k % 2)), "spike", 0],
  ["a cycle and more above, back afterwards", repeated(15, (k) => 10 + (k % 2)), "level shift", 0],
  ["a level that stays", [10, 11, 10, 11], "level shift", 10],
  ["values that stand still", repeated(6, () => 7), "flat line", 0],
  ["values that run away", repeated(8, (k) => 2 * (k + 1)), "trend break", 0],
  ["values that fall away", repeated(8, (k) => -2 * (k + 1)), "trend break", 0],
  ["values that jump about", repeated(8, (k) => (k % 2 === 0 ? 8 : -8)), "variance burst", 0],
  ["two far pairs on one side, usual ones between and beside them", [8, 8, 0.5, -0.5, 0.5, -0.5, 8, 8], "spike", 0],
  ["one far point among usual ones", [10, -1, 0.5, -1], "spike", 0],
  ["nothing far", repeated(6, (k) => (k % 2 === 0 ? 0.9 : -0.9)), "pattern break", 0],
  ["no values", repeated(4, () => NaN), "missing", 0],
];

describe("the kind of an incident", () => {
  test.each(kinds)("%s", (_, inside, kind, after) => {
    expect(kindOf(inside, { after })).toBe(kind);
  });

  test("does not hang on the unit", () => {
    for (const [, inside, kind, after] of kinds)
      for (const unit of [1e-6, 1e6]) expect(kindOf(inside, { unit, after })).toBe(kind);
  });

  test("turns round with the values", () => {
    const other = new Map([
      ["spike", "dip"],
      ["dip", "spike"],
    ]);
    for (const [, inside, kind, after] of kinds)
      expect(
        kindOf(
          inside.map((value) => -value),
          { after: -after },
        ),
      ).toBe(other.get(kind) ?? kind);
  });

  test("is a broken pattern where nothing is known of what was expected", () => {
    const values = Float64Array.from({ length: LENGTH }, (_, i) => i % 5);
    const none = new Float64Array(LENGTH).fill(NaN);
    expect(incidentKind({ start: 40, end: 42 }, 41, { values, expected: none, pattern })).toBe("pattern break");
  });
});

test.each([
  [0, 12],
  [2, 3],
  [7, 7],
  [1440, 200],
])("a cycle of %i compares with %i points on each side", (cycle, points) => {
  expect(windowAround({ ...pattern, cycle })).toBe(points);
});
