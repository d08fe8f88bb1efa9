import { expect, test } from "vitest";
import { tableFromColumns } from "../../kernel-lib/src/adapters/table-from-columns.js";
import { detect } from "../../kernel-lib/src/detect.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import { addVotes } from "../../kernel-lib/src/evaluate/add-votes.js";
import { countSeries, type Report } from "../../kernel-lib/src/index.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { dailyTable, noisyValues } from "./made-table.js";

const random = createRandom(19);
const values = Array.from({ length: 400 }, (_, i) =>
  i === 250 ? 400 : 100 + 20 * Math.sin((2 * Math.PI * i) / 24) + random.normal() * 2,
);

test("votes of one series that come afterwards are those of a run that asked for them", async () => {
  const two = tableFromColumns({
    time: values.map((_, i) => new Date(Date.UTC(2024, 0, 1, i))),
    value: values,
    other: values.map((value, i) => 2 * value + (i === 100 ? 300 : 0)),
  });
  expect(countSeries(two)).toBe(2);
  const [all, without] = [await detect(two, { votes: true }), await detect(two, { votes: false })];
  const { series } = await addVotes(two, { votes: false }, without, 1);
  expect(series[0]).toBe(without.series[0]);
  const withoutPlace = ({ detections, ...rest }: Report["series"][number]): unknown => ({
    ...rest,
    detections: Object.fromEntries(detections.map((detection) => [detection.detector, detection])),
  });
  expect(withoutPlace(series[1])).toEqual(withoutPlace(all.series[1]));
});

test("only what was not asked, and is not switched off, is added, in the order of the register", async () => {
  const table = dailyTable({ sales: noisyValues(100, { 60: 130 }) });
  const report = await detect(table, { votes: false });
  const before = structuredClone(report);
  const off = { detectors: { isolationForest: { enabled: false }, localOutlierFactor: { enabled: false } } };
  const idsOf = ({ series }: Report): string[] => series[0].detections.map(({ detector }) => detector);
  const voted = await addVotes(table, off, report, 0);
  const ids = idsOf(voted);
  expect(ids).toEqual(Object.keys(detectors).filter((id) => ids.includes(id)));
  expect(ids).toEqual(expect.arrayContaining([...idsOf(report), "zScore"]));
  expect(ids).not.toContain("isolationForest");
  expect(idsOf(await addVotes(table, off, voted, 0))).toEqual(ids);
  expect(voted.series[0].flags).toEqual(report.series[0].flags);
  expect(report).toEqual(before);
});
