import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PYTHON = "/usr/bin/python3";

/** What STL says of each series, in their order. */
export interface StlAnswer {
  readonly version: string;
  /** Of the processor, for all. */
  readonly seconds: number;
  readonly fits: readonly { readonly middle: number[]; readonly low: number[]; readonly high: number[] }[];
}

/** What statsmodels' STL says of series with gaps; null where there is no Python with it. */
export function stlOf(all: readonly { readonly values: Float64Array; readonly period: number }[]): StlAnswer | null {
  if (!existsSync(PYTHON)) return null;
  // Beside baseline.ts: that is where the bundle says it is.
  const script = fileURLToPath(new URL("stl.py", import.meta.url));
  const series = all.map(({ values, period }) => ({ values: [...values], period }));
  const { status, stdout } = spawnSync(PYTHON, [script], {
    input: JSON.stringify({ series }),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return status === 0 ? (JSON.parse(stdout) as StlAnswer) : null;
}
