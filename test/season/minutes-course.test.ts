import { describe, expect, test } from "vitest";
import { regularGrid } from "../../kernel-lib/src/season/even-grid.js";
import { candidatePeriods } from "../../kernel-lib/src/season/candidate-periods.js";
import { minutesCourse, type Course } from "../../kernel-lib/src/season/minutes-course.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { evenSeries } from "../bench/generated/labelled-series.js";

const ROWS_OF_DAY = 96;
const DAYS = 16;
const FIRST = Date.UTC(2024, 2, 7);
const time = Float64Array.from({ length: DAYS * ROWS_OF_DAY }, (_, row) => FIRST + row * 900_000);
const isWeekend = (row: number): boolean => [0, 6].includes(new Date(time[row]).getUTCDay());

/** Sixteen days of quarter hours from a Thursday on, weekends a share lower from midnight to midnight. */
function courseOf(weekend: number, seed: number, change: (values: Float64Array) => void = () => {}): Course {
  const random = createRandom(seed);
  const values = Float64Array.from(time, (_, row) => {
    const day = 1 + 0.3 * Math.cos((2 * Math.PI * (row % ROWS_OF_DAY)) / ROWS_OF_DAY);
    return 800 * day * (isWeekend(row) ? weekend : 1) * (1 + 0.02 * random.normal());
  });
  change(values);
  const grid = regularGrid({ ...evenSeries("load", values, 900), time });
  const periods = candidatePeriods(grid, values.length, null);
  return minutesCourse(values, new Uint8Array(values.length), time, grid, periods, false);
}

const begins = Array.from(time.keys()).filter((row) => row > 0 && isWeekend(row) !== isWeekend(row - 1));
/** Largest step of the course, in parts of its level, at the midnights at which weekends begin and end. */
const stepAtMidnight = ({ shrunk }: Course): number =>
  Math.max(...begins.map((row) => Math.abs(shrunk[row] / shrunk[row - 1] - 1)));

describe("weekends in two weeks of quarter hours", () => {
  test("begin and end without a step", () => {
    expect(begins.length).toBe(4);
    for (const seed of [1, 2, 3]) expect(stepAtMidnight(courseOf(0.8, seed))).toBeLessThan(0.09);
  });

  test("leave an outage at a weekend as far off as any", () => {
    const begin = begins[2] + 40;
    const { standardised: z } = courseOf(0.8, 4, (values) => values.fill(0, begin, begin + 4));
    for (let row = begin; row < begin + 4; row++) expect(z[row]).toBeLessThan(-6);
  });
});
