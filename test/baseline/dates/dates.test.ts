import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { easterSunday, NONE } from "../../../kernel-lib/src/baseline/dates/civil-day.js";
import { dateColumns } from "../../../kernel-lib/src/baseline/dates/date-keys.js";
import { dateEffects } from "../../../kernel-lib/src/baseline/dates/dates.js";
import { longSeries } from "../../../kernel-lib/src/baseline/long-series.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { leaveOneOutMedians } from "../../../kernel-lib/src/baseline/memory/leave-one-out-medians.js";
import { column, golden } from "../golden/golden.js";

const DAY = 86_400;

describe("dates that return", () => {
  test("Easter Sundays from 1961 to 2100", () => {
    expect(Array.from({ length: 140 }, (_, k) => easterSunday(1961 + k))).toEqual(
      golden<number[]>("noise.json", "easter"),
    );
  });

  test("the keys of a day and of a week", () => {
    const t = Float64Array.from({ length: 200 }, (_, i) => (11_000 + 13 * i) * DAY + 3600);
    const wanted = golden<{ daily: { values: number[] }[]; weekly: number[] }>("noise.json", "date keys");
    // The oracle knows no days after a weekday of the month.
    const shared = dateColumns(t, "years").filter(({ key }) => key !== "afterWeekday");
    expect(shared.map(({ values }) => Array.from(values))).toEqual(wanted.daily.map(({ values }) => values));
    expect(Array.from(dateColumns(t, "weeks")[0].values)).toEqual(wanted.weekly);
  });

  test.each(golden<{ start: number; step: number; z: number[]; effects: [number, number][] }[]>("noise.json", "dates"))(
    "are learnt as the oracle learns them (%#)",
    ({ start, step, z, effects }) => {
      const values = column(z);
      const t = values.map((_, i) => start + step * i);
      const w = values.map((_, i) => (i % 97 === 5 ? 0 : 1));
      const { effect, touched, learnt } = dateEffects(
        values,
        values.map((value) => value * 0.9),
        w,
        t,
        step > 3 * DAY ? "weeks" : "years",
      );
      expect(Array.from(touched.keys()).filter((i) => touched[i])).toEqual(effects.map(([row]) => row));
      for (const [row, size] of effects) expect(effect[row]).toBeCloseTo(size, 9);
      expect(effect.filter((_, i) => !touched[i]).every((size) => size === 0)).toBe(true);
      expect(new Set(learnt.flatMap(({ rows }) => [...rows])).size).toBe(effects.length);
    },
  );

  test("are told by name, with their effect and what they explain", () => {
    const { step, start, z } = golden<{ start: number; step: number; z: number[] }[]>("noise.json", "dates")[0];
    const values = column(z);
    const { learnt } = dateEffects(
      values,
      values,
      values.map(() => 1),
      values.map((_, i) => start + step * i),
      "years",
    );
    const christmas = learnt.find(({ key, value }) => key === "fixed" && value === 1225)!;
    expect(christmas.rows.length).toBe(5);
    expect(christmas.effect).toBeLessThan(-6);
    expect(learnt.find(({ key }) => key === "easter")?.value).toBe(-2);
    expect(learnt.find(({ key }) => key === "nthWeekday")?.value).toBe(1133);
    expect(learnt.every(({ gain }) => gain > 6)).toBe(true);
  });

  test("what the others say is their median, whatever the size of the group", () => {
    const plainMedian = (list: number[]): number => {
      const sorted = [...list].sort((a, b) => a - b);
      return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
    };
    for (const m of [4, 5, 8, 13, 39]) {
      const values = Float64Array.from({ length: m }, (_, i) => 20 + ((i * 7) % 5) + i / 10);
      const out = new Float64Array(m);
      leaveOneOutMedians(values, m, out);
      const wanted = Array.from(values, (_, i) => plainMedian(Array.from(values).filter((_, k) => k !== i))).map(
        (e) => e * (1 - 2 / (m - 1) / (e * e)),
      );
      for (let i = 0; i < m; i++) expect(out[i]).toBeCloseTo(wanted[i], 12);
    }
  });
});

describe("days after a weekday of the month", () => {
  const at = (day: string): number => Date.parse(day) / 1000;

  test("the Friday after the fourth Thursday of November is one day, the fourth or the fifth Friday", () => {
    const fridays = ["2018-11-23", "2019-11-29", "2020-11-27"].map(at);
    const columns = dateColumns(Float64Array.from(fridays), "years").filter(({ key }) => key === "afterWeekday");
    expect(columns.map(({ values }) => [...values])).toEqual([
      [11133, 11133, 11133],
      [NONE, NONE, NONE],
    ]);
    const [, monday] = dateColumns(Float64Array.of(at("2019-12-02")), "years").filter(
      ({ key }) => key === "afterWeekday",
    );
    expect([...monday.values]).toEqual([41133]);
  });

  test("is learnt whole, where the fourth Friday is a day before it in some years", () => {
    const random = createRandom(12);
    const start = at("2016-03-01");
    const times = Float64Array.from({ length: 1500 }, (_, i) => start + i * DAY);
    const isAfter = (time: number): boolean => dateColumns(Float64Array.of(time), "years")[3].values[0] === 11133;
    const values = times.map(
      (time, i) => 500 + (i % 7 > 4 ? -100 : 0) + (isAfter(time) ? 300 : 0) + 15 * random.normal(),
    );
    const found = baseline({ values, step: DAY, times, excluded: null });
    expect(found.dates.map(({ key, value }) => [key, value])).toEqual([["afterWeekday", 11133]]);
    expect(found.findings).toEqual([]);
  });
});

describe("days of the month", () => {
  const start = Date.UTC(2023, 0, 2) / 1000;
  const dateOf = (row: number): Date => new Date((start + row * DAY) * 1000);
  const seriesOf = (rows: number, isPayday: (date: Date) => boolean): { values: Float64Array; times: Float64Array } => {
    const random = createRandom(31);
    const values = Float64Array.from(
      { length: rows },
      (_, i) => 500 + (i % 7 > 4 ? -100 : 0) + (isPayday(dateOf(i)) ? 150 : 0) + 10 * random.normal(),
    );
    return { values, times: values.map((_, i) => start + i * DAY) };
  };

  test("paydays and month ends are learnt within a year, and are no events", () => {
    const isMonthEnd = (date: Date): boolean => new Date(+date + DAY * 1000).getUTCDate() === 1;
    for (const [isPayday, key, value] of [
      [(date: Date) => date.getUTCDate() === 25, "monthDay", 25],
      [isMonthEnd, "monthEnd", -1],
    ] as const) {
      const { values, times } = seriesOf(300, isPayday);
      const found = baseline({ values, step: DAY, times, excluded: null });
      expect(found.dates.map((date) => [date.key, date.value])).toEqual([[key, value]]);
      expect(found.findings).toEqual([]);
      const missing = Array.from(values.keys()).find((row) => row > 200 && isPayday(dateOf(row)))!;
      const without = values.map((each, row) => (row === missing ? 500 : each));
      const odd = baseline({ values: without, step: DAY, times, excluded: null }).findings;
      expect(odd.map(({ start: row }) => row)).toContain(missing);
    }
  });

  test("the last working day of a month is counted back from its end, weekends left out", () => {
    const days = ["2023-04-26", "2023-04-27", "2023-04-28", "2023-04-29", "2023-05-01", "2023-05-02"];
    const columns = dateColumns(
      Float64Array.from(days, (day) => Date.parse(day) / 1000),
      "months",
    );
    expect(columns.map(({ key }) => key)).toEqual(["monthEnd", "monthDay", "monthWorkday"]);
    expect(Array.from(columns[2].values)).toEqual([-3, -2, -1, NONE, 1, 2]);
  });

  test("four months are needed", () => {
    const { values, times } = seriesOf(110, (date) => date.getUTCDate() === 25);
    expect(longSeries({ values, step: DAY, times, excluded: null }).dates).toEqual([]);
  });
});
