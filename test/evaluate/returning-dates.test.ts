import { describe, expect, test } from "vitest";
import { returningDates, type ReturningDates } from "../../kernel-lib/src/evaluate/returning-dates.js";
import type { Incident, SeriesReport } from "../../kernel-lib/src/report.js";
import { plantedSeries } from "../many-report.js";
import { seriesReport } from "../plots/hand-made-report.js";

const DAY = 86_400_000;
const FIRST = Date.UTC(2019, 0, 1);
/** Every day from 2019 to 2023. */
const DAYS = (Date.UTC(2024, 0, 1) - FIRST) / DAY;
const daily = { seconds: 86_400, label: "daily", regularity: 1 };
const [anyIncident] = plantedSeries("sales", 1, [[1, 1, 9]]).incidents;

/** Five years of days with incidents of so many points that begin on these days. */
function seriesOf(days: readonly string[], points: number = 1): SeriesReport {
  const incidents = days.map((day, place): Incident => {
    const start = (Date.parse(day) - FIRST) / DAY;
    return { ...anyIncident, rank: place + 1, start, end: start + points - 1, peak: start, points };
  });
  const time = Float64Array.from({ length: DAYS }, (_, i) => FIRST + i * DAY);
  return seriesReport(new Float64Array(DAYS), [], { time, incidents });
}

const found = (...series: SeriesReport[]): ReturningDates | null => returningDates({ series, cadence: daily });
const years = (days: string, from: number = 2019): string[] => days.split(" ").map((day, i) => `${from + i}-${day}`);

describe("dates on which incidents return", () => {
  test.each([
    ["a fixed one", years("12-25 12-25 12-25 12-25 12-25"), { key: "fixed", value: 1225 }],
    ["Easter Sunday", years("04-21 04-12 04-04 04-17 04-09"), { key: "easter", value: 0 }],
    [
      "the fourth Thursday of November",
      years("11-28 11-26 11-25 11-24 11-23"),
      { key: "nthWeekday", value: 1143 - 10 },
    ],
    ["the last Monday of May", years("05-27 05-25 05-31 05-30 05-29"), { key: "lastWeekday", value: 500 }],
  ])("%s", (_, days, date) => {
    expect(found(seriesOf(days))).toEqual({ dates: [date], days, incidents: 5 });
  });

  test("three of five years are enough, and then every year has it; two are not", () => {
    expect(found(seriesOf(["2019-07-07", "2021-07-07", "2023-07-07"]))).toEqual({
      dates: [{ key: "fixed", value: 707 }],
      days: years("07-07 07-07 07-07 07-07 07-07"),
      incidents: 3,
    });
    expect(found(seriesOf(["2019-07-07", "2021-07-07"]))).toBeNull();
  });

  test("incidents of all series count, each once however many dates it lies on", () => {
    const [one, other] = [years("12-24 12-24 12-24"), years("12-25 12-25 12-25", 2021)];
    expect(found(seriesOf(one, 2), seriesOf(other))).toMatchObject({
      dates: [
        { key: "fixed", value: 1224 },
        { key: "fixed", value: 1225 },
      ],
      incidents: 6,
    });
  });

  test("up to four points are a date, five are a season", () => {
    const days = years("12-01 12-01 12-01 12-01 12-01");
    expect(found(seriesOf(days, 4))?.days).toHaveLength(20);
    expect(found(seriesOf(days, 5))).toBeNull();
  });

  test("are none without incidents, without series, and where rows are no days", () => {
    expect([found(seriesOf([])), found()]).toEqual([null, null]);
    const series = [seriesOf(years("12-25 12-25 12-25 12-25 12-25"))];
    expect(returningDates({ series, cadence: { ...daily, label: "hourly" } })).toBeNull();
    expect(returningDates({ series, cadence: null })).toBeNull();
  });
});
