import { describe, expect, it } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { knownRows } from "../../kernel-lib/src/season/known-events.js";
import { normalFacts } from "../../kernel-lib/src/season/facts/normal-facts.js";
import { parseWrittenEvents } from "../../kernel-lib/src/season/parse-events.js";
import type { SeasonChoice } from "../../kernel-lib/src/config/config.js";
import { expectedBand } from "../../kernel-lib/src/season/expected-value.js";
import { analyseSeason } from "../../kernel-lib/src/season/season.js";
import { evenSeries } from "../bench/generated/labelled-series.js";

const DAY = 86_400;
const random = createRandom(3);
const noise = (length: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, i) => value(i) + random.normal());

describe("analyseSeason", () => {
  it("accepts the season that explains unseen cycles and refuses the others", () => {
    const season = analyseSeason(
      evenSeries(
        "load",
        noise(24 * 90, (i) => 10 * Math.sin((2 * Math.PI * i) / 24)),
        3600,
      ),
    )!;
    expect(season.periods.map(({ label, accepted }) => [label, accepted])).toEqual([
      ["day", true],
      ["week", false],
    ]);
    const white = analyseSeason(
      evenSeries(
        "noise",
        noise(600, () => 0),
        DAY,
      ),
    )!;
    expect(white.periods.map(({ label, accepted }) => [label, accepted])).toEqual([["week", false]]);
  });

  it("finds a period that no clock knows", () => {
    const values = noise(600, (i) => 8 * Math.sin((2 * Math.PI * i) / 37));
    const season = analyseSeason({ ...evenSeries("machine", values, DAY), dated: false })!;
    expect(season.cycle).toBeGreaterThanOrEqual(36);
    expect(season.cycle).toBeLessThanOrEqual(38);
  });

  it("takes a season that was set by hand, whether or not it would be found", () => {
    const values = noise(24 * 90, (i) => 10 * Math.sin((2 * Math.PI * i) / 24));
    const hourly = evenSeries("load", values, 3600);
    const accepted = (choice: SeasonChoice): string[] =>
      analyseSeason(hourly, null, choice)!.periods.flatMap(({ label, accepted: taken }) => (taken ? [label] : []));
    expect(accepted(["week"])).toEqual(["week"]);
    expect(accepted(["week", "day"])).toEqual(["day"]);
    expect(accepted([11])).toEqual(["11 rows"]);
    // Three months do not show a year.
    expect(accepted(["year"])).toEqual([]);
    const none = analyseSeason(hourly, null, [])!;
    expect([none.periods, none.cycle, none.seasonal.every((value) => value === 0)]).toEqual([[], 0, true]);
  });

  it("expects from the past with the season that was set by hand", () => {
    const values = noise(700, (i) => 40 * Math.sin((2 * Math.PI * i) / 11));
    const series = evenSeries("machine", values, DAY);
    const error = (choice: SeasonChoice): number => {
      const { expected } = expectedBand(series, analyseSeason(series, null, choice), "past", 0.99);
      return expected.reduce((sum, value, i) => sum + (i < 200 ? 0 : Math.abs(values[i] - value)), 0);
    };
    expect(error([11])).toBeLessThan(0.2 * error([]));
  });

  it("counts months by the calendar", () => {
    const values = noise(120, (i) => 9 * Math.cos((2 * Math.PI * i) / 12));
    const time = Float64Array.from(values, (_, i) => Date.UTC(2010, i, 1));
    const season = analyseSeason({ ...evenSeries("sales", values, DAY), time })!;
    expect(season.periods).toEqual([expect.objectContaining({ label: "year", accepted: true })]);
    expect([...season.grid.place.slice(0, 3), season.grid.place[119]]).toEqual([0, 1, 2, 119]);
  });

  it("is not dragged along by an outage", () => {
    const values = noise(700, (i) => 100 + 10 * (i % 7));
    const hurt = values.map((value, i) => (i >= 300 && i < 305 ? 0 : value));
    const season = analyseSeason(evenSeries("sales", hurt, DAY))!;
    expect(Math.abs(season.trend[302] + season.seasonal[302] - values[302])).toBeLessThan(12);
    expect(season.standardised[302]).toBeLessThan(-10);
  });

  it("says nothing of a short or constant series", () => {
    expect(analyseSeason(evenSeries("x", new Float64Array(10), DAY))).toBeNull();
    expect(analyseSeason(evenSeries("x", new Float64Array(100).fill(3), DAY))).toBeNull();
    expect(analyseSeason(evenSeries("x", new Float64Array(100).fill(NaN), DAY))).toBeNull();
  });
});

describe("known events", () => {
  const series = evenSeries("sales", new Float64Array(40), DAY);

  it("cover whole days and ranges", () => {
    const events = parseWrittenEvents([
      { date: "2018-01-03" },
      { name: "sale", start: "2018-01-10", end: "2018-01-12" },
    ]);
    const known = knownRows(series, events)!;
    expect([...known.keys()].filter((i) => known[i] === 1)).toEqual([2, 9, 10, 11]);
    expect(knownRows(series, [])).toBeNull();
  });

  it("that cannot be read are named", () => {
    expect(() => parseWrittenEvents([{ name: "sale" }])).toThrow("Event 1 (sale) has no date.");
    expect(() => parseWrittenEvents([{ date: "yesterday" }])).toThrow('"yesterday" is no date (event 1).');
  });
});

describe("what is found beside a known event", () => {
  const of = (hurt: readonly number[], event: readonly number[]): readonly unknown[] => {
    const random = createRandom(8);
    const values = Float64Array.from(
      { length: 400 },
      (_, i) => 100 + 5 * random.normal() - (hurt.includes(i) ? 60 : 0),
    );
    const known = Uint8Array.from(values, (_, i) => Number(event.includes(i)));
    return normalFacts(analyseSeason(evenSeries("sales", values, DAY), known)!)
      .findings.filter(({ score }) => score > 1)
      .map(({ start, end }) => [start, end]);
  };

  it("is nothing where the event explains all of it", () => {
    expect(of([200], [])).toEqual([[200, 200]]);
    expect(of([200], [200])).toEqual([]);
    expect(of([200, 201, 202], [200, 201, 202])).toEqual([]);
  });

  it("is the row that the event does not cover", () => {
    const found = of([200, 201], [200]);
    expect(found.length).toBeGreaterThan(0);
    for (const stretch of found) expect(stretch).toEqual([201, 201]);
  });
});
