import { expect, test } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { tableFromColumns } from "../../../kernel-lib/src/index.js";

test.each([1, 5, 60])("a service that is down twice is told both times, every %i minutes", async (minutes) => {
  const rows = 2000;
  const up = Float64Array.from({ length: rows }, (_, i) => ((i >= 700 && i < 714) || (i >= 1500 && i < 1540) ? 0 : 1));
  const time = Float64Array.from(up, (_, i) => Date.UTC(2024, 0, 1) + i * minutes * 60_000);
  const { series } = await detect(tableFromColumns({ time, up }));
  const [first, second] = [...series[0].incidents].sort((a, b) => a.start - b.start);
  expect([first.start, first.end, first.direction]).toEqual([700, 713, "down"]);
  expect([second.start, second.end, second.direction]).toEqual([1500, 1539, "down"]);
  expect(series[0].incidents).toHaveLength(2);
});
