import { describe, expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { backtest } from "../../kernel-lib/src/evaluate/backtest/backtest.js";
import { contributions } from "../../kernel-lib/src/evaluate/drivers/contributions.js";
import { stability } from "../../kernel-lib/src/evaluate/stability/stability.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { dailyTable } from "./made-table.js";

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1);
const WEEK = [1, 1.02, 1.05, 1.1, 1.2, 0.8, 0.6];

/** Days with a week on a level that is 30 % lower from a row on. */
function fallen(rows: number, from: number): Float64Array {
  const random = createRandom("fallen");
  return Float64Array.from(
    { length: rows },
    (_, i) => 1000 * WEEK[i % 7] * (i < from ? 1 : 0.7) * (1 + 0.03 * random.normal()),
  );
}

/** Three stores over 400 days; the second loses half of its sales for 60 days. */
function lossOfAStore(from: number, to: number): string {
  const random = createRandom("loss");
  const rows = Array.from({ length: 400 }, (_, i) => {
    const day = new Date(FIRST + i * DAY).toISOString().slice(0, 10);
    return ["north", "south", "west"]
      .map((store) => {
        const lost = store === "south" && i >= from && i < to ? 0.5 : 1;
        return `${day},${store},${(300 * WEEK[i % 7] * lost * (1 + 0.03 * random.normal())).toFixed(1)}`;
      })
      .join("\n");
  });
  return `day,store,sales\n${rows.join("\n")}\n`;
}

const auto = { mode: "auto", votes: false } as const;

describe("a level that changes", () => {
  test("is known to a backtest at the first look of the week after, on its day", async () => {
    const { series } = await backtest(dailyTable({ sales: fallen(300, 220) }), auto, { looks: 20, warmUp: 0.5 });
    const [event] = series[0].events.filter(({ start }) => Math.abs(start - 220) <= 1);
    expect(event).toBeDefined();
    expect(event.delayRows).toBeLessThanOrEqual(14);
    // Once it has lasted it is normal: nothing more is alarmed.
    expect(series[0].alarms.filter(({ point }) => point > 240)).toEqual([]);
  }, 60_000);

  test("is found by the refits of stability, whatever is hidden or drawn anew", async () => {
    const table = dailyTable({ sales: fallen(300, 150) });
    const { series } = await stability(table, auto, { runs: 3, kinds: ["seeds", "blockDrop", "noise"] });
    const [change] = series[0].anomalies.filter(({ start }) => Math.abs(start - 150) <= 1);
    expect(change.confidence).toBeGreaterThanOrEqual(0.85);
  }, 60_000);
});

describe("what drove a loss of two months", () => {
  test("is told against a baseline that has not followed it", async () => {
    const table = readTable(lossOfAStore(200, 260));
    const report = await detect(table, { ...auto, columns: { segments: ["store"] } });
    const [from, to] = [FIRST + 200 * DAY, FIRST + 259 * DAY];
    const told = contributions(report, { from, to });
    // A sixth of the total is lost, and all of it in the second store.
    expect(told.deviation / told.expected).toBeCloseTo(-1 / 6, 1.5);
    expect(told.segments[0].segment).toBe("south");
    expect(told.segments[0].actual / told.segments[0].expected).toBeGreaterThan(0.47);
    expect(told.segments[0].actual / told.segments[0].expected).toBeLessThan(0.53);
    expect(told.segments[0].share).toBeGreaterThan(0.9);
    expect(told.segments[0].cause).toBeGreaterThan(0.95);
  }, 60_000);
});
