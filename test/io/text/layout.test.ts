import { describe, expect, test } from "vitest";
import type { WarningCode } from "../../../kernel-lib/src/table.js";
import { inspect } from "../../../kernel-lib/src/io/inspect.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";

const rows = (delimiter: string, decimal = "."): string =>
  sampleRows(60, (i, date) => [isoDay(date), sampleValue(i).replace(".", decimal), `note ${i % 3}`].join(delimiter));
const plain = `date,sales,note\n${rows(",")}`;
const values = Array.from({ length: 60 }, (_, i) => Number(sampleValue(i)));
const codes = (file: Uint8Array | string): WarningCode[] => readTable(file).warnings.map(({ code }) => code);
const sales = (file: Uint8Array | string): number[] => {
  const column = readTable(file).columns[1];
  return column.kind === "number" ? [...column.values] : [];
};

describe("dialects come back equal", () => {
  const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
    const units = [...((mark ? "\ufeff" : "") + text)].map((letter) => letter.charCodeAt(0));
    return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
  };
  test.each<[string, Uint8Array | string, Partial<ReturnType<typeof inspect>>, WarningCode[]]>([
    ["comma", plain, { delimiter: ",", encoding: "utf-8" }, []],
    ["semicolon and decimal comma", `date;sales;note\n${rows(";", ",")}`, { delimiter: ";", decimal: "," }, []],
    ["semicolon and decimal point", `date;sales;note\n${rows(";")}`, { delimiter: ";", decimal: "." }, []],
    ["tab", `date\tsales\tnote\n${rows("\t")}`, { delimiter: "\t" }, []],
    ["bar", `date|sales|note\n${rows("|")}`, { delimiter: "|" }, []],
    ["caret", `date^sales^note\n${rows("^")}`, { delimiter: "^" }, []],
    ["carriage return and line feed", plain.replaceAll("\n", "\r\n"), {}, []],
    ["carriage return", plain.replaceAll("\n", "\r"), {}, []],
    ["byte order mark", `\ufeff${plain}`, {}, []],
    ["UTF-16 LE", utf16(plain, false, true), { encoding: "utf-16le" }, []],
    ["UTF-16 BE", utf16(plain, true, true), { encoding: "utf-16be" }, []],
    ["UTF-16 LE without mark", utf16(plain, false, false), { encoding: "utf-16le" }, []],
    [
      "Windows-1252",
      Uint8Array.from([...plain.replaceAll("note", "Stra\u00dfe")].map((letter) => letter.charCodeAt(0))),
      { encoding: "windows-1252" },
      ["not_utf8"],
    ],
    ["NUL bytes", plain.replace("note 1", "no\0te 1"), {}, ["nul_bytes"]],
    ["no line end at the end", plain.trimEnd(), {}, []],
    [
      "everything quoted",
      plain
        .split("\n")
        .map((line) =>
          line
            .split(",")
            .map((cell) => `"${cell}"`)
            .join(","),
        )
        .join("\n"),
      {},
      [],
    ],
    [
      "spaces after the delimiter, then quotes",
      plain
        .split("\n")
        .map((line) =>
          line
            .split(",")
            .map((cell, c) => (c === 0 ? cell : ` "${cell}"`))
            .join(","),
        )
        .join("\n"),
      {},
      [],
    ],
    ["line breaks and quotes inside cells", plain.replaceAll(/note \d/g, '"a ""b"",\nc"'), {}, []],
    ["sep=", `sep=;\ndate;sales;note\n${rows(";")}`, { delimiter: ";" }, []],
    [
      "remarks",
      `# made by a program\n${plain.replace("\n2024-02", "\n# half time, 5\n2024-02")}`,
      {},
      ["comment_lines_skipped"],
    ],
    ["a remark as header", `# made by a program\n# ${plain}`, {}, ["comment_lines_skipped"]],
    ["title above", `Sales report\nAll shops\n\n${plain}`, {}, ["preamble_skipped"]],
    ["title of the same width", `Report,Sales,2024\nFrom,2024-01-01,\n${plain}`, {}, ["preamble_skipped"]],
    ["lines of bare delimiters", `${plain},,\n,,\n;;,\n`, {}, []],
    ["trailing delimiters", plain.replaceAll("\n", ",,\n"), {}, []],
    ["an unclosed quote", plain.replace("note 2", '"note 2'), {}, ["unclosed_quote"]],
    [
      "an unclosed quote before quoted cells",
      plain.replaceAll(/note \d/g, '"x"').replace('"x"', '"x'),
      {},
      ["unclosed_quote"],
    ],
    ["a missing header", rows(","), { header: false }, ["no_header"]],
    ["a header twice", plain.replace("note", "sales"), {}, ["duplicate_headers"]],
    ["a header without name", plain.replace("note", ""), {}, ["empty_header"]],
  ])("%s", (_, file, expected, warned) => {
    expect(inspect(readTable(file))).toMatchObject({ records: 60, rows: 60, ...expected });
    expect(sales(file)).toEqual(values);
    expect(codes(file)).toEqual(warned);
  });

  test("a file with two clearly different line counts a record maps back to its lines", () => {
    const file = `# one\nTitle\n\ndate,v,note\n2024-01-01,1.5,"a\nb"\n# two\n2024-01-02,2.5,c\n\n2024-01-03,3.5,"d ""e"""\n2024-01-04,4.5,f\n`;
    expect([...readTable(file).lines]).toEqual([5, 8, 10, 11]);
  });

  test("rows too short and too long are kept and told", () => {
    const table = readTable(plain.replace(/,note 1\n/, "\n").replace(/note 2\n/, "note 2,extra,more\n"));
    expect(table.records).toBe(60);
    expect(table.warnings).toEqual([expect.objectContaining({ code: "ragged_rows", count: 2, rows: [2, 3] })]);
  });
});

describe("what is no table is refused with a word on what to do", () => {
  test.each<[string, Uint8Array | string]>([
    ["empty_file", ""],
    ["empty_file", "\ufeff"],
    ["empty_file", "\n \n\r\n"],
    ["no_data_rows", "date,sales\n"],
    ["no_data_rows", "date,sales\n\n,\n"],
    ["too_few_rows", "date,sales\n2024-01-01,5\n"],
    ["no_numeric_column", "date,state\n2024-01-01,good\n2024-01-02,bad\n"],
    ["not_csv", '[{"date": "2024-01-01", "sales": 5}]'],
    ["not_csv", '{"date": "2024-01-01", "sales": 5}\n{"date": "2024-01-02", "sales": 5}\n'],
    ["not_csv", "<!DOCTYPE html><html><body><table></table></body></html>"],
    ["not_csv", '<?xml version="1.0"?><rows><row/></rows>'],
    [
      "not_csv",
      "Dear reader, this is a letter.\nIt has no columns at all and goes on for a while.\nYours sincerely, somebody with a name\n",
    ],
    ["not_text", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0])],
    ["not_text", Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0])],
    ["not_text", Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + ((i * i) % 251) * 13) & 255)],
  ])("%s", (code, file) => {
    expect(() => readTable(file)).toThrow(
      expect.objectContaining({ code, hint: expect.stringMatching(/\.$/) as string }),
    );
  });
});
