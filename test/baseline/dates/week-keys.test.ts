import { expect, test } from "vitest";
import { NONE } from "../../../kernel-lib/src/baseline/dates/civil-day.js";
import { weekColumns } from "../../../kernel-lib/src/baseline/dates/week-keys.js";

const weeksOf = (...days: string[]): Record<string, number[]> => {
  const columns = weekColumns(Float64Array.from(days, (day) => Date.parse(day) / 1000));
  const names = ["week", "first", "last", "thursday", "held", "easter", "iso"];
  return Object.fromEntries(columns.map(({ values }, k) => [names[k], Array.from(values)]));
};

test("the week that holds Christmas and the one that holds New Year are the same each year, leap years included", () => {
  const { held } = weeksOf("2021-12-20", "2022-12-19", "2023-12-25", "2024-12-23", "2025-12-22");
  expect(held).toEqual([1225, 1225, 1225, 1225, 1225]);
  expect(weeksOf("2021-12-27", "2023-01-01", "2024-01-01", "2024-12-30").held).toEqual([101, 101, 101, 101]);
});

test("a promotion in the week of the second Monday, Thanksgiving, a Sunday in a month", () => {
  expect(weeksOf("2021-02-08", "2022-02-14", "2023-02-13").first).toEqual([210, 210, 210]);
  expect(weeksOf("2021-11-22", "2022-11-21", "2023-11-20").thursday).toEqual([1133, 1133, 1133]);
  expect(weeksOf("2021-05-03", "2022-05-02", "2023-05-08").last).toEqual([516, 516, 516]);
});

test("Easter and Whitsun by the Sunday that a week holds, from the week before Easter on", () => {
  expect(weeksOf("2021-03-29", "2022-04-11", "2023-04-03").easter).toEqual([0, 0, 0]);
  expect(weeksOf("2021-03-15", "2021-03-22", "2021-05-17", "2021-09-06").easter).toEqual([NONE, -7, 49, NONE]);
});

test("the number of a week is that of ISO 8601 from Mondays on, by the year that holds its Thursday", () => {
  expect(weeksOf("2018-12-31", "2020-12-28", "2021-01-04", "2024-12-30").iso).toEqual([0, 52, 0, 0]);
  expect(weeksOf("2019-06-10", "2020-06-08", "2021-06-14").iso).toEqual([23, 23, 23]);
});
