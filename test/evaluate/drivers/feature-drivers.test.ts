import { expect, test } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { featureDrivers } from "../../../kernel-lib/src/evaluate/drivers/feature-drivers.js";
import { tableFromColumns } from "../../../kernel-lib/src/adapters/table-from-columns.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const random = createRandom(3);
const table = tableFromColumns({
  day: Array.from({ length: 200 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day))),
  calls: Array.from({ length: 200 }, (_, day) =>
    day === 120 ? 400 : 100 + 20 * Math.sin((2 * Math.PI * day) / 7) + random.normal(),
  ),
});

test("names the features behind the worst incident, exactly where the detector looks at the value alone", async () => {
  const report = await detect(table);
  const drivers = await featureDrivers(report, table);
  expect(drivers).toMatchObject({ kpi: "calls", series: "", incident: { rank: 1, start: 120 } });
  const zScore = drivers.detectors.find(({ detector }) => detector === "zScore");
  expect(zScore).toMatchObject({ method: "exact", shares: [{ name: "calls", share: 1 }] });
  const forest = drivers.detectors.find(({ detector }) => detector === "isolationForest")!;
  expect(forest.method).toBe("ablation");
  expect(forest.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

test("an incident that is not there is said", async () => {
  const report = await detect(table);
  await expect(featureDrivers(report, table, { incident: 99 })).rejects.toThrow("no incident of rank 99");
  await expect(featureDrivers(report, table, { kpi: "sales" })).rejects.toThrow("no series of sales");
});
