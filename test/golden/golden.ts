import { readFileSync } from "node:fs";

interface Golden {
  readonly series: number[];
  readonly zScore: number[];
  readonly robustZScore: number[];
  readonly quartiles: [number, number, number];
  readonly averagePathLength: Record<string, number>;
  readonly matrices: Record<string, { readonly columns: number; readonly values: number[] }>;
  readonly localOutlierFactor: Record<string, { readonly neighbours: number; readonly factors: number[] }>;
  readonly oneClassSvm: Record<
    string,
    {
      readonly nu: number;
      readonly tolerance: number;
      readonly decision: number[];
      readonly supportVectors: number;
      readonly offset: number;
    }
  >;
  readonly isolationForest: Record<
    string,
    {
      readonly trees: number;
      readonly scores: number[];
      readonly selfSpearman: number;
      readonly selfMeanDifference: number;
      readonly selfLargestDifference: number;
    }
  >;
}

/** What scikit-learn, scipy and numpy say; versions and seed stand in the file, `detectors.py` wrote it. */
export const golden = JSON.parse(readFileSync(new URL("detectors.json", import.meta.url), "utf8")) as Golden;

/** A golden matrix as a row-major array. */
export function goldenMatrix(name: string): { readonly columns: number; readonly values: Float64Array } {
  const { columns, values } = golden.matrices[name];
  return { columns, values: Float64Array.from(values) };
}

/** The largest difference relative to the wanted values. */
export function largestRelativeDifference(actual: Float64Array, wanted: readonly number[]): number {
  return wanted.reduce(
    (most, value, i) => Math.max(most, Math.abs(actual[i] - value) / Math.max(Math.abs(value), Number.MIN_VALUE)),
    actual.length === wanted.length ? 0 : Infinity,
  );
}
