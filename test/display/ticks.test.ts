import { expect, test } from "vitest";
import { dateTicks, numberTicks } from "../../kernel-lib/src/display/ticks.js";

const labels = (ticks: readonly { label: string }[]): string[] => ticks.map(({ label }) => label);
const day = 86_400_000;

test.each([
  [0, 10, 5, ["0", "2", "4", "6", "8", "10"]],
  [-0.3, 0.31, 4, ["−0.2", "0", "0.2"]],
  [14_000, 41_000, 5, ["20k", "30k", "40k"]],
  [0, 2.5e6, 5, ["0", "500k", "1.0M", "1.5M", "2.0M", "2.5M"]],
  [3, 3, 5, ["3"]],
  [0, 1.1e10, 3, ["0", "5B", "10B"]],
  [0, 4e12, 2, ["0", "2T", "4T"]],
])("round numbers from %d to %d", (low, high, count, expected) => {
  expect(labels(numberTicks(low, high, count))).toEqual(expected);
});

test("days within a month, months within a year, years within decades", () => {
  expect(labels(dateTicks(Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 5), 4))).toEqual([
    "1 Jan 2024",
    "2 Jan",
    "3 Jan",
    "4 Jan",
    "5 Jan",
  ]);
  expect(labels(dateTicks(Date.UTC(2024, 0, 15), Date.UTC(2024, 6, 1), 6))).toEqual([
    "Feb 2024",
    "Mar 2024",
    "Apr 2024",
    "May 2024",
    "Jun 2024",
    "Jul 2024",
  ]);
  expect(labels(dateTicks(Date.UTC(1958, 2, 1), Date.UTC(2020, 3, 1), 6))).toEqual(["1960", "1980", "2000", "2020"]);
});

test("hours carry the day at midnight, weeks begin on Mondays", () => {
  expect(labels(dateTicks(Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2), 4))).toEqual([
    "1 Jan 2024",
    "06:00",
    "12:00",
    "18:00",
    "2 Jan",
  ]);
  expect(dateTicks(0, 40 * day, 6).map(({ at }) => new Date(at).getUTCDay())).toEqual([1, 1, 1, 1, 1, 1]);
});

test("the year is told where it changes, the day where only the clock would be", () => {
  expect(labels(dateTicks(Date.UTC(2023, 11, 30), Date.UTC(2024, 0, 2), 4))).toEqual([
    "30 Dec 2023",
    "31 Dec",
    "1 Jan 2024",
    "2 Jan",
  ]);
  expect(labels(dateTicks(Date.UTC(2024, 0, 1, 10), Date.UTC(2024, 0, 1, 20), 2))).toEqual([
    "12:00, 1 Jan 2024",
    "18:00",
  ]);
});

test("years before 100 and far apart stay finite", () => {
  expect(dateTicks(Date.UTC(-2000, 0, 1), Date.UTC(4000, 0, 1), 5).length).toBeLessThanOrEqual(100);
});
