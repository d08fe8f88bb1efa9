import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { plots } from "../../kernel-lib/src/index.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { calendarGroups } from "../../kernel-lib/src/profile/analyses/calendar-groups.js";
import { missingPattern } from "../../kernel-lib/src/profile/analyses/missing-pattern.js";
import { partialAutocorrelation } from "../../kernel-lib/src/profile/analyses/partial-autocorrelation.js";
import { kpss, stationarity } from "../../kernel-lib/src/profile/analyses/stationarity.js";
import { dickeyFuller } from "../../kernel-lib/src/profile/analyses/unit-root.js";
import { yearOverlay } from "../../kernel-lib/src/profile/analyses/year-overlay.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { autocorrelation } from "../../kernel-lib/src/profile/autocorrelation.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import type { Series } from "../../kernel-lib/src/table.js";
import { insightsOf } from "../../kernel-lib/src/words/analyses/insights.js";
import { profileSummary } from "../../kernel-lib/src/words/analyses/profile.js";
import { dailyTable, noisyValues } from "../evaluate/made-table.js";

interface GoldenTest {
  readonly statistic: number;
  readonly p: number;
  readonly lags: number;
}

/** What statsmodels says; `test/golden/profile.py` wrote it. */
const golden = JSON.parse(readFileSync(new URL("../golden/profile.json", import.meta.url), "utf8")) as {
  readonly courses: Readonly<
    Record<
      string,
      {
        readonly values: number[];
        readonly autocorrelation: number[];
        readonly partial: number[];
        readonly level: GoldenTest;
        readonly trend: GoldenTest;
        readonly unitRoot: Readonly<Record<"level" | "trend", GoldenTest>>;
      }
    >
  >;
};

const DAY = 86_400_000;
const first = Date.UTC(2024, 0, 1);

function daily(values: ArrayLike<number>, start: number = first, step: number = DAY): Series {
  return {
    kpi: "sales",
    key: "",
    records: Uint32Array.from({ length: values.length }, (_, i) => i),
    time: Float64Array.from({ length: values.length }, (_, i) => start + i * step),
    dated: true,
    values: Float64Array.from(values),
    decimals: 2,
    cadence: null,
  } as Series;
}

describe.each(Object.entries(golden.courses))("%s, as statsmodels has it", (_name, wanted) => {
  const values = Float64Array.from(wanted.values);

  test("partial autocorrelation", () => {
    const partial = partialAutocorrelation(autocorrelation(values, 20), 20);
    wanted.partial.forEach((value, lag) => expect(partial[lag]).toBeCloseTo(value, 10));
  });

  test.each(["level", "trend"] as const)("KPSS test around a %s", (around) => {
    const { statistic, p, lags } = kpss(values, around);
    expect(statistic).toBeCloseTo(wanted[around].statistic, 10);
    expect(p).toBeCloseTo(wanted[around].p, 10);
    expect(lags).toBe(wanted[around].lags);
  });
});

describe.each(Object.entries(golden.courses))("%s, as statsmodels has it", (_name, { values, unitRoot }) => {
  test.each(["level", "trend"] as const)("ADF test around a %s", (around) => {
    const { statistic, p, lags } = dickeyFuller(Float64Array.from(values), around)!;
    expect(statistic).toBeCloseTo(unitRoot[around].statistic, 8);
    expect(p).toBeCloseTo(unitRoot[around].p, 8);
    expect(lags).toBe(unitRoot[around].lags);
  });
});

test("ADF test: the scale does not matter, and nothing is said where the regression has no answer", () => {
  const values = Float64Array.from(golden.courses.walk.values);
  const scaled = dickeyFuller(
    values.map((value) => 1e9 + 1000 * value),
    "trend",
  )!;
  expect(scaled.statistic).toBeCloseTo(dickeyFuller(values, "trend")!.statistic, 5);
  expect(dickeyFuller(new Float64Array(100).fill(5), "level")).toBeNull();
  expect(dickeyFuller(Float64Array.of(1, 2), "level")).toBeNull();
  expect(
    dickeyFuller(
      Float64Array.from({ length: 100 }, (_, i) => 2 * i),
      "trend",
    ),
  ).toBeNull();
});

describe("stationarity", () => {
  test("tells a level, a trend and a walk apart", () => {
    const verdictOf = (name: string): string | undefined =>
      stationarity(Float64Array.from(golden.courses[name].values), null)?.verdict;
    expect([verdictOf("noise"), verdictOf("trend"), verdictOf("walk")]).toEqual(["level", "trend", "neither"]);
  });

  test("says in words what both tests say together", () => {
    const said = (name: string): string =>
      insightsOf(profile(dailyTable({ sales: Float64Array.from(golden.courses[name].values) })), {
        kind: "stationarity",
      })[0].text;
    expect(said("noise")).toMatch(/steady level \(KPSS.*does not wander \(ADF test, p below 0\.001\)\./);
    expect(said("walk")).toMatch(/neither .* nothing says that it comes back \(ADF test, p 0\.\d+\)\./);
    expect(said("noise")).toContain("Changes of level look like wandering to both tests");
  });

  test("takes off what the season adds, and says nothing of few values or a constant", () => {
    const season = Float64Array.from({ length: 100 }, (_, i) => 16 * (i % 7));
    const values = noisyValues(100).map((value) => Math.round(value * 64) / 64);
    const with_ = values.map((value, i) => value + season[i]);
    expect(stationarity(with_, season)).toEqual({ ...stationarity(values, null), withoutSeason: true });
    expect(stationarity(values.subarray(0, 29), null)).toBeNull();
    expect(stationarity(new Float64Array(100).fill(5), null)).toBeNull();
  });
});

test("growth and uneven scatter are told from the model of what is normal", () => {
  const random = createRandom(4);
  // Hours of more than a year: grows, and scatters five times as much at noon as at night.
  const values = Float64Array.from({ length: 10_000 }, (_, i) => {
    const hour = i % 24;
    const level = 1000 + 0.05 * i + 200 * Math.sin((2 * Math.PI * hour) / 24);
    return level + (hour >= 10 && hour <= 14 ? 25 : 5) * random.normal();
  });
  const rows = Array.from(values, (value, i) => `${new Date(first + i * 3_600_000).toISOString()},${value.toFixed(1)}`);
  const described = profile(readTable(`time,load\n${rows.join("\n")}\n`));
  const said = insightsOf(described).map(({ text }) => text);
  expect(said.find((text) => text.startsWith("load has lately"))).toMatch(
    /^load has lately grown by about 4[0-9]0 a year\.$/,
  );
  expect(said.find((text) => text.startsWith("load scatters"))).toMatch(
    /most at 1[0-4]:00 .* least at (?!1[0-4])\d\d?:00/,
  );
  expect(described.kpis[0].noise?.noise).toHaveLength(24);
});

test("partial autocorrelation by hand, and of a constant", () => {
  expect([...partialAutocorrelation(Float64Array.of(1, 0.5, 0.25), 5)]).toEqual([1, 0.5, 0]);
  expect([...partialAutocorrelation(Float64Array.of(NaN, NaN), 1)]).toEqual([NaN, NaN]);
});

describe("values by the calendar", () => {
  test("a box holds the quartiles, whiskers reach the outermost usual values", () => {
    // Mondays 1 to 9 and once 100, from Monday 1 January 2024; all else 50.
    const mondays = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
    const values = Array.from({ length: 70 }, (_, i) => (i % 7 === 0 ? mondays[i / 7] : 50));
    const [{ by, boxes }] = calendarGroups(daily(values));
    expect(by).toBe("weekday");
    expect(boxes[1]).toEqual({
      place: 1,
      count: 10,
      lowerQuartile: 3.25,
      median: 5.5,
      upperQuartile: 7.75,
      lowerWhisker: 1,
      upperWhisker: 9,
      outside: 1,
    });
    expect(boxes[2]).toMatchObject({ median: 50, lowerWhisker: 50, upperWhisker: 50, outside: 0 });
  });

  test("hours where there are hours, months where there are three of them, nothing without dates", () => {
    expect(calendarGroups(daily(noisyValues(300), first, 3_600_000)).map(({ by }) => by)).toEqual(["hour", "weekday"]);
    expect(calendarGroups(daily(noisyValues(300))).map(({ by }) => by)).toEqual(["weekday", "month"]);
    expect(calendarGroups({ ...daily(noisyValues(300)), dated: false })).toEqual([]);
    expect(calendarGroups(daily(noisyValues(300).slice(0, 1)))).toEqual([]);
  });

  test("no days of the week where rows are months", () => {
    const months = daily(noisyValues(300));
    const time = months.time.map((_, i) => Date.UTC(1990, i, 1));
    expect(calendarGroups({ ...months, time }).map(({ by }) => by)).toEqual(["month"]);
  });
});

describe("years laid over each other", () => {
  test("compares the last year with the one before over the weeks of both", () => {
    const values = Array.from({ length: 366 + 70 }, (_, i) => (i < 366 ? 100 : 110));
    const overlay = yearOverlay(daily(values))!;
    expect(overlay.years.map(({ year }) => year)).toEqual([2024, 2025]);
    expect(overlay.latest).toEqual({ year: 2025, before: 2024, mean: 110, meanBefore: 100, places: 10 });
    expect(overlay.years[0].means).toHaveLength(53);
    expect(yearOverlay(daily(values.slice(0, 300)))).toBeNull();
  });

  test("by months where values are rare", () => {
    const monthly = yearOverlay(daily(noisyValues(30), first, 30.4 * DAY))!;
    expect(monthly.by).toBe("month");
    expect(monthly.years[0].means).toHaveLength(12);
  });
});

test("what is missing: where, how long, together with what", () => {
  const hole = (values: Float64Array): Float64Array => values.map((value, i) => (i >= 20 && i < 30 ? NaN : value));
  const [a, b, c] = [hole(noisyValues(60)), hole(noisyValues(60)), noisyValues(60)];
  b[50] = NaN;
  const pattern = missingPattern(
    [a, b, c].map((values, i) => ({ ...daily(values), kpi: "abc"[i] })),
    [],
  );
  expect(pattern.kpis.map(({ missing, longest, from }) => [missing, longest, from])).toEqual([
    [10, 10, first + 20 * DAY],
    [11, 10, first + 20 * DAY],
    [0, 0, 0],
  ]);
  expect(pattern.kpis[0].shares).toHaveLength(60);
  expect([19, 20, 29, 30].map((row) => pattern.kpis[0].shares[row])).toEqual([0, 1, 1, 0]);
  expect(pattern.together).toEqual([["a", "b"]]);
  expect(pattern.series).toBe("");
});

describe("what the analyses say", () => {
  const random = createRandom(12);
  const sales = Float64Array.from({ length: 1461 }, (_, day) => {
    const date = new Date(first + day * DAY);
    const closed = date.getUTCMonth() === 11 && date.getUTCDate() === 25;
    return (closed ? 60 : day < 900 ? 300 : 360) + [0, 20, -10, 15, 5, -25, -60][day % 7] + 4 * random.normal();
  });
  const made = profile(dailyTable({ sales, costs: sales.map((value) => 500 - value + 9 * random.normal()) }));
  const said = (kind: "changes" | "dates" | "calendar" | "correlation" | "years", language?: "de"): string =>
    insightsOf(made, { kind }, language)[0].text;

  test("in English and in German, from what the model has learnt", () => {
    expect(said("changes")).toMatch(
      /^sales has 1 lasting change of level; it goes from about .* around .* 2026 and stays\.$/,
    );
    expect(said("dates")).toMatch(
      /^sales differs each year on 25 December \(.* usual deviations below, seen 4 times\)/,
    );
    expect(said("calendar")).toMatch(/^sales is highest on Tuesdays \(median .*\) and lowest on Sundays/);
    expect(said("correlation")).toMatch(/^sales and costs move against each other most closely \(correlation -0\.9/);
    expect(said("years")).toMatch(/^sales: 2027 is .* above 2026, over the 53 weeks that both have\.$/);
    expect(said("dates", "de")).toMatch(/^sales weicht jedes Jahr ab: 25\. Dezember/);
    expect(said("calendar", "de")).toMatch(/am Dienstag am höchsten/);
  });

  test("a change that went back is one of level, also where no other is", () => {
    const away = Float64Array.from(
      { length: 400 },
      (_, day) => 300 + 4 * random.normal() - (day > 200 && day < 230 ? 90 : 0),
    );
    const back = profile(dailyTable({ away }));
    const text = (language?: "de"): string => insightsOf(back, { kind: "changes" }, language)[0].text;
    expect(text()).toMatch(/^away has 1 change of level that went back; it goes from about /);
    expect(text("de")).toMatch(/^away hat 1 vorübergehenden Niveauwechsel; er führt von etwa /);
  });

  test("a month of which the file holds a few days is not called the highest", () => {
    const values = Float64Array.from({ length: 125 }, (_, day) => (day > 120 ? 150 : 100) + random.normal());
    const [told] = insightsOf(profile(dailyTable({ values })), { kind: "calendar" }).filter(({ text }) =>
      / in [A-Z]/.test(text),
    );
    expect(told.text).toMatch(/ is highest in (January|February|March|April) /);
  });

  test("of one kind, of one KPI", () => {
    expect(insightsOf(made, { kpi: "costs" }).every(({ kpi }) => kpi === "costs")).toBe(true);
    expect(insightsOf(made, { kpi: "costs", kind: "changes" })).toHaveLength(1);
    expect(insightsOf(made, { kpi: "" }).map(({ kind }) => kind)).toEqual(["correlation", "missing"]);
  });

  test("figures tell the same in both languages", () => {
    const { alternative } = plots.calendarBoxes.draw(made, { kpi: "sales", by: "weekday", language: "de" });
    expect(alternative).toBe(said("calendar", "de"));
    expect(plots.changePoints.draw(made, { kpi: "sales" }).alternative).toBe(said("changes"));
  });
});

test("a course in factors over a wide range is drawn on a logarithmic axis, plain noise is not", () => {
  const random = createRandom(4);
  const growing = Float64Array.from({ length: 600 }, (_, i) => 10 * Math.exp(i / 150 + 0.1 * random.normal()));
  const { kpis } = profile(dailyTable({ growing, noise: noisyValues(600) }));
  expect(kpis.map(({ logScale }) => logScale)).toEqual([true, false]);
  const drawn = plots.profilePage.draw(profile(dailyTable({ growing })));
  expect(drawn.layout.yaxis!.type).toBe("log");
  expect(drawn.layout.annotations![0].text).toContain("log scale");
});

test("never calls a file ordinary in which detection finds an incident, and tells it by the same model", async () => {
  const table = dailyTable({ sales: noisyValues(300, { 200: 130 }) });
  const { series } = await detect(table);
  const described = profile(table);
  expect(series[0].incidents).toHaveLength(1);
  expect(described.kpis[0].standsOut).toEqual({ stretches: 1, time: first + 200 * DAY });
  expect(described.alerts.map(({ kind }) => kind)).toContain("stands out");
  expect(profileSummary(described).at(-1)).toMatch(/deserves? a look\.$/);
});
