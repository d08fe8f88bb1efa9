import { describe, expect, it } from "vitest";
import { ownThread, type Compute } from "../../kernel-lib/src/numeric/compute.js";
import { oneClassSvm, type OneClassSvm } from "../../kernel-lib/src/numeric/one-class-svm/one-class-svm.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { spearman } from "../../kernel-lib/src/numeric/statistics.js";
import { golden, goldenMatrix } from "../golden/golden.js";

/** Stands for a place without WebAssembly. */
const noWebAssembly: Compute = { threads: 1, use: (work) => work(null), dispose: () => {} };

const ways: [string, Compute][] = [
  ["WebAssembly", ownThread()],
  ["plain TypeScript", noWebAssembly],
];

/** Normal columns with some rows so many times as far out. */
function cloud(rows: number, columns: number, seed: number, far = 4): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from(
    { length: rows * columns },
    (_, i) => random.normal() * (Math.floor(i / columns) % 97 === 0 ? far : 1),
  );
}

describe.each(ways)("one-class support vector machine in %s", (_, compute) => {
  const solve = (values: Float64Array, columns: number, nu: number, tolerance: number): Promise<OneClassSvm> =>
    oneClassSvm(values, columns, { nu, gamma: 0, tolerance, compute });

  it.each(Object.keys(golden.oneClassSvm))("equals scikit-learn's on %s", async (name) => {
    const { columns, values } = goldenMatrix(name);
    const wanted = golden.oneClassSvm[name];
    const tolerance = 1e-6;
    const found = await solve(values, columns, wanted.nu, tolerance);
    expect(found.gap).toBeLessThan(tolerance);
    expect(Math.max(...found.decision.map((value, i) => Math.abs(value - wanted.decision[i])))).toBeLessThan(
      2 * tolerance,
    );
    // Rows on the boundary are 0 in both up to the tolerance; their order is chance.
    const rounded = (decision: Float64Array): Float64Array => decision.map((value) => Math.round(value / 1e-5));
    expect(spearman(rounded(found.decision), rounded(Float64Array.from(wanted.decision)))).toBeGreaterThan(0.9999);
    expect(found.offset).toBeCloseTo(wanted.offset, 4);
    expect(Math.abs(found.weights.length - wanted.supportVectors)).toBeLessThanOrEqual(
      Math.ceil(wanted.supportVectors * 0.01),
    );
  });

  it("solves on an active set what it solves as a whole", async () => {
    const columns = 3;
    const values = cloud(5000, columns, 3);
    for (const nu of [0.003, 0.05, 0.6]) {
      const found = await solve(values, columns, nu, 1e-5);
      expect(found.gap).toBeLessThan(1e-5);
      expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(nu * 5000, 6);
      const outside = found.decision.filter((value) => value < -1e-4).length;
      expect(outside).toBeLessThanOrEqual(nu * 5000);
      expect(found.weights.length).toBeGreaterThanOrEqual(nu * 5000);
    }
  });

  it("in single precision stays within the tolerance, far rows too", async () => {
    const values = cloud(6000, 5, 9);
    values.set([300, -200, 100, 50, 900], 5 * 100);
    values.set([301, -200, 100, 50, 900], 5 * 101);
    const rough = await solve(values, 5, 0.02, 1e-3);
    const exact = await solve(values, 5, 0.02, 1e-6);
    expect(rough.gap).toBeLessThan(1e-3);
    expect(Math.max(...rough.decision.map((value, i) => Math.abs(value - exact.decision[i])))).toBeLessThan(3e-3);
    expect(spearman(rough.decision, exact.decision)).toBeGreaterThan(0.9999);
  });

  it("judges other rows by the same boundary", async () => {
    const values = cloud(3000, 3, 4);
    const found = await solve(values, 3, 0.05, 1e-5);
    const again = await found.decide(values);
    expect(Math.max(...again.map((value, i) => Math.abs(value - found.decision[i])))).toBeLessThan(1e-8);
  });

  it("is not shaken by thousands of duplicates, by equal rows only, or by nu 1", async () => {
    const values = cloud(300, 2, 5);
    const heap = new Float64Array(2 * 4300);
    heap.set(values);
    const { decision, gap } = await solve(heap, 2, 0.01, 1e-3);
    expect(gap).toBeLessThan(1e-3);
    expect(decision.every(Number.isFinite)).toBe(true);
    expect(
      [...(await solve(new Float64Array(60).fill(3), 3, 0.1, 1e-3)).decision].every((value) => Math.abs(value) < 1e-9),
    ).toBe(true);
    expect((await solve(values, 2, 1, 1e-3)).decision.every(Number.isFinite)).toBe(true);
  });
});

describe("sums of rows well inside the boundary, told by landmarks", () => {
  const LONG_ROWS = 24_001;
  const LANDMARKS = 148;
  const columns = 4;
  const options = { nu: 0.05, gamma: 0, tolerance: 1e-3 };
  const values = cloud(LONG_ROWS, columns, 8, 1);

  it("change nothing at the boundary and beyond it, and little inside", async () => {
    const exact = await oneClassSvm(values, columns, { ...options, landmarks: Infinity });
    const told = await oneClassSvm(values, columns, { ...options, landmarks: LANDMARKS });
    expect(told.gap).toBeLessThan(1e-3);
    expect(told.supports.length).toBe(exact.supports.length);
    expect(told.offset).toBeCloseTo(exact.offset, 3);
    const sums = exact.decision.map((value) => value + exact.offset);
    const errors = told.decision.map((value, row) => Math.abs(value - exact.decision[row]));
    expect(errors.filter((error) => error > 1e-3).length).toBeGreaterThan(1000);
    expect(Math.max(...errors.filter((_, row) => sums[row] < 1.04 * exact.offset))).toBeLessThan(2e-3);
    expect(Math.max(...errors.map((error, row) => error / sums[row]))).toBeLessThan(0.05);
    expect(spearman(told.decision, exact.decision)).toBeGreaterThan(0.98);
  });

  it("are the same bytes in WebAssembly and in plain TypeScript", async () => {
    const [fast, plain] = await Promise.all(
      ways.map(([, compute]) => oneClassSvm(values, columns, { ...options, landmarks: LANDMARKS, compute })),
    );
    expect(plain.decision).toEqual(fast.decision);
  });

  it("are summed up where so few landmarks do not take their shape", async () => {
    const noise = cloud(LONG_ROWS, 12, 11);
    const exact = await oneClassSvm(noise, 12, { ...options, landmarks: Infinity });
    const told = await oneClassSvm(noise, 12, { ...options, landmarks: 4 });
    expect(Math.max(...told.decision.map((value, row) => Math.abs(value - exact.decision[row])))).toBeLessThan(2e-3);
  });

  it("are not told by landmarks where a finer tolerance is asked for", async () => {
    const fine = { ...options, tolerance: 1e-5 };
    const exact = await oneClassSvm(values, columns, { ...fine, landmarks: Infinity });
    expect(await oneClassSvm(values, columns, { ...fine, landmarks: LANDMARKS })).toMatchObject({
      decision: exact.decision,
    });
  });
});

describe("the plain twin of the WebAssembly kernels", () => {
  const far = cloud(6003, 5, 9);
  far.set([300, -200, 100, 50, 900], 5 * 100);
  far.set([301, -200, 100, 50, 900], 5 * 101);
  const cases: [string, Float64Array, number, number, number][] = [
    ["few rows", cloud(301, 3, 1), 3, 0.1, 1e-3],
    ["an active set, in double precision", cloud(4001, 3, 2), 3, 0.05, 1e-5],
    ["an active set and far rows, in single precision", far, 5, 0.02, 1e-3],
    ["tiny and huge columns", cloud(2500, 4, 6).map((value, i) => value * [1e-9, 1, 1e3, 1e9][i % 4]), 4, 0.1, 1e-2],
  ];

  it.each(cases)("gives the same bytes on %s", async (_, values, columns, nu, tolerance) => {
    const [fast, plain] = await Promise.all(
      ways.map(([, compute]) => oneClassSvm(values, columns, { nu, gamma: 0, tolerance, compute })),
    );
    expect(plain.steps).toBe(fast.steps);
    expect(plain.supports).toEqual(fast.supports);
    expect(plain.weights).toEqual(fast.weights);
    expect(plain.decision).toEqual(fast.decision);
    const others = cloud(100, columns, 7);
    expect(await plain.decide(others)).toEqual(await fast.decide(others));
  });
});
