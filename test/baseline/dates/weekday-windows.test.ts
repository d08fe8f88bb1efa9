import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { NONE } from "../../../kernel-lib/src/baseline/dates/civil-day.js";
import { farWindows, weekdayWindows } from "../../../kernel-lib/src/baseline/dates/weekday-windows.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const secondsOf = (...days: string[]): Float64Array => Float64Array.from(days, (day) => Date.parse(day) / 1000);
const MIDSUMMER = ["2015-06-19", "2016-06-24", "2017-06-23", "2018-06-22"];
const FRIDAY_FROM_19_JUNE = 6194;

describe("the first weekday from a date on", () => {
  test("Midsummer Eve is the third or the fourth Friday of June, and one day", () => {
    const same = weekdayWindows(secondsOf(...MIDSUMMER)).filter(({ values }) => values.every((v) => v === values[0]));
    expect(same.map(({ values }) => values[0])).toContain(FRIDAY_FROM_19_JUNE);
  });

  test("each day is that of seven dates, those of the year before left out", () => {
    const all = (day: string): number[] => weekdayWindows(secondsOf(day)).map(({ values }) => values[0]);
    expect(all("2016-06-24").sort()).toEqual([6184, 6194, 6204, 6214, 6224, 6234, 6244]);
    expect(all("2016-01-03").filter((value) => value !== NONE)).toHaveLength(3);
  });

  const start = Date.UTC(2015, 0, 1) / 1000;
  const times = Float64Array.from({ length: 1461 }, (_, i) => start + i * DAY);
  const rows = [...secondsOf(...MIDSUMMER)].map((time) => (time - start) / DAY);

  test("is looked at only where half of the years are far off on one side", () => {
    const weight = new Float64Array(1461).fill(1);
    const z = new Float64Array(1461);
    const windows = (): (number | undefined)[] => farWindows(times, z, weight, 4).map(({ values }) => values[rows[0]]);
    z[rows[0]] = -9;
    expect(windows()).toEqual([]);
    z[rows[1]] = 9;
    expect(windows()).toEqual([]);
    z[rows[2]] = z[rows[3]] = -9;
    expect(windows()).toContain(FRIDAY_FROM_19_JUNE);
  });

  test("is learnt as a date, and told where it is missing", () => {
    const valuesWith = (missing: number): Float64Array => {
      const random = createRandom("midsummer");
      return Float64Array.from(
        times,
        (_, i) => (500 + (i % 7 > 4 ? -100 : 0)) * (rows.includes(i) && i !== missing ? 0.5 : 1) + 12 * random.normal(),
      );
    };
    const found = (missing: number): ReturnType<typeof baseline> =>
      baseline({ values: valuesWith(missing), step: DAY, times, excluded: null });
    // The Fridays from 18 June on are the same in these years.
    expect(found(-1).dates.map(({ key, value }) => [key, value])).toEqual([["weekdayFrom", 6184]]);
    expect(found(-1).findings).toEqual([]);
    expect(found(rows[2]).findings.map(({ start: row }) => row)).toContain(rows[2]);
  });
});
