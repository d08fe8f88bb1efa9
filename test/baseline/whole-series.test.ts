import { expect, test } from "vitest";
import { baseline } from "../../kernel-lib/src/baseline/baseline.js";
import type { Baseline, Finding, Step } from "../../kernel-lib/src/baseline/types.js";
import { column, farthest, golden } from "./golden/golden.js";

interface Case {
  readonly name: string;
  readonly values: (number | null)[];
  readonly step: Step;
  readonly start: number;
  /** Of the columns every so many rows are kept. */
  readonly every: number;
  readonly transform: string;
  readonly restless: boolean;
  readonly said: Record<string, (number | null)[]> & { readonly kind: string };
  readonly dates: number[];
  readonly found: [number, number, number, string][];
}

const COLUMNS = {
  expected: "expected",
  lower: "lower",
  upper: "upper",
  usual: "usual",
  usualLower: "usual_lower",
  usualUpper: "usual_upper",
  z: "z",
  innovation: "zlocal",
} as const;
/**
 * In the oracle a holiday of hours is alike every year, in deviations of each hour; here each occurrence has its own. Everything else
 * is the same: columns differ by a thousandth, distances by what that is of the noise.
 */
const toleranceOf = (name: string, column: keyof typeof COLUMNS): number =>
  name !== "hours with holidays" ? 1e-6 : column === "z" || column === "innovation" ? 0.006 : 0.001;
const TRANSFORMS: Record<string, string> = { "1": "none", "0.5": "root", "0": "logarithm", logit100: "logit" };

const cases = golden<Case[]>("whole.json", "whole").map((one): [string, Case] => [one.name, one]);

/** The kind in the words of the oracle. */
function kindOf({ kind, innerKind }: Baseline): string {
  if (kind === "counter") return `counter of ${innerKind}`;
  return kind === "long" ? "continuous" : kind;
}

type Stretch = Pick<Finding, "start" | "end">;

/** The order of where they are found. */
const before = (a: Stretch, b: Stretch): number => a.start - b.start || a.end - b.end;

test.each(cases)("from its kind to what is striking, as the oracle: %s", (_, one) => {
  const { step, said, every } = one;
  const values = column(one.values);
  const times = typeof step === "number" ? values.map((_value, i) => one.start + step * i) : null;
  const model = baseline({ values, step, times, excluded: null });
  expect(kindOf(model)).toBe(said.kind);
  if (model.kind === "long") expect(model.transform).toBe(TRANSFORMS[one.transform]);
  // In a state that is held for too long the main one is expected; the oracle expects what is held.
  const isOddState = (row: number): boolean =>
    model.kind === "states" && one.found.some(([start, end]) => row >= start && row < end);
  for (const [name, inOracle] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, string][])
    expect(
      farthest(
        model[name].filter((_value, i) => i % every === 0 && !isOddState(i)),
        said[inOracle].filter((_value, k) => !isOddState(k * every)),
      ),
    ).toBeLessThan(toleranceOf(one.name, name));
  const found = [...model.findings].sort(before).map(({ start, end, log10p, kind }) => [start, end, log10p, kind]);
  const wanted = one.found.map(([start, end, log10p, kind]) => ({ start, end, log10p, kind })).sort(before);
  expect(found).toEqual(wanted.map(({ start, end, log10p, kind }) => [start, end, expect.closeTo(log10p, 4), kind]));
  // Of hours the days are told.
  const perDay = typeof step === "number" ? Math.max(1, Math.round(86_400 / step)) : 1;
  expect(model.dates.reduce((rows, date) => rows + date.rows.length * perDay, 0)).toBe(one.dates.length);
});

test("the series hold what they are there for", () => {
  const names = cases.map(([, one]) => one);
  expect(names.map(({ transform }) => transform)).toEqual(expect.arrayContaining(["0", "0.5", "1", "logit100"]));
  expect(names.some(({ restless }) => restless)).toBe(true);
  expect(names.some(({ dates }) => dates.length > 0)).toBe(true);
  const kinds = new Set(names.flatMap(({ found }) => found.map(([, , , kind]) => kind)));
  expect([...kinds].sort()).toEqual(["cycle", "row", "rows", "run"]);
});
