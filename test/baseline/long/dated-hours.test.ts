import { expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const HOUR = 3600;
const times = Float64Array.from({ length: 3 * 8766 }, (_, row) => Date.UTC(2015, 0, 1, row) / 1000);
/** Share of the usual that is left on a date. */
const LEFT: Readonly<Record<string, number>> = { "01-01": 0.3, "05-01": 0.7, "08-15": 0.5, "12-25": 0.3 };

test("in hours of little noise a date takes all that it takes, however many deviations that are", () => {
  const random = createRandom("holidays in hours");
  const usual = Float64Array.from(times, (_, row) => 1000 * (1 + 0.4 * Math.sin((2 * Math.PI * (row % 24)) / 24)));
  const left = Array.from(times, (time) => LEFT[new Date(1000 * time).toISOString().slice(5, 10)] ?? 1);
  const values = usual.map((value, row) => value * left[row] * Math.exp(0.03 * random.normal()));
  const { expected, findings } = baseline({ values, step: HOUR, times, excluded: null });
  for (let row = 0; row < values.length; row++)
    if (left[row] < 1) expect(Math.abs(Math.log(expected[row] / (usual[row] * left[row])))).toBeLessThan(0.25);
  expect(findings.filter(({ start }) => left[start] < 1)).toEqual([]);
});

const weekdayOf = (time: number): number => (Math.floor(time / 86_400) + 3) % 7;
const dayOf = (time: number): string => new Date(1000 * time).toISOString().slice(0, 10);

test("occurrences that differ among themselves are no events, and the one that is missing is", () => {
  const random = createRandom("holidays that differ");
  const level = new Map<string, number>();
  const left = Array.from(times, (time) => {
    const day = dayOf(time);
    const share = LEFT[day.slice(5)];
    if (share === undefined || day === "2016-08-15") return 1;
    if (!level.has(day)) level.set(day, share * (1 + 0.04 * random.normal()));
    return level.get(day)!;
  });
  const values = times.map(
    (_, row) =>
      1000 * (1 + 0.4 * Math.sin((2 * Math.PI * (row % 24)) / 24)) * left[row] * Math.exp(0.03 * random.normal()),
  );
  const { findings } = baseline({ values, step: HOUR, times, excluded: null });
  const found = new Set(findings.map(({ start, end }) => dayOf(times[(start + end) >> 1])));
  expect([...found]).toEqual(["2016-08-15"]);
});

test("a holiday runs like a Sunday, whichever day it falls on", () => {
  const random = createRandom("holidays like Sundays");
  const weekend = (hour: number): number => 0.2 + 0.6 * Math.exp(-(((hour - 14) / 4) ** 2));
  const other = (hour: number): number =>
    0.2 + Math.exp(-(((hour - 8) / 2) ** 2)) + Math.exp(-(((hour - 17) / 2) ** 2));
  const usual = Float64Array.from(times, (time, row) => {
    const isOff = weekdayOf(time) > 4 || LEFT[dayOf(time).slice(5)] !== undefined;
    return 1000 * (isOff ? weekend : other)(row % 24);
  });
  const values = usual.map((value) => value * Math.exp(0.03 * random.normal()));
  const { expected, findings } = baseline({ values, step: HOUR, times, excluded: null });
  for (let row = 0; row < values.length; row++)
    if (LEFT[dayOf(times[row]).slice(5)] !== undefined)
      expect(Math.abs(Math.log(expected[row] / usual[row]))).toBeLessThan(0.25);
  expect(findings.filter(({ start }) => LEFT[dayOf(times[start]).slice(5)] !== undefined)).toEqual([]);
});
