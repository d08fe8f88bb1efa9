import { describe, expect, test } from "vitest";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";
import { reading } from "../reading.js";

const rows = (delimiter = ",", more = ""): string =>
  sampleRows(40, (i, date) => `${isoDay(date)}${delimiter}${sampleValue(i)}${delimiter}${i % 5}${more}`);

describe("the header is where the regular rows begin", () => {
  test.each<[string, string, string[], string[]]>([
    [
      "two years side by side",
      `date,2023,2024\n${rows().replaceAll(/^2024-/gm, "")}`,
      ["2023", "2024"],
      ["no_date_column_using_row_index", "days_without_year"],
    ],
    ["a wider line above", `Station,Kiel,54.3,10.1,DE,7\n\ntime,t,n\n${rows()}`, ["t", "n"], ["preamble_skipped"]],
    [
      "a sentence with commas",
      `Made by A, B, C and D, on Monday, 3 June\ntime,t,n\n${rows()}`,
      ["t", "n"],
      ["preamble_skipped"],
    ],
    ["values of a preamble", `site,42,7\naltitude,120,8\ntime,t,n\n${rows()}`, ["t", "n"], ["preamble_skipped"]],
    ["units below", `time,t,n\nUTC,°C,mm\n${rows()}`, ["t", "n"], ["preamble_skipped"]],
    ["types below", `time,t,n\ndate,double,int\n${rows()}`, ["t", "n"], ["preamble_skipped"]],
    ["units in brackets below", `time;t;n\n;[°C];[mm]\n${rows(";")}`, ["t", "n"], ["preamble_skipped"]],
    ["a rule below", `time,t,n\n====,===,===\n${rows()}`, ["t", "n"], ["preamble_skipped"]],
    [
      "a table of Org mode",
      `|time|t|n|\n|----+---+---|\n${rows("|")
        .replace(/^|(?=\n)/gm, "|")
        .slice(0, -1)}`,
      ["t", "n"],
      ["preamble_skipped"],
    ],
    ["totals on top", `time;t;n\nGesamt;4000.5;80\n${rows(";")}`, ["t", "n"], ["unparsable_date_rows"]],
    ["empty columns to the right", `time,t,n,,,,,,,,\n${rows(",", ",,,,,,,,")}`, ["t", "n"], []],
    [
      "one name for all below",
      `Price,Close,High\nTicker,ABC,ABC\nDate,,\n${rows()}`,
      ["Close", "High"],
      ["preamble_skipped"],
    ],
  ])("%s", (_, text, kpis, warned) => {
    const found = reading(text);
    expect(found).toMatchObject({ kpis, warned });
    expect(found.values).toContain(Number(sampleValue(3)));
  });

  test("names of two rows are joined, a group standing above its first column", () => {
    const found = reading(
      `,North,,South,\nDate,Sales,Cost,Sales,Cost\n${sampleRows(40, (i, date) => `${isoDay(date)},${i}.5,${i % 7}.5,${i}.25,${i % 3}.5`)}`,
    );
    expect(found.kpis).toEqual(["North Sales", "North Cost", "South Sales", "South Cost"]);
    expect(found.noted).toEqual(["header_of_several_rows"]);
  });

  test("years are names also where the column of one is empty", () => {
    const cells = (i: number): string => `c${i},${i}.5,2.5,,4.5,5.5,6.5,7.5,8.5`;
    const text = `geo,2010,2011,2012,2013,2014,2015,2016,2017\n${sampleRows(8, cells)}`;
    expect(reading(text).kpis).toEqual(["2010", "2011", "2013", "2014", "2015", "2016", "2017"]);
    expect(reading(text).warned).toContain("dates_across");
  });

  test("names in a remark above that of the units", () => {
    const found = reading(
      `#YY  MM DD hh WSPD\n#yr  mo dy hr m/s\n${sampleRows(48, (i) => `2024 01 0${1 + Math.floor(i / 24)} ${i % 24} ${i}.5`)}`,
    );
    expect(found).toMatchObject({ kpis: ["WSPD"], cadence: { label: "hourly" } });
  });

  test("a file without names has none", () => {
    expect(reading(rows())).toMatchObject({ header: false, records: 40 });
  });
});
