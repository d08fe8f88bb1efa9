import { expect, test } from "vitest";
import { withoutTwins } from "../../../kernel-lib/src/baseline/dates/twins.js";

const DAY = 86_400;
const times = Float64Array.from({ length: 1096 }, (_, row) => Date.UTC(2014, 0, 1 + row) / 1000);
const rowOf = (date: string): number => (Date.parse(`${date}T00:00:00Z`) / 1000 - times[0]) / DAY;

/** Dates that get no weight when these are so far off. */
function twins(far: Readonly<Record<string, number>>): string[] {
  const z = new Float64Array(times.length);
  for (const [date, value] of Object.entries(far)) z[rowOf(date)] = value;
  const weight = withoutTwins(z, new Float64Array(times.length).fill(1), times, "years");
  return Array.from(weight.keys())
    .filter((row) => weight[row] === 0)
    .map((row) => new Date(1000 * times[row]).toISOString().slice(0, 10));
}

test("rows that are far off on the same date of another year tell no tail", () => {
  expect(twins({ "2014-12-25": -5, "2016-12-25": -4, "2015-03-10": 9 })).toEqual(["2014-12-25", "2016-12-25"]);
  expect(twins({ "2014-04-20": 5, "2015-04-05": 5 })).toEqual(["2014-04-20", "2015-04-05"]);
});

test("rows that are off on the other side, little, or once are no twins", () => {
  expect(twins({ "2014-12-25": -5, "2015-12-25": 5 })).toEqual([]);
  expect(twins({ "2014-12-25": -5, "2015-12-25": -2 })).toEqual([]);
  expect(twins({ "2014-12-25": -5 })).toEqual([]);
});
