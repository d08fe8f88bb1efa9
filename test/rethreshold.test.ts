import { expect, test } from "vitest";
import { tableFromColumns } from "../kernel-lib/src/adapters/table-from-columns.js";
import { detect } from "../kernel-lib/src/detect.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";
import type { Report } from "../kernel-lib/src/report.js";
import { rethreshold } from "../kernel-lib/src/rethreshold.js";

/** Revenue follows orders but for one day, on which neither is unusual by itself. */
async function apartOnADay(): Promise<Report> {
  const random = createRandom(6);
  const orders = Float64Array.from({ length: 400 }, () => 100 + 6 * random.normal());
  const odd = orders.findIndex((value, i) => i > 200 && value > 110);
  const revenue = orders.map((value, i) => 20 * (i === odd ? 200 - value : value) + random.normal());
  const day = Array.from({ length: 400 }, (_, i) => new Date(Date.UTC(2023, 0, 1 + i)));
  return detect(tableFromColumns({ day, orders: [...orders], revenue: [...revenue] }), { mode: "auto", votes: false });
}

const relationsOf = ({ series }: Report): string[] =>
  series.flatMap(({ incidents }) =>
    incidents.flatMap(({ peak, explanation }) =>
      explanation?.relation ? [`${peak} ${explanation.relation.with.join()} ${explanation.relation.own}`] : [],
    ),
  );

test("which KPIs an incident comes from stays with it at another sensitivity", async () => {
  const report = await apartOnADay();
  const told = relationsOf(report);
  expect(told.length).toBeGreaterThan(0);
  expect(relationsOf(rethreshold(report, {}))).toEqual(told);
  expect(relationsOf(rethreshold(report, { sensitivity: 55 }))).toEqual(expect.arrayContaining(told));
});
