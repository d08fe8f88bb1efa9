import { describe, expect, test } from "vitest";
import { dateEffects, type DateEffects } from "../../../kernel-lib/src/baseline/dates/dates.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const DAYS = 1461;
const times = Float64Array.from({ length: DAYS }, (_, row) => Date.UTC(2015, 0, 1 + row) / 1000);
const dateOf = (row: number): string => new Date(1000 * times[row]).toISOString().slice(0, 10);
const rowOf = (date: string): number => (Date.parse(`${date}T00:00:00Z`) / 1000 - times[0]) / DAY;

/** Effects on noise and so many deviations on some days of the year. */
function learnt(offOf: (monthDay: string) => number, without: readonly string[] = []): DateEffects {
  const random = createRandom("days beside others");
  const z = Float64Array.from(times, (_, row) => 0.3 * random.normal() + offOf(dateOf(row).slice(5)));
  const told = new Float64Array(DAYS).fill(1);
  const weight = told.slice();
  for (const date of without) weight[rowOf(date)] = 0;
  return dateEffects(z, z, weight, times, "years", told);
}

describe("days around a learnt one", () => {
  const christmasAnd =
    (other: string) =>
    (day: string): number =>
      day === "12-25" ? -10 : day === other ? -2 : 0;

  test("are learnt from less than days anywhere, where rows are told that teach nothing", () => {
    expect(learnt(christmasAnd("12-27")).effect[rowOf("2016-12-27")]).toBeLessThan(-1);
    expect(learnt(christmasAnd("06-10")).effect[rowOf("2016-06-10")]).toBe(0);
    expect(learnt(christmasAnd("12-29")).effect[rowOf("2016-12-29")]).toBe(0);
  });

  test("are told by the day, not by the weekdays that hold them all", () => {
    const trade = learnt((day) => (day >= "12-01" && day <= "12-24" ? 25 : 0));
    expect(trade.learnt.length).toBe(24);
    expect(new Set(trade.learnt.map(({ key }) => key))).toEqual(new Set(["fixed"]));
  });
});

describe("what the other years leave open of a date", () => {
  const holiday = (day: string): number => (day === "12-25" ? -10 : 0);

  test("is a variance of one over their number", () => {
    const { doubt } = learnt(holiday);
    expect(doubt[rowOf("2016-12-25")]).toBeCloseTo(1 / 3, 12);
    expect(doubt[rowOf("2016-12-24")]).toBe(0);
  });

  test("a row that teaches nothing is told by all others", () => {
    const { effect, doubt, touched } = learnt(holiday, ["2016-12-25"]);
    expect(effect[rowOf("2016-12-25")]).toBeCloseTo(-10, 0);
    expect(doubt[rowOf("2016-12-25")]).toBeCloseTo(1 / 3, 12);
    expect(touched[rowOf("2016-12-25")]).toBe(1);
  });
});
