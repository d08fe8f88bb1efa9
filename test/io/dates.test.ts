import { describe, expect, test } from "vitest";
import { compileDateFormat } from "../../kernel-lib/src/io/dates/date-format.js";
import { readTable, type ReadOptions } from "../../kernel-lib/src/io/read-table.js";
import { isoDay, sampleRows, sampleValue, two } from "./sample-file.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const french = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];
const day = (date: Date): number => date.getUTCDate();
const month = (date: Date): number => date.getUTCMonth() + 1;
const twelve = (date: Date): string => `${date.getUTCHours() % 12 || 12}:00 ${date.getUTCHours() < 12 ? "AM" : "PM"}`;

interface Kind {
  readonly kind: string;
  readonly write: (date: Date) => string;
  readonly format: string;
  readonly step?: number;
  readonly rows?: number;
  readonly header?: string;
  readonly instant?: boolean;
}

/** Ways to write the days (or hours) from 1 January 2024 on, and what the reader calls them. */
const kinds: readonly Kind[] = [
  { kind: "ISO", write: isoDay, format: "YYYY-MM-DD" },
  { kind: "year first with slashes", write: (d) => isoDay(d).replaceAll("-", "/"), format: "YYYY/MM/DD" },
  { kind: "day first", write: (d) => `${two(day(d))}/${two(month(d))}/2024`, format: "DD/MM/YYYY" },
  { kind: "month first", write: (d) => `${two(month(d))}/${two(day(d))}/2024`, format: "MM/DD/YYYY" },
  { kind: "without zeros", write: (d) => `${day(d)}.${month(d)}.2024`, format: "D.M.YYYY" },
  { kind: "two-digit years, day first", write: (d) => `${two(day(d))}/${two(month(d))}/24`, format: "DD/MM/YY" },
  { kind: "two-digit years, month first", write: (d) => `${two(month(d))}/${two(day(d))}/24`, format: "MM/DD/YY" },
  { kind: "two-digit years first", write: (d) => `24-${two(month(d))}-${two(day(d))}`, format: "YY-MM-DD" },
  {
    kind: "AM and PM",
    write: (d) => `${month(d)}/${day(d)}/2024 ${twelve(d)}`,
    format: "M/D/YYYY h:mm A",
    step: HOUR,
    rows: 400,
  },
  { kind: "time with T", write: (d) => d.toISOString().slice(0, 16), format: "YYYY-MM-DDTHH:mm", step: HOUR },
  {
    kind: "time with seconds",
    write: (d) => d.toISOString().slice(0, 19).replace("T", " "),
    format: "YYYY-MM-DD HH:mm:ss",
    step: 60_000,
  },
  { kind: "instants", write: (d) => d.toISOString(), format: "ISO 8601 with offset", step: HOUR, instant: true },
  {
    kind: "offsets",
    write: (d) => `${new Date(d.getTime() + 5.5 * HOUR).toISOString().slice(0, 19)}+0530`,
    format: "ISO 8601 with offset",
    step: HOUR,
    instant: true,
  },
  {
    kind: "zone names",
    write: (d) => `${new Date(d.getTime() + 2 * HOUR).toISOString().slice(0, 16).replace("T", " ")} CEST`,
    format: "ISO 8601 with offset",
    step: HOUR,
    instant: true,
  },
  {
    kind: "epoch seconds",
    write: (d) => String(d.getTime() / 1000),
    format: "epoch_s",
    step: HOUR,
    header: "ts",
    instant: true,
  },
  {
    kind: "epoch milliseconds",
    write: (d) => String(d.getTime()),
    format: "epoch_ms",
    step: HOUR,
    header: "timestamp",
    instant: true,
  },
  {
    kind: "epoch microseconds",
    write: (d) => `${d.getTime()}000`,
    format: "epoch_us",
    step: HOUR,
    header: "time",
    instant: true,
  },
  { kind: "digits only", write: (d) => isoDay(d).replaceAll("-", ""), format: "YYYYMMDD" },
  { kind: "spreadsheet days", write: (d) => String(d.getTime() / DAY + 25_569), format: "excel_serial" },
  {
    kind: "day of the year",
    write: (d) => `2024-${String((d.getTime() - Date.UTC(2024, 0, 1)) / DAY + 1).padStart(3, "0")}`,
    format: "YYYY-DDDD",
  },
  { kind: "English names", write: (d) => `"${short[month(d) - 1]} ${two(day(d))}, 2024"`, format: "MMM DD, YYYY" },
  { kind: "names in the middle", write: (d) => `${two(day(d))}-${short[month(d) - 1]}-24`, format: "DD-MMM-YY" },
  {
    kind: "French names",
    write: (d) => `${two(day(d))} ${french[month(d) - 1]} 2024`,
    format: "DD MMMM YYYY (French)",
  },
  { kind: "weekdays", write: (d) => `"${d.toUTCString().slice(0, 16)}"`, format: "DD MMM YYYY" },
  { kind: "Chinese", write: (d) => `2024年${month(d)}月${day(d)}日`, format: "YYYY年M月D日", header: "日期" },
];

describe("dates", () => {
  test.each(kinds)("$kind", ({ write, format, step = DAY, rows = 120, header = "date", instant = false }) => {
    const file = `${header},value\n${sampleRows(rows, (i, date) => `${write(date)},${sampleValue(i)}`, step)}`;
    const table = readTable(file);
    expect(table.time).toMatchObject({ columns: [header], format, zone: instant ? "instant" : "naive" });
    expect([...table.time!.values]).toEqual(Array.from({ length: rows }, (_, i) => Date.UTC(2024, 0, 1) + i * step));
    expect(
      table.warnings.filter(
        (warning) =>
          warning.code !== "excel_serial_dates_assumed" &&
          !(warning.code === "unparsable_date_rows" && warning.facts.monthNames !== null),
      ),
    ).toEqual([]);
  });

  test.each(kinds)(
    "$kind, by the format that was found",
    ({ write, format, step = DAY, rows = 120, header = "date" }) => {
      const file = `${header},value\n${sampleRows(rows, (i, date) => `${write(date)},${sampleValue(i)}`, step)}`;
      expect(readTable(file, { date: header, dateFormat: format }).time!.values).toEqual(readTable(file).time!.values);
    },
  );

  test.each<[string, string[], string, number[]]>([
    [
      "quarters",
      ["2023-Q3", "2023-Q4", "2024-Q1"],
      "YYYY-Qq",
      [Date.UTC(2023, 6), Date.UTC(2023, 9), Date.UTC(2024, 0)],
    ],
    [
      "quarters first",
      ["Q3 2023", "Q4 2023", "Q1 2024"],
      "Qq YYYY",
      [Date.UTC(2023, 6), Date.UTC(2023, 9), Date.UTC(2024, 0)],
    ],
    [
      "ISO weeks over new year",
      ["2020-W52", "2020-W53", "2021-W01"],
      "ISO week YYYY-Www",
      [Date.UTC(2020, 11, 21), Date.UTC(2020, 11, 28), Date.UTC(2021, 0, 4)],
    ],
    [
      "months",
      ["2023-11", "2023-12", "2024-01"],
      "YYYY-MM",
      [Date.UTC(2023, 10), Date.UTC(2023, 11), Date.UTC(2024, 0)],
    ],
    [
      "months first",
      ["11/2023", "12/2023", "01/2024"],
      "MM/YYYY",
      [Date.UTC(2023, 10), Date.UTC(2023, 11), Date.UTC(2024, 0)],
    ],
    [
      "month names",
      ["Nov-23", "Dec-23", "Jan-24"],
      "MMM-YY",
      [Date.UTC(2023, 10), Date.UTC(2023, 11), Date.UTC(2024, 0)],
    ],
    [
      "German month names",
      ["Februar 2024", "März 2024", "Mai 2024"],
      "MMMM YYYY (German)",
      [Date.UTC(2024, 1), Date.UTC(2024, 2), Date.UTC(2024, 4)],
    ],
  ])("%s", (_, cells, format, times) => {
    const table = readTable(`period,value\n${cells.map((cell, i) => `${cell},${i + 0.5}\n`).join("")}`);
    expect(table.time!.format).toBe(format);
    expect([...table.time!.values]).toEqual(times);
  });

  test.each(["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-32"])(
    "%s is no date",
    (cell) => {
      const table = readTable(`date,v\n${sampleRows(40, (i, date) => `${isoDay(date)},${sampleValue(i)}`)}${cell},7\n`);
      expect(table.time!.values[40]).toBeNaN();
      expect(table.warnings.map(({ code }) => code)).toContain("unparsable_date_rows");
    },
  );

  test("a column that can be read both ways is decided by its steps, and that is said", () => {
    const monthly = Array.from(
      { length: 24 },
      (_, i) => `01/${two((i % 12) + 1)}/${2022 + Math.floor(i / 12)},${sampleValue(i)}\n`,
    ).join("");
    const table = readTable(`month,v\n${monthly}`);
    expect(table.time!.format).toBe("DD/MM/YYYY");
    expect(table.cadence!.label).toBe("monthly");
    expect(table.warnings.map(({ code }) => code)).toEqual(["ambiguous_date_order"]);
  });

  test.each<[string, string, (i: number, date: Date) => string, ReadOptions, string[], string]>([
    [
      "date and time",
      "Date,Time,v",
      (i, d) => `${isoDay(d)},${two(d.getUTCHours())}:00,${sampleValue(i)}`,
      {},
      ["Date", "Time"],
      "YYYY-MM-DD + HH:mm",
    ],
    [
      "date and time with dots",
      "Datum;Zeit;v",
      (i, d) => `${day(d)}.${month(d)}.2024;${two(d.getUTCHours())}.00.00;${sampleValue(i)}`,
      {},
      ["Datum", "Zeit"],
      "D.M.YYYY + HH.mm.ss",
    ],
    [
      "date and hour",
      "date,hour,v",
      (i, d) => `${isoDay(d)},${d.getUTCHours()},${sampleValue(i)}`,
      {},
      ["date", "hour"],
      "YYYY-MM-DD + H",
    ],
    [
      "date and hour ending",
      "date,HE,v",
      (i, d) => `${isoDay(d)},${d.getUTCHours() + 1},${sampleValue(i)}`,
      {},
      ["date", "HE"],
      "YYYY-MM-DD + H",
    ],
    [
      "named by the user",
      "d,x,v",
      (i, d) => `${isoDay(d)},${two(d.getUTCHours())}:00,${sampleValue(i)}`,
      { date: "d+x" },
      ["d", "x"],
      "YYYY-MM-DD + HH:mm",
    ],
    [
      "year, month, day, hour",
      "Year,Month,Day,Hour,v",
      (i, d) => `2024,${month(d)},${day(d)},${d.getUTCHours()},${sampleValue(i)}`,
      {},
      ["Year", "Month", "Day", "Hour"],
      "YYYY + MM + DD + H",
    ],
  ])("in several columns: %s", (_, header, row, options, columns, format) => {
    const table = readTable(`${header}\n${sampleRows(100, row, HOUR)}`, options);
    expect(table.time).toMatchObject({ columns, format });
    expect([...table.time!.values]).toEqual(Array.from({ length: 100 }, (_, i) => Date.UTC(2024, 0, 1) + i * HOUR));
    expect(table.warnings.map(({ code }) => code)).toContain("date_in_several_columns");
  });
});

describe("a date format from the user", () => {
  const at = Date.UTC(2024, 1, 3, 14, 5, 9);
  test.each<[string, string, number]>([
    ["DD/MM/YYYY HH:mm", "03/02/2024 14:05", at - 9000],
    ["D/M/YYYY H:mm", "3/2/2024 14:05", at - 9000],
    ["MM-DD-YY hh:mm:ss A", "02-03-24 02:05:09 PM", at],
    ["YYYYMMDDHHmmss", "20240203140509", at],
    ["dd.MM.yyyy HH:mm:ss", "03.02.2024 14:05:09", at],
    ["dd.mm.yyyy", "03.02.2024", Date.UTC(2024, 1, 3)],
    ["%d/%m/%Y %H:%M:%S", "03/02/2024 14:05:09", at],
    ["MMMM D, YYYY", "February 3, 2024", Date.UTC(2024, 1, 3)],
    ["D MMMM YYYY", "3 février 2024", Date.UTC(2024, 1, 3)],
    ["YYYY-MM-DDTHH:mm:ssZ", "2024-02-03T15:05:09+01:00", at],
    ["YYYY-MM-DD HH:mm:ss Z", "2024-02-03 15:05:09 CET", at],
    ["[day] D [of] MMM YYYY", "day 3 of Feb 2024", Date.UTC(2024, 1, 3)],
    ["YYYY-[W]WW", "2024-W05", Date.UTC(2024, 0, 29)],
    ["YYYY-DDDD", "2024-034", Date.UTC(2024, 1, 3)],
  ])("%s reads %s", (format, text, time) => expect(compileDateFormat(format)!.read(text)).toBe(time));

  test("says no to other text and to dates that do not exist", () => {
    for (const text of ["2024-02-03", "30/02/2024", "03/13/2024", "", "03/02/2024 x"])
      expect(compileDateFormat("DD/MM/YYYY")!.read(text)).toBeNaN();
    expect(() => compileDateFormat("DD/MM")).toThrow(expect.objectContaining({ code: "bad_option" }));
  });

  test("settles what the file leaves open", () => {
    const file = `date,v\n${sampleRows(12, (i) => `0${(i % 9) + 1}/0${(i % 7) + 1}/2024,${sampleValue(i)}`)}`;
    expect(readTable(file, { dateFormat: "MM/DD/YYYY" }).time!.values[1]).toBe(Date.UTC(2024, 1, 2));
    expect(readTable(file, { date: "date", dateFormat: "DD/MM/YYYY" }).warnings.map(({ code }) => code)).not.toContain(
      "ambiguous_date_order",
    );
    const seconds = readTable(`a,b\n${sampleRows(40, (i, date) => `${sampleValue(i)},${date.getTime() / 1000}`)}`, {
      dateFormat: "epoch_s",
    });
    expect(seconds.time).toMatchObject({ columns: ["b"], format: "epoch_s" });
  });
});
