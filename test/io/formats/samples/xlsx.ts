import { zipSync } from "fflate";
import { xlsxFile, type Cells } from "../written-files.js";
import { text, type FormatSample } from "./sample.js";

const sheet = (xml: string): Uint8Array =>
  zipSync({
    "xl/workbook.xml": text('<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'),
    "xl/worksheets/sheet1.xml": text(xml),
  });

/** A ZIP archive whose one file unpacks to so many megabytes of nothing. */
function zipBomb(name: string, megabytes: number): Uint8Array {
  return zipSync(
    {
      "xl/workbook.xml": text('<workbook><sheets><sheet name="a"/></sheets></workbook>'),
      [name]: new Uint8Array(megabytes << 20),
    },
    { level: 9 },
  );
}

/** A CSV file has no other way to write what is true. */
const truthAsText = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([name, column]) => [
      name,
      column.map((cell) => (typeof cell === "boolean" ? String(cell) : cell)),
    ]),
  );

export const sample: FormatSample = {
  format: "xlsx",
  files: { "data.xlsx": (cells) => xlsxFile(truthAsText(cells)) },
  digits: 14,
  hostile: {
    "workbook whose sheet is a bomb": () => zipBomb("xl/worksheets/sheet1.xml", 300),
    "workbook whose strings are a bomb": () => zipBomb("xl/sharedStrings.xml", 300),
    "workbook with a cell in column one million": () =>
      sheet('<worksheet><sheetData><row r="1"><c r="BDWGO1"><v>1</v></c></row></sheetData></worksheet>'),
    "workbook with a million cells in a row": () =>
      sheet(`<worksheet><sheetData><row r="1">${"<c><v>1</v></c>".repeat(1_000_000)}</row></sheetData></worksheet>`),
    "workbook with row nine million": () =>
      sheet('<worksheet><sheetData><row r="9000000"><c r="A9000000"><v>1</v></c></row></sheetData></worksheet>'),
    "workbook with a tag that never ends": () => sheet(`<worksheet><sheetData ${"a".repeat(9_000_000)}`),
    "workbook merged over everything": () =>
      sheet(
        '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
      ),
    "workbook with external entities": () =>
      sheet(
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
      ),
  },
};
