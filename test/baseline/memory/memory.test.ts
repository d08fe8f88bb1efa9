import { expect, test } from "vitest";
import { autocorrelations, fitAutoregression } from "../../../kernel-lib/src/baseline/memory/autoregression.js";
import { bridge } from "../../../kernel-lib/src/baseline/memory/memory.js";
import { column, farthest, golden } from "../golden/golden.js";
import { everyNth } from "../golden/rows.js";

interface Case {
  readonly name: string;
  readonly z: number[];
  readonly w: number[];
  readonly autoregressive: boolean | number;
  readonly teachable: number[] | null;
  readonly mean: number[];
  readonly rest: number[];
  readonly memory: [number, number];
  readonly phi: number[] | null;
}

test.each(golden<Case[]>("noise.json", "memory"))(
  "what the other rows say: $name",
  ({ z, w, autoregressive, teachable, mean, rest, memory, phi }) => {
    const found = bridge(column(z), column(w), {
      autoregressive: Boolean(autoregressive),
      teachable: teachable && column(teachable),
    });
    expect([found.memory.factor, found.memory.share]).toEqual(memory.map((value) => expect.closeTo(value, 9)));
    expect(farthest(found.autoregression ?? [], phi ?? [])).toBeLessThan(1e-8);
    expect(farthest(everyNth(found.mean, 3), mean)).toBeLessThan(1e-8);
    expect(farthest(everyNth(found.rest, 3), rest)).toBeLessThan(1e-8);
  },
);

test("an autoregression by least squares, its order and its correlations", () => {
  const { x, ok, phi, variance, rows, power, coefficients, error, acf, runaway } = golden<
    Record<string, number[]> & { variance: number; rows: number; power: number; error: number }
  >("noise.json", "autoregression");
  const found = fitAutoregression(column(x), Uint8Array.from(ok))!;
  expect(farthest(found.phi, phi)).toBeLessThan(1e-9);
  expect([found.variance, found.rows, found.power, found.errorOf(column(coefficients))]).toEqual(
    [variance, rows, power, error].map((value) => expect.closeTo(value, 10)),
  );
  expect(farthest(autocorrelations(column(phi), 30), acf)).toBeLessThan(1e-10);
  expect(farthest(autocorrelations(Float64Array.of(1.2, 0.1), 5), runaway)).toBeLessThan(1e-10);
  expect(fitAutoregression(column(x), Uint8Array.from(ok), 6, 400)).toBeNull();
});

test("a row does not speak for itself", () => {
  const { z, w } = golden<Case[]>("noise.json", "memory").find(({ name }) => name === "one factor")!;
  const values = column(z);
  const before = bridge(values, column(w));
  values[150] += values[150] > 0 ? -0.001 : 0.001;
  expect(bridge(values, column(w)).mean[150]).toBeCloseTo(before.mean[150], 2);
});
