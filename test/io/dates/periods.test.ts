import { describe, expect, test } from "vitest";
import { sampleRows, sampleValue, two } from "../sample-file.js";
import { reading } from "../reading.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const year = (i: number): number => 2020 + Math.floor(i / 12);
const month = (i: number): number => (i % 12) + 1;
const quarter = (i: number): string => `Q${1 + (i % 4)}`;
const file = (cell: (i: number) => string, name = "period", count = 36, delimiter = ","): string =>
  `${name}${delimiter}v\n${sampleRows(count, (i) => `${cell(i)}${delimiter}${sampleValue(i)}`)}`;

describe("periods of other tools", () => {
  test.each<[string, string, string, string]>([
    ["03.2024", file((i) => `${two(month(i))}.${year(i)}`), "monthly", "2022-12-01T00:00"],
    [
      "3.2024 with decimal commas",
      file((i) => `${month(i)}.${year(i)}`, "Monat", 36, ";"),
      "monthly",
      "2022-12-01T00:00",
    ],
    ["2024.03", file((i) => `${year(i)}.${two(month(i))}`), "monthly", "2022-12-01T00:00"],
    ["FY24-P03", file((i) => `FY${year(i) - 2000}-P${two(month(i))}`), "monthly", "2022-12-01T00:00"],
    ["P03 FY2024", file((i) => `P${two(month(i))} FY${year(i)}`), "monthly", "2022-12-01T00:00"],
    ["Q1 FY2024", file((i) => `${quarter(i)} FY${2014 + Math.floor(i / 4)}`), "quarterly", "2022-10-01T00:00"],
    ["FY14 Q1", file((i) => `FY${14 + Math.floor(i / 4)} ${quarter(i)}`), "quarterly", "2022-10-01T00:00"],
    [
      "202401 as a week",
      file((i) => `${2023 + Math.floor(i / 52)}${two(1 + (i % 52))}`, "week", 60),
      "weekly",
      "2024-02-19T00:00",
    ],
    [
      "001/2024 of accounts",
      file((i) => `${two(month(i)).padStart(3, "0")}/${year(i)}`),
      "monthly",
      "2022-12-01T00:00",
    ],
    [
      "001.2024 of accounts",
      file((i) => `${two(month(i)).padStart(3, "0")}.${year(i)}`),
      "monthly",
      "2022-12-01T00:00",
    ],
    ["01/24 in turn", file((i) => `${two(month(i))}/${year(i) - 2000}`), "monthly", "2022-12-01T00:00"],
    ["2024_01", file((i) => `${year(i)}_${two(month(i))}`), "monthly", "2022-12-01T00:00"],
    [
      "1st quarter 2014",
      file((i) => `${["1st", "Second", "3rd", "Fourth"][i % 4]} quarter ${2014 + Math.floor(i / 4)}`),
      "quarterly",
      "2022-10-01T00:00",
    ],
    [
      "2014/15 Q1",
      file((i) => `${2014 + Math.floor(i / 4)}/${15 + Math.floor(i / 4)} ${quarter(i)}`),
      "quarterly",
      "2022-10-01T00:00",
    ],
    ["1H04", file((i) => `${(i % 2) + 1}H${two(4 + Math.floor(i / 2))}`), "half-yearly", "2021-07-01T00:00"],
    ["1. KW 2024", file((i) => `${1 + i}. KW 2024`, "w", 12), "weekly", "2024-03-18T00:00"],
    ["v.1 2024", file((i) => `v.${1 + i} 2024`, "w", 12), "weekly", "2024-03-18T00:00"],
    ["24-W01", file((i) => `24-W${two(1 + i)}`, "w", 12), "weekly", "2024-03-18T00:00"],
    ["W01/24", file((i) => `W${two(1 + i)}/24`, "w", 12), "weekly", "2024-03-18T00:00"],
    ["the same under KW", file((i) => `2024${two(1 + i)}`, "KW", 12, ";"), "weekly", "2024-03-18T00:00"],
    ["202401 as a month", file((i) => `${year(i)}${two(month(i))}`, "month"), "monthly", "2022-12-01T00:00"],
    ["Jan-24", file((i) => `${MONTHS[i % 12]}-${year(i) - 2000}`), "monthly", "2022-12-01T00:00"],
    ["24-Jan", file((i) => `${year(i) - 2000}-${MONTHS[i % 12]}`), "monthly", "2022-12-01T00:00"],
  ])("%s", (_, text, label, last) => {
    const found = reading(text);
    expect(found).toMatchObject({ kpis: ["v"], cadence: { label } });
    expect(found.times.at(-1)).toBe(last);
    expect(found.values[1]).toBe(Number(sampleValue(1)));
  });

  test("fiscal periods are said", () => {
    expect(reading(file((i) => `FY${year(i)}/P${two(month(i))}`)).warned).toEqual(["fiscal_periods"]);
  });

  test("numbers that only look like months stay numbers", () => {
    expect(reading(file((i) => `${((i * 5) % 12) + 1}.2024`, "price")).kpis).toEqual(["price", "v"]);
  });

  test.each<[string, (i: number, date: Date) => string]>([
    ["Jan 9", (_, date) => `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`],
    ["09-Jan", (_, date) => `${two(date.getUTCDate())}-${MONTHS[date.getUTCMonth()]}`],
    ["9. Januar", (_, date) => `${date.getUTCDate()}. ${["Januar", "Februar", "März"][date.getUTCMonth()]}`],
    ["09.01.", (_, date) => `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.`],
  ])("a day without a year (%s) is no year", (_, cell) => {
    const found = reading(`day,v\n${sampleRows(50, (i, date) => `${cell(i, date)},${sampleValue(i)}`)}`);
    expect(found).toMatchObject({ date: null, records: 50, kpis: ["v"] });
    expect(found.warned).toEqual(["no_date_column_using_row_index", "days_without_year"]);
  });

  test.each<[string, (i: number) => string]>([
    ["2018 Q1", (i) => `${2018 + Math.floor(i / 4)} ${quarter(i)}`],
    ["2018", (i) => `${2000 + i}`],
  ])("%s above months is left out and said", (_, coarse) => {
    const months = sampleRows(
      72,
      (i) => `${2018 + Math.floor(i / 12)} ${MONTHS[i % 12].toUpperCase()},${sampleValue(i)}`,
    );
    const found = reading(`Title,v\n${sampleRows(24, (i) => `${coarse(i)},1000`)}${months}`);
    expect(found).toMatchObject({ rows: 72, cadence: { label: "monthly" } });
    expect(found.warned).toEqual(["mixed_date_formats", "coarser_periods_left_out"]);
  });

  test("quarters that turn into months are one series", () => {
    const months = sampleRows(12, (i) => `2020 M${two(1 + i)},${sampleValue(i)}`);
    expect(
      reading(`p,v\n${sampleRows(24, (i) => `${2014 + Math.floor(i / 4)} ${quarter(i)},${i}`)}${months}`).rows,
    ).toBe(36);
  });
});
