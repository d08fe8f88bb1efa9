import { expect, test } from "vitest";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { profileWithWords } from "../../kernel-lib/src/words/analyses/profile.js";

const minute = 60_000;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

test("of receipts that come when they come no moment is said to lack; a constant column is told once", () => {
  let time = Date.UTC(2024, 0, 1, 9);
  const rows = Array.from({ length: 200 }, (_, row) => {
    time += Math.ceil(1 + 90 * scatter(row)) * minute;
    return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")},${(50 + 9 * scatter(row + 0.5)).toFixed(2)},4.76`;
  });
  const {
    alerts,
    insights,
    time: told,
  } = profileWithWords(profile(readTable(`time,amount,margin\n${rows.join("\n")}\n`)));
  expect(told.gapCount).toBe(0);
  expect(told.text).toMatch(/, at irregular intervals, without repetitions\.$/);
  expect(insights.map(({ text }) => text).join(" ")).not.toContain("no row at all");
  expect(alerts.filter((alert) => alert.includes("margin"))).toEqual(['"margin" is the same in every row.']);
});

test("what is true of several columns is one sentence and one thing to look at", () => {
  const rows = Array.from({ length: 200 }, (_, row) => {
    const value = (seed: number): string => (row % 19 === 3 ? "-200" : (50 + 5 * scatter(row * 3 + seed)).toFixed(1));
    return `${new Date(Date.UTC(2024, 0, 1) + row * 1440 * minute).toISOString().slice(0, 10)},${value(0)},${value(1)},${value(2)}`;
  });
  const { alerts, sentences } = profileWithWords(profile(readTable(`date,co,no2,o3\n${rows.join("\n")}\n`)));
  expect(alerts.filter((alert) => alert.includes('may mean "no value"'))).toHaveLength(1);
  expect(sentences.at(-1)).toContain(alerts.length === 1 ? "One thing deserves" : `${alerts.length} things deserve`);
});

test("series that stand one below the other are each in the order of time", () => {
  const rows = ["a", "b"].flatMap((key) =>
    Array.from({ length: 60 }, (_, row) => {
      const date = new Date(Date.UTC(2024, 0, 1) + row * 1440 * minute).toISOString().slice(0, 10);
      return `${key},${date},${(50 + 5 * scatter(row)).toFixed(1)}`;
    }),
  );
  expect(profile(readTable(`shop,date,sales\n${rows.join("\n")}\n`)).time.order).toBe("ascending");
});
