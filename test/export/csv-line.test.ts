import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "csv-parse/sync";
import { csvLine } from "../../kernel-lib/src/export/csv-line.js";
import { neutraliseCell } from "../../kernel-lib/src/export/neutralise-cell.js";

describe("neutraliseCell", () => {
  test.each([
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd",
    "@SUM(A1)",
    "\tx",
    "\r=1",
    " =1+1",
    "\u00a0@A1",
    "\n=1",
    "\u200b=1",
    "＝1+1",
    "＋1+A1",
    "－1-A1",
    " ＠A1",
  ])("disarms %j", (cell) => {
    expect(neutraliseCell(cell)).toBe(`'${cell}`);
  });

  test.each(["-5", "+3,2 %", "-1.5e-3", "1 234,5", "plain", "", "a=b", " -5", " plain", "-"])(
    "leaves %j as it is",
    (cell) => {
      expect(neutraliseCell(cell)).toBe(cell === "-" ? "'-" : cell);
    },
  );
});

describe("csvLine", () => {
  test("comes back from a CSV reader as it went in", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().filter((text) => !/^[\s\u200b]*[=+\-@＝＋－＠]|^[\t\r]/.test(text)),
          { minLength: 2, maxLength: 6 },
        ),
        fc.constantFrom(",", ";", "\t", "|"),
        (cells, delimiter) => {
          expect(
            parse(csvLine(cells, delimiter), { delimiter, relax_column_count: true, skip_empty_lines: false })[0] ?? [
              "",
            ],
          ).toEqual(cells);
        },
      ),
    );
  });

  test("writes a missing number as an empty cell", () => {
    expect(csvLine([NaN, 1.5, "x"])).toBe(",1.5,x\n");
  });
});
