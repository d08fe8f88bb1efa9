import { expect, test } from "vitest";
import { findCadence } from "../../kernel-lib/src/season/cadence.js";
import { insertMissingRows } from "../../kernel-lib/src/season/whole-series.js";
import type { Series } from "../../kernel-lib/src/table.js";

const DAY = 86_400_000;
const monday = Date.UTC(2024, 0, 1);

function seriesAt(moments: readonly number[]): Series {
  const time = Float64Array.from(moments);
  return {
    kpi: "load",
    key: "",
    records: Uint32Array.from(moments, (_, i) => i),
    time,
    dated: true,
    values: Float64Array.from(moments, (_, i) => i),
    cadence: findCadence([time]),
  };
}

const days = (count: number, has: (day: number) => boolean): number[] =>
  Array.from({ length: count }, (_, day) => day)
    .filter(has)
    .map((day) => monday + day * DAY);
const dates = (series: Series): string[] =>
  Array.from(series.time, (time) => new Date(time).toISOString().slice(0, 10));

test("days that the file lacks are put in without a value, and every point is found again", () => {
  const given = seriesAt(days(60, (day) => day < 20 || day > 22));
  const { series, rows } = insertMissingRows(given);
  expect(dates(series)).toEqual(dates(seriesAt(days(60, () => true))));
  expect(Array.from(series.values.slice(19, 25))).toEqual([19, NaN, NaN, NaN, 20, 21]);
  expect(Array.from(rows!, (row) => series.time[row])).toEqual([...given.time]);
});

test("weekends and nights without business are not missing; a holiday is", () => {
  const weekday = (day: number): boolean => day % 7 < 5;
  expect(insertMissingRows(seriesAt(days(90, weekday))).rows).toBeNull();
  const { series } = insertMissingRows(seriesAt(days(90, (day) => weekday(day) && day !== 30)));
  expect(dates(series)).toEqual(dates(seriesAt(days(90, weekday))));
  const open = Array.from({ length: 30 * 24 }, (_, hour) => hour).filter((hour) => hour % 24 >= 8 && hour % 24 < 20);
  expect(insertMissingRows(seriesAt(open.map((hour) => monday + hour * 3_600_000))).rows).toBeNull();
  const closedOnce = open.filter((hour) => hour !== 250);
  expect(insertMissingRows(seriesAt(closedOnce.map((hour) => monday + hour * 3_600_000))).series.time.length).toBe(
    open.length,
  );
});

test("months are counted by the calendar", () => {
  const months = Array.from({ length: 40 }, (_, month) => month).filter((month) => month < 10 || month > 12);
  const { series } = insertMissingRows(seriesAt(months.map((month) => Date.UTC(2020, month, 1))));
  expect(dates(series)).toEqual(
    Array.from({ length: 40 }, (_, month) => new Date(Date.UTC(2020, month, 1)).toISOString().slice(0, 10)),
  );
});

test("nothing is put into series whose rows come and go, or that have no dates", () => {
  const irregular = Array.from({ length: 200 }, (_, i) => monday + i * 3_600_000 + ((i * 7919) % 3000) * 1000);
  expect(insertMissingRows(seriesAt(irregular)).rows).toBeNull();
  expect(insertMissingRows({ ...seriesAt(days(60, (day) => day !== 20)), dated: false }).rows).toBeNull();
  expect(insertMissingRows(seriesAt([monday])).rows).toBeNull();
  expect(insertMissingRows(seriesAt([...days(30, () => true), ...days(200, (day) => day >= 170)])).rows).toBeNull();
});
