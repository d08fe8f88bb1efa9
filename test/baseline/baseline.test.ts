import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseline } from "../../kernel-lib/src/baseline/baseline.js";
import type { Baseline, Step } from "../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;

const columns = ({
  expected,
  lower,
  upper,
  usual,
  usualLower,
  usualUpper,
  z,
  innovation,
}: Baseline): Float64Array[] => [expected, lower, upper, usual, usualLower, usualUpper, z, innovation];

const of = (values: ArrayLike<number>, step: Step = DAY, excluded: Uint8Array | null = null): Baseline =>
  baseline({ values: Float64Array.from(values), step, times: null, excluded });

function months(n: number, seed: number, noise = 0.04): number[] {
  const random = createRandom(seed);
  return Array.from({ length: n }, (_, i) =>
    Math.round(5000 * Math.exp((0.05 * i) / 12 + 0.2 * Math.sin((i * Math.PI) / 6) + noise * random.normal())),
  );
}

describe("short tables", () => {
  test("36 months: a month of zero, or one 25 % lower, is told and nothing else", () => {
    for (const factor of [0, 0.75]) {
      const values = months(36, 3);
      values[20] = Math.round(values[20] * factor);
      const found = of(values, "month");
      expect(found.kind).toBe("short");
      expect(found.findings.map(({ start, end }) => [start, end])).toEqual([[20, 21]]);
      expect(found.z[20]).toBeLessThan(-4);
    }
  });

  test("nothing is told of 36 months in which nothing happens", () => {
    for (let seed = 10; seed < 16; seed++) expect(of(months(36, seed), "month").findings).toEqual([]);
  });

  test("with fewer than 24 rows nothing is called normal, but what stands out is told", () => {
    const values = months(18, 5);
    expect(of(values, "month")).toMatchObject({ judged: false, rowsNeeded: 24, standout: null });
    values[11] *= 9;
    expect(of(values, "month")).toMatchObject({ judged: false, standout: { row: 11 } });
    expect(of(months(24, 5), "month")).toMatchObject({ judged: true, standout: null });
  });
});

describe("other kinds", () => {
  const random = createRandom(11);

  test("a constant, and nothing known at all", () => {
    expect(of(new Float64Array(40).fill(7))).toMatchObject({ kind: "nothing", findings: [], log10p: 0 });
    const none = of(new Float64Array(40).fill(NaN));
    expect(none.judged).toBe(false);
    expect(columns(none).every((column) => column.every(Number.isFinite))).toBe(true);
  });

  test("an availability that is nearly always 100: the one bad day, within 0 and 100", () => {
    const values = Array.from({ length: 300 }, (): number => (random.next() < 0.05 ? 99.98 : 100));
    values[200] = 97.1;
    const found = of(values);
    expect(found).toMatchObject({ kind: "pinned", innerKind: "zeros" });
    expect(found.findings.map(({ start }) => start)).toEqual([200]);
    expect(found.z[200]).toBeLessThan(0);
    expect(Math.max(...found.upper)).toBe(100);
  });

  test("a value that is always the same, once another", () => {
    for (const n of [60, 400]) {
      const values = new Float64Array(n).fill(100);
      values[40] = 97.1;
      const found = of(values);
      expect(found).toMatchObject({ kind: "pinned" });
      expect(found.findings.map(({ start, end }) => [start, end])).toEqual([[40, 41]]);
      expect(found.z[40]).toBeLessThan(0);
      expect(found.expected[40]).toBe(100);
    }
  });

  test("corrections of both signs that are nearly always 0 have a range about 0", () => {
    const values = Array.from({ length: 500 }, () => (random.next() < 0.9 ? 0 : Math.round(50 * random.normal())));
    const found = of(values);
    expect(found).toMatchObject({ kind: "pinned", findings: [] });
    expect(found.expected[3]).toBe(0);
    expect([found.lower[3] < -20, found.upper[3] > 20]).toEqual([true, true]);
  });

  test("a running total that begins again each month is no news; a day on which nothing comes is", () => {
    let sum = 0;
    const values = Array.from({ length: 400 }, (_, i) => {
      if (i % 30 === 0) sum = 0;
      return (sum += 1000 + Math.round(60 * random.normal()));
    });
    expect(of(values)).toMatchObject({ kind: "counter", findings: [] });
    for (let i = 217; i < 240; i++) values[i] -= values[217] - values[216];
    const found = of(values);
    expect(found.findings.map(({ start }) => start)).toContain(217);
    expect(found.z[217]).toBeLessThan(-6);
  });

  test("a total to which nothing is added at night: an hour of the day without anything is told, nights are not", () => {
    let sum = 0;
    const stopped = 24 * 20 + 13;
    const make = (stop: boolean): number[] => {
      const own = createRandom(12);
      sum = 0;
      return Array.from({ length: 24 * 40 }, (_, i) => {
        const added = i % 24 < 6 || i % 24 > 21 ? 0 : 300 + Math.round(15 * own.normal());
        return (sum += stop && i === stopped ? 0 : added);
      });
    };
    expect(of(make(false), 3600)).toMatchObject({ kind: "counter", findings: [] });
    const found = of(make(true), 3600);
    expect(found.findings.map(({ start, end }) => [start, end])).toEqual([[stopped, stopped + 1]]);
    expect(found.z[stopped]).toBeLessThan(-5);
  });

  test("up and down: the one long outage", () => {
    const values = Array.from({ length: 1500 }, (_, i) => Number(i % 97 > 1));
    values.fill(0, 700, 760);
    const found = of(values, 300);
    expect(found).toMatchObject({ kind: "states" });
    expect(found.findings.map(({ start, end }) => [start, end])).toEqual([[700, 760]]);
    // Down, from what it usually is.
    expect(found.expected.slice(699, 761)).toEqual(new Float64Array(62).fill(1));
    expect(Math.max(...found.z.slice(700, 760))).toBeLessThan(-2);
    expect(found.z[600]).toBe(0);
  });

  test("a price list with a slip of ten: the slip to its way back, beside the price before", () => {
    const price = [20];
    while (price.length < 700)
      price.push(
        random.next() < 0.02
          ? Math.round(price[price.length - 1] * (1 + 0.04 * random.normal()) * 100) / 100
          : price[price.length - 1],
      );
    expect(of(price)).toMatchObject({ kind: "states", findings: [] });
    const [before] = [price[300]];
    for (let i = 300; i < 303; i++) price[i] = before * 10;
    const found = of(price);
    expect(found.findings.map(({ kind, start, end }) => [kind, start, end])).toEqual([["run", 300, 303]]);
    expect(Math.min(...found.z.subarray(300, 303))).toBeGreaterThan(4);
    expect(found.z[303]).toBe(0);
    expect([...found.expected.subarray(300, 303)]).toEqual(new Array(3).fill(price[299]));
  });

  test("rare counts", () => {
    const values = Array.from({ length: 300 }, () => Number(random.next() < 0.1));
    expect(of(values)).toMatchObject({ kind: "count", findings: [] });
    values[100] = 6;
    expect(of(values).findings.map(({ start }) => start)).toEqual([100]);
  });
});

test("no kind leaves the domain of its column, says NaN, or changes what it is given", () => {
  const value = fc.oneof(
    fc.constant(NaN),
    fc.constant(0),
    fc.constant(100),
    fc.integer({ min: 0, max: 12 }),
    fc.double({ min: 0, max: 100, noNaN: true }),
  );
  const step = fc.constantFrom<Step>("month", "quarter", DAY, 7 * DAY, 3600);
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 0, maxLength: 60 }),
      step,
      fc.integer({ min: 1, max: 4 }),
      (cells, distance, repeats) => {
        const values = Float64Array.from(Array.from({ length: repeats }, () => cells).flat());
        const before = values.slice();
        const found = baseline({ values, step: distance, times: null, excluded: null });
        expect(values).toEqual(before);
        for (const column of columns(found)) expect(column.findIndex((cell) => !(cell - cell === 0))).toBe(-1);
        expect(Math.min(0, ...found.lower, ...found.usualLower, ...found.expected)).toBe(0);
        expect(
          found.findings.every(({ log10p, start, end }) => log10p < 0 && start < end && end <= values.length),
        ).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

test("a unit changes expected values and ranges by its factor and nothing that is found", () => {
  const values = months(40, 8);
  values[30] = Math.round(values[30] * 0.6);
  const plain = of(values, "month");
  const thousands = of(
    values.map((value) => value * 1024),
    "month",
  );
  expect(thousands.findings.map(({ start, end, kind }) => [start, end, kind])).toEqual(
    plain.findings.map(({ start, end, kind }) => [start, end, kind]),
  );
  for (const [i, value] of plain.upper.entries()) expect(thousands.upper[i] / 1024).toBeCloseTo(value, 4);
});

test("rows that are excluded teach nothing", () => {
  const values = months(40, 9);
  const excluded = new Uint8Array(40);
  excluded[12] = 1;
  const before = of(values, "month", excluded);
  values[12] *= 50;
  const after = of(values, "month", excluded);
  expect(after.expected).toEqual(before.expected);
  expect(after.upper).toEqual(before.upper);
});
