import { expect, test } from "vitest";
import { zeroRuns } from "../../../kernel-lib/src/baseline/counts/zero-runs.js";
import { column, farthest, golden } from "../golden/golden.js";

interface RunCase {
  values: number[];
  logZero: number[];
  runs: [number, number, number][];
}

test.each(golden("kinds.json", "runs") as RunCase[])(
  "runs of zeros are as odd as in the oracle (%#)",
  ({ values, logZero, runs }) => {
    const found = zeroRuns(column(values), new Float64Array(values.length).fill(1), column(logZero));
    expect(found.map(({ start, end }) => [start, end])).toEqual(runs.map(([start, end]) => [start, end]));
    expect(
      farthest(
        found.map(({ logP }) => logP),
        runs.map(([, , logP]) => logP),
      ),
    ).toBeLessThan(1e-8);
  },
);
