import { describe, expect, test } from "vitest";
import { readNumber } from "../../kernel-lib/src/io/numbers/number-text.js";
import { inspect } from "../../kernel-lib/src/io/inspect.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { readRecords } from "../../kernel-lib/src/io/text/records.js";
import { keyValues, seriesOf } from "../../kernel-lib/src/io/series.js";
import { isoDay, sampleRows, sampleValue } from "./sample-file.js";

const file = (header: string, row: (i: number) => string, count = 60): string =>
  `date,${header}\n${sampleRows(count, (i, date) => `${isoDay(date)},${row(i)}`)}`;
const codesOf = (text: string): string[] => readTable(text).warnings.map(({ code }) => code);

describe("numbers", () => {
  test.each<[string, "." | ",", number]>([
    ["1,234,567.89", ".", 1234567.89],
    ["1.234.567,89", ",", 1234567.89],
    ["1 234 567,89", ",", 1234567.89],
    ["1\u00a0234", ".", 1234],
    ["1\u202f234,5", ",", 1234.5],
    ["1'234.5", ".", 1234.5],
    ["12,34,567", ".", 1234567],
    ["$1,234.50", ".", 1234.5],
    ["-$5", ".", -5],
    ["$-5", ".", -5],
    ["1.234,50 €", ",", 1234.5],
    ["EUR 12", ".", 12],
    ["12.5%", ".", 12.5],
    ["£ 3.20", ".", 3.2],
    ["12 kr", ".", 12],
    ["(1,234.5)", ".", -1234.5],
    ["($5)", ".", -5],
    ["123-", ".", -123],
    ["\u221212", ".", -12],
    ["+7", ".", 7],
    ["1.5e3", ".", 1500],
    ["1,5E-3", ",", 0.0015],
    [".5", ".", 0.5],
    ["5.", ".", 5],
    ["inf", ".", Infinity],
    ["-Infinity", ".", -Infinity],
    ["\u221e", ".", Infinity],
    ["\u0661\u0662\u0663", ".", 123],
    ["\uff11\uff12", ".", 12],
  ])("%s with decimal %s", (text, decimal, value) => expect(readNumber(text, decimal).value).toBe(value));

  test.each(["abc", "", "-", "1.2.3", "1,23", "12:30", "2024-01-01", "0x10", "1e", "--5", "5 apples", "()"])(
    "%s is no number",
    (text) => expect(readNumber(text, ".").value).toBeNaN(),
  );

  test("words for missing are counted, never 0", () => {
    const words = ["", "NA", "n/a", "null", "-", "NaN", "#N/A", "?", "None", "#DIV/0!"];
    const table = readTable(file("v", (i) => (i % 6 === 3 ? words[(i - 3) / 6] : sampleValue(i))));
    expect(table.warnings).toEqual([expect.objectContaining({ code: "missing_values", count: 10 })]);
    expect(seriesOf(table, "v").values.filter(Number.isNaN)).toHaveLength(10);
  });

  test("the decimal mark is decided for each column by all its cells", () => {
    const table = readTable(
      `Datum;Besucher;Quote;Umsatz\n${sampleRows(60, (i, date) => `${isoDay(date)};${(900 + i * 7).toLocaleString("de-DE")};0,${100 + i};${(1000 + i).toLocaleString("de-DE")},50`)}`,
    );
    expect(seriesOf(table, "Besucher").values[59]).toBe(1313);
    expect(seriesOf(table, "Quote").values[59]).toBe(0.159);
    expect(seriesOf(table, "Umsatz").values[59]).toBe(1059.5);
  });

  test("evidence that comes late is heeded", () => {
    const table = readTable(`date;v\n${sampleRows(600, (i, date) => `${isoDay(date)};${i < 500 ? i : `${i},5`}`)}`);
    expect(seriesOf(table, "v").values[599]).toBe(599.5);
    const late = readTable(
      `date,v,name\n${sampleRows(600, (i, date) => `${isoDay(date)},${i},${i < 300 ? i : "abc"}`)}`,
    );
    expect(late.columns[2].kind).toBe("number");
    const text = readTable(
      `date,v,name\n${sampleRows(900, (i, date) => `${isoDay(date)},${i},${i < 300 ? `0${i}` : `a${i}`}`)}`,
    );
    expect(text.columns[2]).toMatchObject({ kind: "text", role: "text" });
    expect(readTable(file("v", (i) => String(i), 10)).columns[1]).toMatchObject({ decimals: 0 });
  });
});

describe("warnings about values", () => {
  test.each<[string, string, (i: number) => string]>([
    ["possible_missing_value_code", "-999", (i) => (i % 20 === 3 ? "-999" : sampleValue(i))],
    ["possible_missing_value_code", "9999", (i) => (i % 20 === 3 ? "9999" : sampleValue(i))],
    ["possible_missing_value_code", "-200", (i) => (i % 9 === 3 ? "-200" : sampleValue(i))],
    ["non_finite_values", "inf", (i) => (i % 20 === 3 ? "inf" : sampleValue(i))],
    ["non_finite_values", "1e999", (i) => (i % 20 === 3 ? "1e999" : sampleValue(i))],
    ["precision_above_2_53", "", (i) => String(9007199254740993n + BigInt(i * i * 1000))],
    ["constant_column", "", () => "5"],
    ["missing_values", "closed", (i) => (i % 20 === 3 ? "closed" : sampleValue(i))],
  ])("%s %s", (code, _, row) => expect(codesOf(file("v", row))).toEqual([code]));

  test("a code for missing is applied only when asked for", () => {
    const text = file("v", (i) => (i % 20 === 3 ? "-999" : sampleValue(i)));
    expect(seriesOf(readTable(text), "v").values[3]).toBe(-999);
    expect(seriesOf(readTable(text, { missing: ["-999"] }), "v").values[3]).toBeNaN();
  });

  test("an empty column has no KPI, many columns are told", () => {
    expect(inspect(readTable(file("v,e", (i) => `${sampleValue(i)},`)))).toMatchObject({
      kpis: ["v"],
      other: [{ name: "e", role: "empty" }],
      warnings: [{ code: "empty_column" }],
    });
    const names = Array.from({ length: 2000 }, (_, c) => `k${c}`);
    const wide = readTable(file(names.join(","), (i) => names.map((_, c) => sampleValue(i + c)).join(",")));
    expect(wide.columns).toHaveLength(2001);
    expect(wide.warnings.map(({ code }) => code)).toEqual(["many_columns"]);
  });
});

describe("roles", () => {
  test("ids, codes, flags and dates are no KPIs", () => {
    const text = `id,date,zip,is_holiday,temp,customer_id,lat,updated_at\n${sampleRows(60, (i, date) => `${i + 1},${isoDay(date)},0${1000 + (i % 7)},${i % 7 === 0 ? 1 : 0},${sampleValue(i)},${9000 + ((i * 37) % 50)},48.${i + 10},${isoDay(date)}`)}`;
    expect(inspect(readTable(text))).toMatchObject({
      date: { columns: ["date"] },
      kpis: ["temp"],
      other: [
        { name: "id", role: "id" },
        { name: "zip", role: "code" },
        { name: "is_holiday", role: "flag" },
        { name: "customer_id", role: "id" },
        { name: "lat", role: "code" },
        { name: "updated_at", role: "date" },
      ],
    });
  });

  test("what the user names is a KPI, and names that do not exist are answered with those that do", () => {
    const text = file("up,v", (i) => `${i % 2},${sampleValue(i)}`);
    expect(inspect(readTable(text, { kpis: ["up"] })).kpis).toEqual(["up", "v"]);
    for (const options of [{ kpis: ["x"] }, { date: "x" }, { key: "x" }])
      expect(() => readTable(text, options)).toThrow(expect.objectContaining({ code: "column_not_found" }));
    expect(() => readTable(text, { date: "v" })).toThrow(expect.objectContaining({ code: "bad_option" }));
    expect(() => readTable(text, { dateFormat: "DD.MM.YYYY" })).toThrow(
      expect.objectContaining({ code: "bad_option" }),
    );
  });

  test("a lone flag is the KPI", () =>
    expect(inspect(readTable(file("up", (i) => String(i % 2)))).kpis).toEqual(["up"]));

  test("names of JavaScript's own are ordinary names", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    expect(inspect(readTable(file(names.join(","), (i) => names.map(() => sampleValue(i)).join(",")))).kpis).toEqual(
      names,
    );
  });
});

describe("several rows a moment", () => {
  const long = `date,region,sales\n${sampleRows(40, (i, date) => ["north", "south"].map((region, r) => `${isoDay(date)},${region},${i + r * 1000}.5`).join("\n"))}`;
  test("a key column makes one series a value", () => {
    const table = readTable(long);
    expect(table.key).toBe("region");
    expect(keyValues(table)).toEqual(["north", "south"]);
    expect(seriesOf(table, "sales", "south").values[39]).toBe(1039.5);
    expect(seriesOf(table, "sales", "south").cadence!.label).toBe("daily");
    expect(table.warnings.map(({ code }) => code)).toEqual(["long_format"]);
    expect(() => seriesOf(table, "sales", "west")).toThrow(expect.objectContaining({ code: "column_not_found" }));
  });

  test("two columns together, when one is not enough", () => {
    const table = readTable(
      `date,store,dept,sales\n${sampleRows(40, (i, date) => [1, 2].flatMap((s) => [1, 2].map((d) => `${isoDay(date)},${s},${d},${i + s * 100 + d * 10}.5`)).join("\n"))}`,
    );
    expect(table.key).toBe("store+dept");
    expect(keyValues(table)).toEqual(["1 + 1", "1 + 2", "2 + 1", "2 + 2"]);
    expect(seriesOf(table, "sales", "2 + 1").values[0]).toBe(210.5);
  });

  test("without a key there is one series, and its repeated moments are told", () => {
    const table = readTable(file("v", (i) => `${sampleValue(i)}${i === 30 ? "\n2024-01-31,7" : ""}`));
    expect(keyValues(table)).toEqual([""]);
    expect(table.warnings).toEqual([expect.objectContaining({ code: "duplicate_timestamps", count: 1, rows: [32] })]);
  });
});

describe("original cells", () => {
  test("come back as they stand, for the same records as the table's", () => {
    const text =
      'Title\n\nid;date;v\n001;01.02.2024;"1.234,50"\n# remark\n;;\n002;02.02.2024;"a ""b""\nc";more\n003;03.02.2024;7\n';
    const table = readTable(text);
    const { header, records } = readRecords(text, table.source);
    expect(header).toEqual(["id", "date", "v", ""]);
    expect([...records]).toEqual([
      ["001", "01.02.2024", "1.234,50", ""],
      ["002", "02.02.2024", 'a "b"\nc', "more"],
      ["003", "03.02.2024", "7", ""],
    ]);
    expect(table.records).toBe(3);
  });
});
