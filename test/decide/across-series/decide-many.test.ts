import { expect, test } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { createFitCache } from "../../../kernel-lib/src/fit-cache.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { cutsTogether, decideMany } from "../../../kernel-lib/src/decide/across-series/decide-many.js";
import { decide, type DecisionOptions } from "../../../kernel-lib/src/decide/decide.js";
import { noRules } from "../../../kernel-lib/src/decide/incident/kpi-rules.js";
import { manySeriesCut } from "../../../kernel-lib/src/decide/across-series/many-series.js";
import { alarmCut } from "../../../kernel-lib/src/decide/incident/alarms.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

test("columns in which nothing can happen leave the cut as it is", () => {
  const pattern = {} as never;
  const scores = [1.1, 0.9, 0.8, 0.7, 0.6, 0.6].map((highest) => Float64Array.of(0.3, highest));
  const all = scores.map((combined) => ({ combined, pattern }));
  const constant = { combined: new Float64Array(2), pattern: null };
  const quiet = { combined: Float64Array.of(0.2, 0.4), pattern };
  expect(cutsTogether(all)(50)).toBeGreaterThan(1);
  expect(cutsTogether([...all, constant, constant])(50)).toBe(cutsTogether(all)(50));
  expect(cutsTogether([all[0], quiet])(50)).toBe(1);
  expect(cutsTogether([all[0], constant])(50)).toBe(1);
});

test("a column of noise and a constant one beside it change no incident of a KPI", async () => {
  const random = createRandom(12);
  const noise = (): number[] => Array.from({ length: 400 }, () => 50 + 3 * random.normal());
  const sales = noise().map(
    (value, i) => 100 + value + 10 * Number(i % 7 > 4) + (i === 200 ? 22 : i === 300 ? -17 : 0),
  );
  const others = [noise(), noise(), sales.map(() => 7)];
  const day = (i: number): string => new Date(Date.UTC(2023, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
  const csv = (columns: readonly number[][]): string =>
    ["date", ...columns.map((_, k) => `kpi${k}`)].join(",") +
    sales.map((_, i) => `\n${[day(i), ...columns.map((column) => column[i].toFixed(2))].join(",")}`).join("");
  const tables = [1, 2, 4].map((count) => ({
    table: readTable(csv([sales, ...others].slice(0, count))),
    cache: createFitCache(),
  }));
  for (const sensitivity of [30, 50, 70]) {
    const [alone, ...beside] = await Promise.all(
      tables.map(async ({ table, cache }) => {
        const { series } = await detect(table, { sensitivity }, { cache });
        const { threshold, incidents } = series[0];
        return { threshold, incidents: incidents.map(({ start, end, severity }) => ({ start, end, severity })) };
      }),
    );
    for (const each of beside) expect(each).toEqual(alone);
  }
});

test("the cut is that of the highest scores, at every sensitivity and in any order", () => {
  const pattern = {} as never;
  const highest = [1.4, 0.9, 0.8, 0.7];
  const all = highest.map((most) => ({ combined: Float64Array.of(NaN, most, 0.1), pattern }));
  for (const sensitivity of [0, 30, 50, 100]) {
    const cut = manySeriesCut(highest, alarmCut(sensitivity));
    expect(cutsTogether(all)(sensitivity)).toBe(cut);
    expect(cutsTogether([...all].reverse())(sensitivity)).toBe(cut);
  }
  expect(cutsTogether(all)).toBe(cutsTogether([...all]));
  expect(cutsTogether([])).toBe(alarmCut);
});

test("one series is decided as if alone, several each by its own options against the common cut", async () => {
  const random = createRandom(14);
  const day = (i: number): string => new Date(Date.UTC(2023, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
  const value = (size: number): string => (100 + 3 * random.normal() + size).toFixed(2);
  const lines = Array.from({ length: 300 }, (_, i) => `${day(i)},${value(i === 150 ? 40 : 0)},${value(0)}`);
  const { series } = await detect(readTable(`date,sales,visits\n${lines.join("\n")}\n`));
  const options = (sensitivity: number): DecisionOptions => ({
    mode: "auto",
    consensus: 2,
    sensitivity,
    contamination: 0.1,
    incidentGap: 3,
    rules: noRules,
  });
  expect(decideMany([series[0]], () => options(50))).toEqual([decide(series[0], options(50))]);
  const own = (kpi: string): DecisionOptions => options(kpi === "sales" ? 50 : 20);
  const cutAt = cutsTogether(series);
  expect(decideMany(series, own)).toEqual(series.map((one) => decide(one, { ...own(one.kpi), cutAt })));
  expect(decideMany(series, own)[0].incidents).toMatchObject([{ start: 150, end: 150 }]);
  expect(decideMany([], own)).toEqual([]);
});
