import { describe, expect, test } from "vitest";
import type { ToldIncident } from "../../kernel-lib/src/words/catalogue.js";
import { speechOf } from "../../kernel-lib/src/words/speech.js";
import { incident, incidents } from "./facts/index.js";

const english = speechOf("en");
const german = speechOf("de");
const said = (told: ToldIncident): [string, string] => [
  english.words.incidents[told.kind](told, english.write),
  german.words.incidents[told.kind](told, german.write),
];

/** How the product speaks: what a manager understands at first reading, one row for each rule. */
describe("sentences that are agreed on", () => {
  test("the actual value beside the usual one, and how rare", () =>
    expect(said(incident)).toEqual([
      "88% below a usual Thursday (3,281 instead of about 28,000), the largest deviation in 200 days.",
      "88\u202f% unter einem üblichen Donnerstag (3.281 statt etwa 28.000), die größte Abweichung in 200 Tagen.",
    ]));

  test("so many deviated as much", () =>
    expect(said({ ...incident, weekday: null, percent: 9.8, rank: 20, of: 5105, actual: 903, expected: 1001 })[0]).toBe(
      "9.8% below expected (903 instead of about 1,000). Only 20 of 5,105 days deviated as much.",
    ));

  test("unusual for its hour of the week", () =>
    expect(
      said({ ...incident, weekday: null, rank: 99, rhythm: "hours", cadence: "hourly", cycle: "week" })[0],
    ).toMatch(/, unusual for this hour of the week\.$/));

  test("nothing is said of a cycle with which a series does not repeat", () =>
    expect(said({ ...incident, weekday: null, rank: 99, cycle: "" })).toEqual([
      "88% below expected (3,281 instead of about 28,000), outside its usual range.",
      "88\u202f% unter dem erwarteten Wert (3.281 statt etwa 28.000), außerhalb des üblichen Bereichs.",
    ]));

  test("a usual value in an unusual course, or one that other KPIs do not share", () => {
    const usual = { ...incident, actual: 34_980, expected: 43_000, isUsual: true, rank: 300 };
    expect(said(usual)).toEqual([
      "34,980 is within its usual range (about 43,000 expected), but the course around it is unusual.",
      "34.980 liegt im üblichen Bereich (erwartet etwa 43.000), aber der Verlauf ringsum ist ungewöhnlich.",
    ]);
    expect(said({ ...usual, related: true })[0]).toBe("34,980 is within its usual range (about 43,000 expected).");
    const relation = { with: ["visits"], own: 0.78 };
    expect([english.words.relation(relation, english.write), german.words.relation(relation, german.write)]).toEqual([
      "It no longer moves with visits as usual; 78% of that comes from this KPI itself.",
      "Verläuft nicht mehr wie üblich mit visits; das liegt zu 78\u202f% an diesem KPI selbst.",
    ]);
  });

  test("what comes from the other KPIs is said of them, not as a small part of this one", () => {
    const told = (others: readonly string[]): string[] =>
      [english, german].map(({ words, write }) => words.relation({ with: others, own: 0 }, write));
    expect(told(["volume"])).toEqual([
      "It no longer moves with volume as usual; most of that comes from volume.",
      "Verläuft nicht mehr wie üblich mit volume; das liegt vor allem an volume.",
    ]);
    expect(told(["a", "b"])[0]).toBe("It no longer moves with a and b as usual; most of that comes from those.");
  });

  test("values farther to the other side than where the score is highest are not told by one side", () => {
    const sides = { above: { amount: 240, percent: 7.7 }, below: { amount: 1100, percent: 34 } };
    expect(said({ ...incident, deviation: 240, percent: 7.7, sides })).toEqual([
      "Between 7.7% above and 34% below expected.",
      "Zwischen 7,7\u202f% über und 34\u202f% unter dem erwarteten Wert.",
    ]);
  });

  test("a stuck value is so many an hour only where it flows, and zeros among zeros are told beside the longest others", () => {
    const stuck = { ...incident, kind: "flat line" as const, length: 12, cadence: "hourly", decimals: 0 };
    const still = { value: 0, expected: 410 };
    expect(said({ ...stuck, still: { ...still, isFlow: true } })[0]).toContain("where about 410 an hour are usual");
    expect(said({ ...stuck, still: { ...still, isFlow: false } })[0]).toContain("where about 410 are usual");
    expect(said({ ...stuck, length: 48, cadence: "daily", still: { ...still, otherZeros: 29 } })).toEqual([
      "Nothing but 0 for 48 days, otherwise at most 29 days.",
      "48 Tage lang nur 0, sonst höchstens 29 Tage.",
    ]);
  });

  test("an amount is rounded as its column is, unless nothing would be left of it", () => {
    const cold = { ...incident, weekday: null, percent: null, actual: -4.9, expected: 7.05, deviation: -11.95 };
    expect(said({ ...cold, decimals: 1 })[0]).toMatch(/^11\.9 below expected \(-4\.9 instead of about 7\)/);
    expect(said({ ...cold, actual: 0, expected: 0.4, deviation: -0.4 })[0]).toMatch(/^0\.4 below expected/);
  });

  test("a course that is not the usual one, though its pattern is there", () =>
    expect(
      said({
        ...incident,
        kind: "pattern break",
        deviation: 323,
        actual: 3982,
        expected: 3659,
        percent: 8.8,
        rank: 60,
      }),
    ).toEqual([
      "Does not follow its usual weekly course: 8.8% above expected at the most (3,982 instead of about 3,660).",
      "Folgt nicht dem üblichen Wochenverlauf: höchstens 8,8\u202f% über dem erwarteten Wert (3.982 statt etwa 3.660).",
    ]));

  test.each([
    [5, "30min", "2.5 hours"],
    [3, "30min", "90 minutes"],
    [12, "30min", "6 hours"],
    [35, "5min", "175 minutes"],
  ])("%i steps of %s as people count them", (steps, cadence, told) =>
    expect(english.write.length(steps, cadence)).toBe(told),
  );

  test("stuck", () =>
    expect(said({ ...incidents["flat line"][0], kind: "flat line" })).toEqual([
      "Stuck at 0 for 12 hours, where about 410 an hour are usual.",
      "Steht 12 Stunden lang auf 0; üblich sind etwa 410 je Stunde.",
    ]));

  test("volatile, to both sides", () =>
    expect(said({ ...incidents["variance burst"][0], kind: "variance burst" })[0]).toBe(
      "Unusually volatile: between 9.6% above and 8.1% below expected.",
    ));

  test("a new level, since when", () =>
    expect(said({ ...incidents["level shift"][0], kind: "level shift", from: Date.UTC(2023, 9, 29) })).toEqual([
      "Dropped to a new level on 29 Oct 2023: 30% lower since (about 700 instead of 1,000).",
      "Abfall auf ein niedrigeres Niveau am 29. Oktober 2023: seither 30\u202f% weniger (etwa 700 statt 1.000).",
    ]));

  test("a pattern that is missing", () =>
    expect(said({ ...incidents["pattern break"][0], kind: "pattern break" })[0]).toBe(
      "The usual daily pattern is missing: no evening peak.",
    ));

  test("values that are missing", () =>
    expect(said({ ...incidents.missing[0], kind: "missing" })).toEqual([
      "No values from 11 to 14 Sep 2001, usually one every working day.",
      "Keine Werte vom 11. bis 14. September 2001; üblich ist einer jeden Arbeitstag.",
    ]));

  test("what a detector that votes saw", () =>
    expect(
      english.words.features(
        { title: "Isolation Forest", names: ["rolling_deviation_7"], cadence: "daily" },
        english.write,
      ),
    ).toBe("Isolation Forest saw an unusual 7-day deviation."));

  test("a stay that is near the usual value, but out of its range", () =>
    expect(said({ ...incidents["flat line"][2], kind: "flat line" })).toEqual([
      "Stuck at 98.50 for 12 days, where about 100 are usual.",
      "Steht 12 Tage lang auf 98,50; üblich sind etwa 100.",
    ]));

  test("assumptions", () => {
    const { assumptions } = english.words;
    const { write } = english;
    expect([
      assumptions.date({ columns: ["date"], format: "YYYY-MM-DD" }, write),
      assumptions.kpis({ names: ["open", "high", "low"] }, write),
      assumptions.cadence({ label: "hourly", regularity: 1 }, write),
      assumptions.seasons(
        {
          byHand: null,
          found: [{ periods: ["week"], contained: ["day"], of: [{ kpi: "load", series: "" }] }],
          refused: [],
        },
        write,
      ),
    ]).toEqual([
      "Date: date (YYYY-MM-DD).",
      "KPIs: open, high, low.",
      "One value every hour, without exception.",
      "Repeats every week (which includes the day).",
    ]);
  });
});

test("one of several is, none of them is, more are", () => {
  const pairs = (beyond: number): string =>
    english.words.insights.correlation({ first: "a", second: "b", value: 0.6, beyond, pairs: 3 }, english.write);
  expect([0, 1, 2].map(pairs).map((told) => told.replace(/^.*; /, ""))).toEqual([
    "none of 3 pairs is beyond 0.7.",
    "1 of 3 pairs is beyond 0.7.",
    "2 of 3 pairs are beyond 0.7.",
  ]);
});

describe("gaps", () => {
  const gap = {
    gaps: 1,
    missing: 4,
    longest: { from: Date.UTC(1964, 0, 1), to: Date.UTC(1964, 4, 1) },
    clockChanges: 0,
  };
  const told = (facts: object): string => english.words.warnings.gap({ ...gap, by: null, ...facts }, english.write);

  test.each([
    [{ cadence: "daily" }, "There is 1 gap in time (4 values missing), between Wed 1 Jan 1964 and Fri 1 May 1964."],
    [
      { gaps: 3, missing: 5, cadence: "monthly" },
      "There are 3 gaps in time (5 values missing), the longest between January 1964 and May 1964.",
    ],
    [
      { gaps: 30, missing: 30, clockChanges: 22 },
      "There are 30 gaps in time (one value each missing), for example between Wed 1 Jan 1964 and Fri 1 May 1964; 22 fit the clock change in spring.",
    ],
  ])("are told as people count them: %o", (facts, text) => expect(told(facts)).toBe(`${text} Nothing is filled in.`));
});

describe("moments and numbers", () => {
  const scale = { dated: true, unit: "minute", year: true } as const;
  const time = Date.UTC(2025, 6, 1, 14);

  test.each([
    ["monthly", "around March 2024", "etwa im März 2024"],
    ["quarterly", "around Q1 2024", "etwa im 1. Quartal 2024"],
    ["daily", "around Fri 1 Mar 2024", "um Fr, 1. März 2024"],
    ["", "around Fri 1 Mar 2024", "um Fr, 1. März 2024"],
  ])("by the month where rows are months (%s)", (cadence, en, de) => {
    const march = Date.UTC(2024, 2, 1);
    expect([english.write.around(march, cadence), german.write.around(march, cadence)]).toEqual([en, de]);
  });

  test("up to eight learnt dates by name, of more how many", () => {
    const dates = (count: number) =>
      Array.from({ length: count }, (_, day) => ({ key: "fixed", value: 501 + day, effect: 4, years: 3 }) as const);
    const of = { kpi: "revenue", series: "" };
    const told = (count: number) => english.words.insights.dates({ of, dates: dates(count) }, english.write);
    expect(told(8).match(/ May/g)).toHaveLength(8);
    expect(told(8)).not.toContain("other date");
    expect(told(10)).toContain("and on 2 other dates");
  });

  test("as a person writes them", () => {
    expect(english.write.moment(time, scale)).toBe("Tue 1 Jul 2025, 14:00");
    expect(english.write.moment(time, { ...scale, year: false })).toBe("Tue 1 Jul, 14:00");
    expect(german.write.moment(time, scale)).toBe("Di, 1. Juli 2025, 14:00 Uhr");
    expect(english.write.moment(time, { ...scale, unit: "month" })).toBe("July 2025");
    expect(english.write.span(time, time + 7_200_000, scale)).toBe("from 14:00 to 16:00 on Tue 1 Jul 2025");
    expect(english.write.moment(4, { ...scale, dated: false })).toBe("row 5");
  });

  test.each([
    [3281, 0, "3,281"],
    [48_123, 0, "48,120"],
    [1_234_567.8, 1, "1,235,000"],
    [0.12345, 3, "0.123"],
    [0.000123456, 8, "0.0001235"],
    [-0.0001, 2, "0.00"],
    [12.5, 0, "13"],
    [1e20, 0, "1e20"],
    [NaN, 0, "–"],
  ])("%d with %d decimals", (value, decimals, text) => expect(english.write.amount(value, decimals)).toBe(text));

  test.each([
    [88.26, "88%"],
    [9.84, "9.8%"],
    [9.97, "10%"],
    [10, "10%"],
    [0.01, "<0.1%"],
    [0, "0%"],
  ])("%d percent", (value, text) => expect(english.write.percent(value)).toBe(text));
});
