import { readFileSync } from "node:fs";

/** A part of a golden file; its shape stands in the script that makes it. */
export type GoldenPart = ReturnType<typeof JSON.parse>;

/** Golden values of the oracle, Infinity for "inf". */
export function golden<T = GoldenPart>(file: string, part: string): T {
  const all = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"), (_, value) =>
    value === "inf" ? Infinity : value,
  );
  return all[part];
}

/** A column of a golden file. */
export const column = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? NaN);

/** The largest difference of two columns in units of `1 + |expected|`; Infinity where only one is a number. */
export function farthest(actual: ArrayLike<number>, expected: readonly (number | null)[]): number {
  if (actual.length !== expected.length) return Infinity;
  let most = 0;
  for (let i = 0; i < actual.length; i++) {
    const value = expected[i] ?? NaN;
    if (Number.isNaN(value) !== Number.isNaN(actual[i])) return Infinity;
    if (!Number.isNaN(value)) most = Math.max(most, Math.abs(actual[i] - value) / (1 + Math.abs(value)));
  }
  return most;
}
