import { expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const HOUR = 3600;
const START = Date.UTC(2015, 0, 1) / 1000;
const HOLIDAYS = ["1-1", "5-1", "7-4", "10-3", "12-25"];

/** Three years of hours with a day and a weekend; on five holidays a third is missing from 7 to 20, and nothing at night. */
function load(): { values: Float64Array; times: Float64Array; isHoliday: (row: number) => boolean } {
  const random = createRandom("load");
  const times = Float64Array.from({ length: 3 * 365 * 24 }, (_, i) => START + i * HOUR);
  const isHoliday = (row: number): boolean => {
    const date = new Date(times[row] * 1000);
    return HOLIDAYS.includes(`${date.getUTCMonth() + 1}-${date.getUTCDate()}`);
  };
  const values = times.map((_, i) => {
    const hour = i % 24;
    const weekend = Math.floor(i / 24) % 7 > 4 ? 0.9 : 1;
    const closed = isHoliday(i) && hour >= 7 && hour < 20 ? 0.67 : 1;
    return (
      900 * (1 + 0.3 * Math.sin((2 * Math.PI * (hour - 8)) / 24)) * weekend * closed * (1 + 0.03 * random.normal())
    );
  });
  return { values, times, isHoliday };
}

test("a date that is learnt from hours is different in its hours, and not at midnight", () => {
  const { values, times, isHoliday } = load();
  const { expected, dates, findings } = baseline({ values, step: HOUR, times, excluded: null });
  expect(dates.length).toBeGreaterThanOrEqual(HOLIDAYS.length);
  const rows = Array.from(values.keys()).filter(isHoliday);
  const off = (of: (hour: number) => boolean): number => {
    const own = rows.filter((row) => of(row % 24)).map((row) => expected[row] / values[row] - 1);
    return own.reduce((sum, each) => sum + each, 0) / own.length;
  };
  expect(Math.abs(off((hour) => hour < 7 || hour >= 20))).toBeLessThan(0.03);
  expect(Math.abs(off((hour) => hour >= 7 && hour < 20))).toBeLessThan(0.05);
  expect(findings).toEqual([]);
});
