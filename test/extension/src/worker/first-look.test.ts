import { expect, test } from "vitest";
import { readTable } from "../../../../kernel-lib/src/index.js";
import { firstLook } from "../../../../extension/src/worker/kpi-anomaly.js";

const small = readTable("date,load\n2024-01-01,1\n2024-01-02,2\n2024-01-03,4\n");

test("in a large file detectors that only vote wait until votes are wanted", () => {
  const large = { ...small, records: 1_500_000 };
  expect(firstLook(small, {})).toEqual({});
  expect(firstLook(large, { sensitivity: 60 })).toEqual({ sensitivity: 60, votes: false });
  for (const asked of [{ votes: true }, { mode: "vote" }] as const) expect(firstLook(large, asked)).toEqual(asked);
});
