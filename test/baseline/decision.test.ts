import { describe, expect, test } from "vitest";
import { ALPHA, decide } from "../../kernel-lib/src/baseline/decision.js";
import { shiftedWindows } from "../../kernel-lib/src/baseline/noise/shifted-windows.js";
import type { FittedModel, LevelChange } from "../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { column, golden } from "./golden/golden.js";

interface Case {
  readonly z: number[];
  readonly innovation: number[];
  readonly missing: number[];
  readonly weightless: number[];
  readonly kind: string;
  readonly phi: number[] | null;
  readonly unit: number;
  readonly year: boolean | number;
  readonly found: [number, number, number, string][];
}

const cases = golden<Case[]>("noise.json", "decision");

const change = (row: number, end: number | null, log10p: number): LevelChange => ({
  row,
  end,
  from: 0,
  to: 1,
  size: 1,
  log10p,
});

function modelOf({ z, innovation, weightless, kind, phi, unit, year }: Case): FittedModel {
  const n = z.length;
  const empty = new Float64Array(n);
  const long = kind === "continuous";
  return {
    kind: long ? "long" : (kind as "short" | "zeros"),
    expected: empty,
    lower: empty,
    upper: empty,
    usual: empty,
    usualLower: empty,
    usualUpper: empty,
    z: column(z),
    innovation: column(innovation),
    weight: empty.map((_, i) => (weightless.includes(i) ? 0 : 1)),
    leftOut: new Uint8Array(n),
    transform: "none",
    seasons: [],
    changes: [change(50, null, -5), change(55, null, -1), change(62, 64, -3)],
    dates: [],
    stays: [
      { start: 1, end: 9, logP: -14 },
      { start: 30, end: 40, logP: -5 },
    ],
    unit,
    noise: null,
    growthPerYear: null,
    yearStrength: null,
    course: null,
    evidence: {
      memory: { factor: 0.6, share: 0.7 },
      autoregression: phi && column(phi),
      wanders: false,
      medianRest: long ? (phi ? 0.5 : 0.9) : 1,
      rawZ: long ? column(z) : null,
      fit: long ? empty.map((_, i) => Math.sin(i / 9) + i / n) : null,
      yearTimes: year ? empty.map((_, i) => (16203 + i) * 86_400) : null,
    },
  };
}

const valuesOf = ({ z, missing }: Case): Float64Array =>
  Float64Array.from(z, (value, i) => (missing.includes(i) ? NaN : value + 50));

/** p-values of what windows of rows tell. */
function windowsOf(one: Case): number[] {
  const innovation = column(one.innovation).map((value, i) => (one.missing.includes(i) ? 0 : value));
  const known = innovation.length - one.weightless.length;
  return shiftedWindows(innovation, { known, unit: one.unit, alpha: ALPHA }, ALPHA / 2).map(({ log10p }) => log10p);
}

describe("what is striking", () => {
  test.each(cases)("is what the oracle finds (%#)", (one) => {
    const found = decide(modelOf(one), valuesOf(one));
    // The oracle also tells a far row together with a suspicious one beside it, and no windows of rows that are off together.
    const pair = (kind: string, start: number, end: number): boolean =>
      kind === "rows" && end - start === 2 && found.some((row) => row.start === start || row.start === start + 1);
    const windows = windowsOf(one);
    const window = (kind: string, log10p: number): boolean => kind === "rows" && windows.includes(log10p);
    expect(one.found.filter(([start, end, , kind]) => !pair(kind, start, end))).toEqual(
      found
        .filter(({ kind, start, end, log10p }) => !pair(kind, start, end) && !window(kind, log10p))
        .map(({ kind, start, end, log10p }) => [start, end, expect.closeTo(log10p, 6), kind]),
    );
  });

  test("a far row and a suspicious one beside it are one far row, and a tail of several is told with it", () => {
    const [one] = cases;
    const z = one.z.map(() => 0.3);
    const toldAt = (alpha: number, ...beside: number[]): string[] => {
      z.splice(100, 1 + beside.length, -12, ...beside);
      const model = modelOf({ ...one, z, innovation: z, missing: [], weightless: [], phi: null });
      return decide(model, valuesOf({ ...one, z, missing: [] }), alpha)
        .filter(({ kind }) => kind === "row" || kind === "rows")
        .map(({ kind, start, end }) => `${kind} ${start} ${end}`);
    };
    expect(toldAt(0.02, -2.6)).toEqual(["row 100 101"]);
    expect(toldAt(0.02, -2.6, -2.6, -2.6)).toContain("rows 100 104");
    // Also where weak findings are kept, as the score that joins them needs: rows of a chance of one in three are not
    // striking by themselves, and the stretch that they are in is not one far row.
    expect(toldAt(0.9, -3.6, -3.6, -3.6)).toEqual([
      "row 100 101",
      "row 101 102",
      "row 102 103",
      "row 103 104",
      "rows 100 104",
    ]);
  });

  test("windows add nothing to noise, nor to what is told by a row", () => {
    const random = createRandom(3);
    const noise = Array.from({ length: cases[0].z.length }, () => random.normal());
    const toldOf = (off: Readonly<Record<number, number>>): string[] => {
      const z = noise.map((value, i) => off[i] ?? value);
      const model = modelOf({ ...cases[0], z, innovation: z, missing: [], weightless: [], phi: null });
      return decide(model, valuesOf({ ...cases[0], z, missing: [] }))
        .filter(({ kind }) => kind === "row" || kind === "rows")
        .map(({ kind, start, end }) => `${kind} ${start} ${end}`);
    };
    expect(toldOf({})).toEqual([]);
    expect(toldOf({ 200: 9 })).toEqual(["row 200 201"]);
    const shift = Object.fromEntries(Array.from({ length: 9 }, (_, k) => [300 + k, k % 3 === 1 ? 1.6 : 2.9]));
    expect(toldOf({ ...shift, 304: 12 })).toContain("row 304 305");
  });

  test("is less with a smaller share of series that are found by chance", () => {
    const fewer = decide(modelOf(cases[0]), valuesOf(cases[0]), 1e-6);
    expect(fewer.length).toBeLessThan(cases[0].found.length);
    expect(fewer.filter(({ kind }) => kind !== "temporary").every(({ log10p }) => log10p < -6)).toBe(true);
  });
});
