import { expect, test } from "vitest";
import { readTable } from "../../../../kernel-lib/src/index.js";
import { kpiAnomaly } from "../../../../extension/src/worker/kpi-anomaly.js";
import { votesLater } from "../../../../extension/src/worker/votes-later.js";

const small = readTable("date,load\n2024-01-01,1\n2024-01-02,2\n2024-01-03,4\n");

test("in a large file detectors that only vote wait until votes are wanted", () => {
  const large = { ...small, records: 145_000 };
  expect(votesLater(kpiAnomaly, small, {}, {})).toEqual({});
  expect(votesLater(kpiAnomaly, large, { sensitivity: 60 }, {})).toEqual({ sensitivity: 60, votes: false });
  expect(votesLater(kpiAnomaly, large, { votes: true }, {})).toEqual({ votes: true });
  expect(votesLater(kpiAnomaly, large, {}, { mode: "vote" })).toEqual({});
});
