import { whyReason } from "../../kernel-lib/src/words/analyses/why.js";
import { expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { tableFromColumns } from "../../kernel-lib/src/adapters/table-from-columns.js";
import { neededSensitivity, whyAt } from "../../kernel-lib/src/evaluate/why-at.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { rethreshold } from "../../kernel-lib/src/rethreshold.js";

const random = createRandom(5);
const values = Array.from({ length: 200 }, (_, i) =>
  i === 120 ? 160 : 100 + 20 * Number(i % 7 > 4) + random.normal(),
);
const rows = values.map(
  (value, i) => `${new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)},${i === 50 ? "" : value.toFixed(2)}`,
);
const table = readTable(`date,sales\n${rows.join("\n")}\n`);

test("tells a flagged row from an unflagged one, and what would flag it", async () => {
  const report = await detect(table);
  const [flagged] = whyAt(report, { line: 122 });
  expect(flagged).toMatchObject({ kpi: "sales", line: 122, value: 160, flagged: true });
  expect(whyReason(flagged)).toBe("Part of incident 1.");
  const [quiet] = whyAt(report, { time: Date.UTC(2024, 0, 81) });
  expect(quiet).toMatchObject({ line: 82, flagged: false });
  expect(whyReason(quiet)).toMatch(
    /^\d\.\d times the usual deviation from expected; its score is [\d.]+, [\d.]+ is needed\.$/,
  );
  expect(quiet.value).toBeGreaterThan(quiet.lower);
  expect(whyAt(report, { line: 52 })[0].because).toEqual({ kind: "missing" });
});

test("speaks of votes where votes decide, and of rules that silence", async () => {
  const report = await detect(table, {
    mode: "vote",
    consensus: 2,
    detectors: {
      isolationForest: { enabled: false },
      oneClassSvm: { enabled: false },
      localOutlierFactor: { enabled: false },
    },
  });
  expect(whyAt(report, { line: 122 })[0].flagged).toBe(true);
  expect(whyAt(report, { line: 82 })[0].because).toEqual({ kind: "votes", votes: 0, needed: 2 });
  const silenced = await detect(table, { rules: { sales: { direction: "down" } } });
  expect(whyAt(silenced, { line: 122 })[0]).toMatchObject({ flagged: false, neededSensitivity: NaN });
});

test("refuses a row without a value of any KPI", async () => {
  const report = await detect(table);
  expect(() => whyAt(report, { line: 1 })).toThrow(expect.objectContaining({ code: "bad_option" }));
});

test("the sensitivity that would flag a row is the least one that does, also among several KPIs", async () => {
  const days = Array.from({ length: 150 }, (_, i) => i);
  const several = tableFromColumns({
    date: days.map((i) => new Date(Date.UTC(2024, 0, 1) + i * 86_400_000)),
    // Noise with a few spikes of growing size, so that rows need sensitivities of all sizes.
    ...Object.fromEntries(
      [1, 2, 3].map((kpi) => [
        `kpi${kpi}`,
        days.map((i) => kpi * (random.normal() + (i % 30 === 10 * kpi - 1 ? 3 + i / 50 : 0))),
      ]),
    ),
  });
  const report = await detect(several, { sensitivity: 20 });
  const tried: number[] = [];
  for (const series of report.series) {
    const highest = [...series.combined.keys()].sort((a, b) => series.combined[b] - series.combined[a]).slice(0, 12);
    for (const point of highest) {
      const needed = neededSensitivity(report, series, point);
      if (!(needed > 0)) continue;
      const flagAt = (sensitivity: number): number | undefined =>
        rethreshold(report, { sensitivity }).series.find(({ kpi }) => kpi === series.kpi)?.flags[point];
      expect([flagAt(needed - 1), flagAt(needed), flagAt(100)]).toEqual([0, 1, 1]);
      tried.push(needed);
    }
  }
  expect(new Set(tried).size).toBeGreaterThan(2);
});
