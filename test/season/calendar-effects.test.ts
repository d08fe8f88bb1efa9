import { describe, expect, it } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import type { SeasonChoice } from "../../kernel-lib/src/config/config.js";
import { analyseSeason } from "../../kernel-lib/src/season/season.js";
import { evenSeries } from "../bench/generated/labelled-series.js";

const DAY = 86_400;

/** Days from 2018-01-01 with noise of deviation 1. */
function days(length: number, seed: number, value: (date: Date, i: number) => number): ReturnType<typeof evenSeries> {
  const random = createRandom(seed);
  const at = (i: number): Date => new Date(Date.UTC(2018, 0, 1) + i * DAY * 1000);
  return evenSeries(
    "sales",
    Float64Array.from({ length }, (_, i) => value(at(i), i) + random.normal()),
    DAY,
  );
}

const acceptedOf = (series: ReturnType<typeof evenSeries>): string[] =>
  analyseSeason(series)!.periods.flatMap(({ label, accepted }) => (accepted ? [label] : []));
const daysLeft = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - date.getUTCDate();

describe("seasons of the calendar", () => {
  it("find a payday beside the week", () => {
    const series = days(
      800,
      1,
      (date) => 50 + 6 * Number(date.getUTCDay() === 6) + 10 * Number(date.getUTCDate() === 15),
    );
    expect(acceptedOf(series)).toEqual(["week", "day of month"]);
    const season = analyseSeason(series)!;
    const payday = season.remainder.filter((_, i) => new Date(series.time[i]).getUTCDate() === 15);
    expect(Math.max(...payday.map(Math.abs))).toBeLessThan(5);
  });

  it("find the last days of a month, however long it is", () => {
    expect(acceptedOf(days(1100, 2, (date) => 50 + 8 * Number(daysLeft(date) < 2)))).toEqual(["month end"]);
  });

  it("find months of the year that begin and end at once", () => {
    const levels = [0, 0, 30, -20, 15, -30, 25, 0, -25, 20, -15, 40];
    expect(acceptedOf(days(1600, 3, (date) => 100 + levels[date.getUTCMonth()]))).toContain("month of year");
  });

  it("are refused where there are none", () => {
    for (let seed = 10; seed < 20; seed++) expect(acceptedOf(days(1200, seed, () => 0))).toEqual([]);
    const one = days(800, 4, (_, i) => (i === 400 ? 60 : 0));
    expect(acceptedOf(one)).toEqual([]);
    expect(analyseSeason(one)!.remainder[400]).toBeGreaterThan(50);
  });

  it("are taken, or left out, where the season is set by hand", () => {
    const noise = days(1200, 7, () => 0);
    const set = (choice: SeasonChoice): string[] =>
      analyseSeason(noise, null, choice)!.periods.flatMap(({ label, accepted }) => (accepted ? [label] : []));
    expect(set(["month"])).toHaveLength(1);
    expect(set(["week", "year"])).toEqual(["week", "month of year"]);
    expect(set([])).toEqual([]);
  });

  it("are looked for in weeks and months as a year", () => {
    const weekly = days(300, 5, (_, i) => 10 * Math.sin((2 * Math.PI * i) / 52));
    expect(
      acceptedOf({ ...weekly, time: weekly.time.map((_, i) => Date.UTC(2015, 0, 4) + i * 7 * DAY * 1000) }),
    ).toEqual(["year"]);
    const monthly = days(96, 6, (_, i) => 10 * Math.sin((2 * Math.PI * i) / 12));
    expect(acceptedOf({ ...monthly, time: monthly.time.map((_, i) => Date.UTC(2015, i, 1)) })).toEqual(["year"]);
  });
});

describe("a period that no clock knows", () => {
  it.each([
    [17, "17 rows"],
    [2.6, "13 rows (5 waves of 2.6)"],
  ])("of %d days is found where the week is refused", (period, label) => {
    const series = days(730, 7, (_, i) => 100 + 8 * Math.sin((2 * Math.PI * i) / period));
    expect(acceptedOf(series)).toEqual([label]);
    expect(Math.max(...analyseSeason(series)!.standardised.map(Math.abs))).toBeLessThan(6);
  });

  it("is not found in noise or a walk", () => {
    let level = 0;
    const random = createRandom(8);
    expect(acceptedOf(days(900, 8, () => 0))).toEqual([]);
    expect(acceptedOf(days(900, 9, () => (level += random.normal())))).toEqual([]);
  });
});
