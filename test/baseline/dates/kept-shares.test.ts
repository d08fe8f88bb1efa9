import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const DAYS = 1461;
const times = Float64Array.from({ length: DAYS }, (_, row) => Date.UTC(2015, 0, 1 + row) / 1000);
const dateOf = (row: number): string => new Date(1000 * times[row]).toISOString().slice(0, 10);
const HOLIDAYS = new Set(["01-01", "05-01", "10-03", "12-25", "12-26"]);
const WEEK = [1.02, 1.05, 1.03, 1, 1, 0.25, 0.2];
const weekdayOf = (row: number): number => (row + 3) % 7;
const isWeekend = (row: number): boolean => weekdayOf(row) > 4;

/** Four years of days that grow, with what there is on a holiday. */
function year(onHoliday: (usual: number, row: number) => number, open = ""): ReturnType<typeof baseline> {
  const random = createRandom("what is kept on dates");
  const values = Float64Array.from(times, (_, row) => {
    const usual = 800 * (1 + row / 3000) * WEEK[weekdayOf(row)] * Math.exp(0.04 * random.normal());
    const date = dateOf(row);
    return HOLIDAYS.has(date.slice(5)) && date !== open ? onHoliday(usual, row) : usual;
  });
  return baseline({ values, step: DAY, times, excluded: null });
}

const rowsOf = ({ findings }: ReturnType<typeof baseline>): string[] => findings.map(({ start }) => dateOf(start));
const afterGrowth = (row: number): number => 800 * (1 + row / 3000);

describe("what is left of the week on holidays", () => {
  test("nothing: each holiday is like a Sunday, whatever its weekday", () => {
    const asSunday = (usual: number, row: number): number => (usual * WEEK[6]) / WEEK[weekdayOf(row)];
    expect(rowsOf(year(asSunday))).toEqual([]);
    expect(rowsOf(year(asSunday, "2017-05-01"))).toContain("2017-05-01");
  });

  test("some: weekends lose less by them than other days", () => {
    const less = (usual: number, row: number): number => usual * (isWeekend(row) ? 0.75 : 0.25);
    expect(rowsOf(year(less))).toEqual([]);
    expect(rowsOf(year(less, "2018-10-03"))).toContain("2018-10-03");
  });

  test("all: a holiday that is missing on a Sunday is no sign that Sundays lose nothing", () => {
    expect(rowsOf(year((usual) => 0.5 * usual, "2016-05-01"))).toContain("2016-05-01");
    expect(rowsOf(year((usual) => 0.5 * usual, "2016-01-01"))).toContain("2016-01-01");
  });

  test("all: each day loses as much", () => {
    expect(rowsOf(year((usual) => 0.4 * usual))).toEqual([]);
  });
});

test("on closed days nothing is left, although the series grows, and a day that is not closed is told", () => {
  expect(rowsOf(year(() => 0))).toEqual([]);
  expect(rowsOf(year(() => 0, "2017-10-03"))).toContain("2017-10-03");
});

test("what would be expected without the dates goes on through them, and deviations there count no more than elsewhere", () => {
  const { expected, undated, dates } = year((usual) => 0.4 * usual);
  const christmas = dates.find(({ key, value }) => key === "fixed" && value === 1225)!;
  for (const row of christmas.rows) {
    expect(undated!.expected[row] / (afterGrowth(row) * WEEK[weekdayOf(row)])).toBeCloseTo(1, 1);
    expect(Math.abs(expected[row] / undated!.expected[row] - 0.4)).toBeLessThan(0.1);
    expect(undated!.share[row]).toBeCloseTo(Math.sqrt(3 / 4), 6);
  }
  expect(undated!.share[100]).toBe(1);
});
