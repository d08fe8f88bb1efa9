import { expect, test } from "vitest";
import { shortModel } from "../../../kernel-lib/src/baseline/short/short-model.js";
import { column, farthest, golden } from "../golden/golden.js";

interface ShortCase {
  values: number[];
  step: string | number;
  x: number[];
  periods: number[];
  mean: number[];
  deviation: number[];
  keep: number[];
  logLikelihood: number;
  lasting: [number, number, number][];
  temporary: [number, number, number][];
}

test.each(golden("kinds.json", "short") as ShortCase[])(
  "rows say of each other what the oracle says ($values.length rows, $step, %#)",
  (wanted) => {
    const known = Uint8Array.from(wanted.values, (value) => Number(value !== null));
    const found = shortModel(column(wanted.x), known, wanted.periods);
    expect(Array.from(found.keep)).toEqual(wanted.keep);
    expect(found.logLikelihood).toBeCloseTo(wanted.logLikelihood, 5);
    expect(farthest(found.mean, wanted.mean)).toBeLessThan(1e-6);
    expect(farthest(found.deviation, wanted.deviation)).toBeLessThan(1e-6);
    expect(found.lasting.map(({ row }) => row)).toEqual(wanted.lasting.map(([row]) => row));
    for (const [k, [, size, log10p]] of wanted.lasting.entries()) {
      expect(found.lasting[k].size / size).toBeCloseTo(1, 6);
      expect(found.lasting[k].log10p).toBeCloseTo(log10p, 5);
    }
    expect(found.temporary.map(({ start, end }) => [start, end])).toEqual(
      wanted.temporary.map(([start, end]) => [start, end]),
    );
    for (const [k, [, , size]] of wanted.temporary.entries()) expect(found.temporary[k].size / size).toBeCloseTo(1, 6);
  },
);
