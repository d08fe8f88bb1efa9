import { describe, expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import type { InputError } from "../../kernel-lib/src/errors.js";
import { errorText } from "../../kernel-lib/src/words/error.js";
import { holidayEvents, packageProblem, holidaysOf, withHolidayNames } from "../../kernel-lib/src/events/holidays.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import type { NormalFacts } from "../../kernel-lib/src/report.js";

const DAY = 86_400_000;

/** Four years of days in which little is sold on Independence Day and Thanksgiving. */
function shop(): string {
  const random = createRandom(8);
  const rows = Array.from({ length: 1500 }, (_, i) => {
    const date = new Date(Date.UTC(2016, 1, 1) + i * DAY);
    const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
    const isThanksgiving = month === 11 && date.getUTCDay() === 4 && day > 21 && day < 29;
    const closed = isThanksgiving || (month === 7 && day === 4) ? 0.4 : 1;
    return `${date.toISOString().slice(0, 10)},${(closed * (900 + 20 * random.normal())).toFixed(1)}`;
  });
  return `day,orders\n${rows.join("\n")}\n`;
}

const dates = (...given: readonly (readonly [key: string, value: number])[]): NormalFacts => ({
  kind: "long",
  transform: "none",
  findings: [],
  changes: [],
  dates: given.map(([key, value]) => ({ key, value, effect: -5, years: 4 })),
  growthPerYear: null,
  noiseByPlace: [],
});

describe("a calendar of holidays", () => {
  test("names the dates that it knows, in both languages", async () => {
    const table = readTable(shop());
    const named = withHolidayNames(
      dates(
        ["nthWeekday", 1133],
        ["fixed", 704],
        ["lastWeekday", 500],
        ["nthWeekday", 900],
        ["afterWeekday", 11133],
        ["fixed", 818],
      ),
      await holidaysOf("US", table),
    );
    expect(named.dates.map(({ names }) => names?.en)).toEqual([
      "Thanksgiving Day",
      "Independence Day",
      "Memorial Day",
      "Labor Day",
      "Day after Thanksgiving Day",
      undefined,
    ]);
    expect(named.dates[1].names?.de).toBe("Unabhängigkeitstag");
  });

  test("names what falls on the first weekday from a date on", async () => {
    const midsummer = dates(["weekdayFrom", 6194]);
    const [named] = withHolidayNames(midsummer, await holidaysOf("SE", readTable(shop()))).dates;
    expect(named.names?.en).toMatch(/Midsummer Eve/);
  });

  test("knows states, and says when it does not know a place", async () => {
    const table = readTable(shop());
    const epiphany = dates(["fixed", 106]);
    expect(withHolidayNames(epiphany, await holidaysOf("de-by", table)).dates[0].names?.de).toBe("Heilige Drei Könige");
    await expect(holidaysOf("XX", table)).rejects.toMatchObject({ code: "bad_config" });
    await expect(holidaysOf("DE-QQ", table)).rejects.toThrow("No holidays are known for");
  });

  test("a report and a profile say the names", async () => {
    const table = readTable(shop());
    const report = await detect(table, { holidays: "US", votes: false });
    const learnt = report.series[0].pattern?.normal?.dates.map(({ names }) => names?.en);
    expect(learnt?.sort()).toEqual(["Independence Day", "Thanksgiving Day"]);
    const described = profile(table, {}, await holidaysOf("US", table));
    expect(described.kpis[0].normal?.dates.map(({ names }) => names?.en).sort()).toEqual(learnt);
    expect((await detect(table, { votes: false })).series[0].pattern?.normal?.dates.every(({ names }) => !names)).toBe(
      true,
    );
  });

  test("public ones are known events when that is asked", async () => {
    const table = readTable(shop());
    const known = (await detect(table, { holidays: "US", holidaysKnown: true, votes: false })).series[0].pattern?.known;
    const row = table.time!.values.indexOf(Date.UTC(2018, 6, 4));
    expect([known?.[row], known?.[row + 1]]).toEqual([1, 0]);
    const events = holidayEvents(await holidaysOf("US", table));
    expect(events).toContainEqual({
      name: "Independence Day",
      start: Date.UTC(2018, 6, 4),
      end: Date.UTC(2018, 6, 5) - 1,
    });
    expect(events.some(({ name }) => name.startsWith("Valentine"))).toBe(false);
  });

  test("a table without dates has none", async () => {
    expect(await holidaysOf("US", readTable("v\n1\n2\n3\n"))).toEqual([]);
  });

  test("where the package is not installed, how to install it is said in a sentence", () => {
    const failed = (code: string): unknown => packageProblem(Object.assign(new Error("Cannot find package"), { code }));
    const error = failed("ERR_MODULE_NOT_FOUND");
    expect(error).toMatchObject({ code: "bad_option" });
    expect(String(error)).toContain("not installed");
    expect(JSON.stringify(errorText(error as InputError, "de"))).toContain("npm install date-holidays@3.37.0");
    expect(String(failed("EACCES"))).toContain("Cannot find package");
  });
});
