import { expect, test } from "vitest";
import { longRun } from "../../kernel-lib/src/evaluate/long-run.js";
import { longRunText } from "../../kernel-lib/src/words/report.js";
import { tableFromColumns } from "../../kernel-lib/src/adapters/table-from-columns.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import type { Table } from "../../kernel-lib/src/table.js";

const random = createRandom("long run");
const values = Array.from({ length: 3000 }, (_, i) => 100 + 20 * Math.sin((2 * Math.PI * i) / 24) + random.normal());
const one = tableFromColumns({ time: values.map((_, i) => new Date(Date.UTC(2024, 0, 1, i))), value: values });

/** The same column so many times, which takes no more memory. */
function repeated(times: number): Table {
  const [column] = one.columns.filter(({ role }) => role === "kpi");
  return {
    ...one,
    columns: [
      ...one.columns.filter(({ role }) => role !== "kpi"),
      ...Array.from({ length: times }, (_, k) => ({ ...column, name: `k${k}` })),
    ],
  };
}

test("a run that is done soon is not announced", async () => {
  expect(await longRun(one)).toBeNull();
  expect(await longRun(one, { mode: "vote" })).toBeNull();
});

test("a run of minutes is announced where nothing can be left out: every row counts", async () => {
  const long = await longRun(repeated(20_000), { mostKpis: 20_000, votes: false }, 1);
  expect(long).toMatchObject({ series: 20_000, rows: 3000, detectors: [] });
  expect(long!.seconds).toBeGreaterThan(60);
  expect(long!.secondsWithout).toBe(long!.seconds);
  expect(longRunText(long!)).toMatch(/^This will take about .* 3,000 rows in each of 20,000 series\.$/);
});

test("a run of minutes is announced with what can be left out instead", async () => {
  const many = repeated(5000);
  const long = await longRun(many, { mode: "vote", mostKpis: 5000 }, 2);
  expect(long).toMatchObject({ series: 5000, rows: 3000 });
  expect(long!.seconds).toBeGreaterThan(60);
  expect(long!.detectors.every((id) => ["localOutlierFactor", "oneClassSvm"].includes(id))).toBe(true);
  expect(long!.secondsWithout).toBeLessThanOrEqual(long!.seconds);
  expect(longRunText(long!)).toMatch(/^This will take about .* 3,000 rows in each of 5,000 series\./);
  expect(longRunText(long!, "de")).toMatch(/^Das dauert etwa .* 3\.000 Zeilen in jeder von 5\.000 Reihen\./);
});
