/** Every kind of result shows itself the same after it went to another thread or through a JSON file, in every language. */
import { expect, test } from "vitest";
import {
  backtest,
  compare,
  contributions,
  detect,
  displayOf,
  inject,
  profile,
  stability,
  suggest,
  sweep,
  tableFromColumns,
  whyAt,
} from "../../kernel-lib/src/index.js";
import { languages } from "../../kernel-lib/src/words/language.js";
import { register } from "../../kernel-lib/src/words/register.js";
import { dailyTable, noisyValues } from "../evaluate/made-table.js";

const table = dailyTable({ sales: noisyValues(90, { 60: 150 }) });
const few = { detectors: { isolationForest: { enabled: false }, oneClassSvm: { enabled: false } } };

/** Sales of two stores, of which one jumps. */
const stores = tableFromColumns({
  date: Array.from({ length: 120 }, (_, row) => new Date(Date.UTC(2025, 0, 1 + Math.floor(row / 2)))),
  store: Array.from({ length: 120 }, (_, row) => (row % 2 === 0 ? "North" : "South")),
  sales: Array.from({ length: 120 }, (_, row) => 100 + ((row * 37) % 11) + (row === 80 ? 300 : 0)),
});
const split = { columns: { kpis: ["sales"], segments: ["store"] }, aggregate: { by: "day" } } as const;

test("after a clone and through JSON", async () => {
  const report = await detect(table, few);
  const byStore = await detect(stores, { ...few, ...split });
  const results: Record<string, object> = {
    profile: profile(table),
    comparison: compare(report),
    suggestion: suggest(report),
    why: whyAt(report, { line: 62 })[0],
    sweep: await sweep(table, few, { detector: "zScore", option: "threshold", values: [2, 3] }),
    injection: await inject(table, few, { kinds: ["spike"], sizes: [6], events: 2 }),
    backtest: await backtest(table, few, { looks: 2 }),
    stability: await stability(table, few, { runs: 1 }),
    contributions: contributions(byStore, { from: Date.UTC(2025, 1, 9), to: Date.UTC(2025, 1, 11) }),
  };
  // Reports and tables have ways of their own to and from JSON.
  expect([...Object.keys(results), "report", "table"].sort()).toEqual(Object.keys(register).sort());
  for (const [kind, result] of Object.entries(results))
    for (const language of languages) {
      const told = displayOf(result, language)?.["text/plain"];
      expect(told, kind).toMatch(/\S/);
      expect(displayOf(structuredClone(result), language)?.["text/plain"], kind).toBe(told);
      expect(displayOf(JSON.parse(JSON.stringify(result)), language)?.["text/plain"], kind).toBe(told);
    }
});
