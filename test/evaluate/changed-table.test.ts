import { describe, expect, test } from "vitest";
import {
  recordTimes,
  timeSpan,
  withHiddenMoments,
  withKpiValues,
} from "../../kernel-lib/src/evaluate/changed-table.js";
import type { NumberColumn, Table } from "../../kernel-lib/src/table.js";
import { dailyTable } from "./made-table.js";

const FIRST = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const table = dailyTable({ sales: [1, 2, NaN, 4], visits: [10, 20, 30, 40] }, FIRST);
const undated: Table = { ...table, time: null };
const valuesOf = (changed: Table, place: number): number[] => [...(changed.columns[place] as NumberColumn).values];

describe("other values in a table", () => {
  test("stand in the columns that are named, and nothing else is changed", () => {
    const changed = withKpiValues(table, ["sales"], (value, record, { name }) => 100 * record + value + name.length);
    expect(valuesOf(changed, 0)).toEqual([6, 107, NaN, 309]);
    expect(changed.columns[1]).toBe(table.columns[1]);
    expect({ ...changed, columns: table.columns }).toEqual(table);
    expect(valuesOf(table, 0)).toEqual([1, 2, NaN, 4]);
  });

  test("a name that is no column of numbers changes nothing", () => {
    expect(withKpiValues(table, ["profit"], () => 0)).toEqual(table);
    expect(withKpiValues(table, [], () => 0)).toEqual(table);
  });

  test("hidden moments are missing in the named columns alone", () => {
    const hidden = withHiddenMoments(table, ["sales"], (time) => time >= FIRST + 2 * DAY || time === FIRST);
    expect(valuesOf(hidden, 0)).toEqual([NaN, 2, NaN, NaN]);
    expect(valuesOf(hidden, 1)).toEqual([10, 20, 30, 40]);
    expect(
      valuesOf(
        withHiddenMoments(undated, ["visits"], (record) => record === 1),
        1,
      ),
    ).toEqual([10, NaN, 30, 40]);
  });
});

describe("when records happened", () => {
  test("is their time, or their number without dates", () => {
    expect(recordTimes(table)).toBe(table.time!.values);
    expect([...recordTimes(undated)]).toEqual([0, 1, 2, 3]);
  });

  test("spans from first to last, in whatever order, without those that are unknown", () => {
    const at = (...values: number[]): readonly [number, number] =>
      timeSpan({ ...table, time: { ...table.time!, values: Float64Array.from(values) } });
    expect(timeSpan(table)).toEqual([FIRST, FIRST + 3 * DAY]);
    expect(at(5, NaN, -2, 9, 3)).toEqual([-2, 9]);
    expect(at(7)).toEqual([7, 7]);
    expect(at(NaN)).toEqual([Infinity, -Infinity]);
    expect(timeSpan(undated)).toEqual([0, 3]);
  });
});
