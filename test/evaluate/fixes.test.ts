import { expect, test } from "vitest";
import { detect, fixes, fixesText, read, type Config, type Fix, type Report } from "../../kernel-lib/src/index.js";

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** From 0 to 1, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

async function fixesOf(text: string, config: Config = {}): Promise<Fix[]> {
  const table = read(new TextEncoder().encode(text), config, "a.csv");
  return fixes(table, await detect(table, config));
}

/** Days of two sensors that say -200 when they are out of order. */
function sensors(): string {
  const lines = Array.from({ length: 120 }, (_, row) => {
    const value = (seed: number): string => (row % 17 === 3 ? "-200" : (50 + 5 * scatter(row * 2 + seed)).toFixed(1));
    return `${iso(Date.UTC(2024, 0, 1) + row * day)},${value(0)},${value(1)}`;
  });
  return `date,co,no2\n${lines.join("\n")}\n`;
}

/** Five sales a day in two branches. */
function sales(): string {
  const lines = Array.from({ length: 300 }, (_, row) => {
    const date = iso(Date.UTC(2024, 0, 1) + Math.floor(row / 5) * day);
    return `${date},${["North", "South"][row % 2]},${(20 + 10 * scatter(row)).toFixed(2)}`;
  });
  return `date,branch,total\n${lines.join("\n")}\n`;
}

/** Days with a high last day of each month. */
function books(): string {
  const lines = Array.from({ length: 360 }, (_, row) => {
    const time = Date.UTC(2024, 0, 1) + row * day;
    const closes = new Date(time + day).getUTCDate() === 1;
    return `${iso(time)},${(100 + 6 * scatter(row) + (closes && scatter(row) > 0.4 ? 90 : 0)).toFixed(1)}`;
  });
  return `date,bookings\n${lines.join("\n")}\n`;
}

test("a number that means no value is one fix for all its columns, gone once it is set", async () => {
  const [fix, ...others] = await fixesOf(sensors());
  expect(others).toEqual([]);
  expect(fix).toMatchObject({
    kind: "missing code",
    facts: { value: -200, columns: ["co", "no2"], cells: 14 },
    changes: { "read.missing": ["-200"] },
    option: "--missing=-200",
  });
  expect(fixesText([fix])).toBe(
    'Suggestions:\n  -200 looks like "no value" in 2 columns. Treat these 14 cells as missing: --missing=-200\n',
  );
  expect(await fixesOf(sensors(), { read: { missing: ["-200"] } })).toEqual([]);
});

test("rows that share a day are added up, or split by the column that has few values", async () => {
  const found = await fixesOf(sales());
  expect(found.map(({ kind, option }) => [kind, option])).toEqual([
    ["totals", "--aggregate day"],
    ["segments", "--segments branch --aggregate day"],
  ]);
  expect(await fixesOf(sales(), { aggregate: { by: "day" } })).toEqual([]);
});

test("measurements that come when they come are averaged: nobody adds up temperatures", async () => {
  const lines = Array.from({ length: 400 }, (_, row) => {
    const time = Date.UTC(2024, 0, 1) + Math.floor((row + 0.4 * scatter(row)) * 6 * 3600) * 1000;
    return `${new Date(time).toISOString().slice(0, 19)},${(20 + scatter(row)).toFixed(1)},${(5 + scatter(row + 1)).toFixed(2)}`;
  });
  const only = `time,temperature\n${lines.map((line) => line.replace(/,[^,]*$/, "")).join("\n")}\n`;
  const [fix] = await fixesOf(only);
  expect(fix).toMatchObject({ kind: "totals", facts: { summed: false, averaged: ["temperature"] } });
  expect(fixesText([fix])).toContain("Take their average for each day");
  const [both] = await fixesOf(`time,unit price,amount\n${lines.join("\n")}\n`);
  expect(both).toMatchObject({ kind: "totals", facts: { summed: true, averaged: ["unit price"] } });
  expect(fixesText([both])).toContain("Add them up for each day, but average unit price");
});

test("what happens at most ends of a month can be expected at all of them", async () => {
  const [fix] = (await fixesOf(books())).filter(({ kind }) => kind === "month ends");
  expect(fix.facts).toMatchObject({ which: "last" });
  const { events } = fix.changes as { events: { date: string }[] };
  expect(events).toHaveLength(11);
  expect(events[1]).toEqual({ name: "month end", date: "2024-02-29" });
  expect((await fixesOf(books(), { events })).filter(({ kind }) => kind === "month ends")).toEqual([]);
});

/** Five years of days with a week; few come on Christmas and on the fourth Thursday of November, which no other year told. */
function shop(): string {
  const lines = Array.from({ length: 5 * 365 }, (_, row) => {
    const time = Date.UTC(2019, 0, 1) + row * day;
    const date = new Date(time);
    const [month, place, weekday] = [date.getUTCMonth(), date.getUTCDate(), date.getUTCDay()];
    const isClosed =
      (month === 11 && (place === 25 || place === 26)) || (month === 10 && weekday === 4 && place > 21 && place < 29);
    return `${iso(time)},${(1000 + 200 * Math.sin((2 * Math.PI * row) / 7) + 40 * scatter(row) - (isClosed ? 600 : 0)).toFixed(0)}`;
  });
  return `date,visits\n${lines.join("\n")}\n`;
}

test("incidents that return each year on the same dates are suggested as known events of every year", async () => {
  const table = read(new TextEncoder().encode(shop()), {}, "a.csv");
  const report = await detect(table, {});
  const hit = (years: readonly number[], text: string): Report["series"][number]["incidents"] =>
    years.map((year) => {
      const point = report.series[0].time.indexOf(Date.parse(`${year}-${text}T00:00:00Z`));
      return { ...made, rank: point, start: point, end: point, peak: point };
    });
  const made = { points: 1, severity: 60 } as unknown as Report["series"][number]["incidents"][number];
  const odd = {
    ...report,
    series: [
      {
        ...report.series[0],
        incidents: [
          ...hit([2019, 2020, 2021, 2023], "12-25"),
          ...hit([2019, 2020, 2021, 2022, 2023], "12-26"),
          ...hit([2019], "11-28"),
          ...hit([2020], "11-26"),
          ...hit([2021], "11-25"),
          ...hit([2021], "03-03"),
        ],
      },
    ],
  };
  const [found] = fixes(table, odd);
  expect(found.facts).toEqual({
    dates: [
      { key: "fixed", value: 1225 },
      { key: "fixed", value: 1226 },
      { key: "nthWeekday", value: 1133 },
    ],
    incidents: 12,
    days: 15,
    given: false,
  });
  expect(fixesText([found])).toContain(
    "12 incidents return each year on 25 December, 26 December and the fourth Thursday of November. Expect 15 such days, or all public holidays of a country: --holidays <place> --holidays-known",
  );
  const [withHolidays] = fixes(table, { ...odd, config: { ...odd.config, holidays: "US", holidaysKnown: true } });
  expect(withHolidays.option).toBe(null);
  const { events } = found.changes as { events: { date: string }[] };
  expect(events.map(({ date }) => date)).toContain("2022-11-24");
  expect(fixes(table, { ...odd, series: [{ ...odd.series[0], incidents: hit([2019, 2021], "05-05") }] })).toEqual([]);
});

test("a plain file needs no fix, and nothing is said of it", async () => {
  const plain = sensors().replaceAll("-200", "52.0");
  expect(await fixesOf(plain)).toEqual([]);
  expect(fixesText([])).toBe("");
});
