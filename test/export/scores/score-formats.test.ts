import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { scoreFormatOf, scoreFormats } from "../../../kernel-lib/src/export/scores/score-formats.js";
import { scoresCsv, scoresCsvPieces } from "../../../kernel-lib/src/export/scores/scores-csv.js";
import { scoresParquet } from "../../../kernel-lib/src/export/scores/scores-parquet.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";

const stores = ["Nord", "Süd, West"];
const line = (day: number, store: string): string => {
  const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
  const value = day === 3 ? "" : day === 70 ? 900 : (100 + 9 * Math.sin(day)).toFixed(2);
  return `${date},"${store}",${value}`;
};
const csv = `date,store,sales\n${Array.from({ length: 120 }, (_, day) => stores.map((store) => line(day, store)).join("\n")).join("\n")}\n`;
const table = readTable(csv, { file: "stores.csv" });
const report = await detect(table, { columns: { segments: ["store"] }, votes: true });

test("the name of a file says its form; CSV where it says none", () => {
  expect(scoreFormatOf("out/scores.PARQUET")).toBe(scoreFormats.parquet);
  expect(scoreFormatOf("out/parquet")).toBe(scoreFormats.csv);
});

test("a Parquet file holds the cells of the CSV file, typed, and nothing where they are empty", async () => {
  const cells: Record<string, string>[] = parse(scoresCsv(report, table), { columns: true });
  const bytes = await scoresParquet(report, table);
  const rows = await parquetReadObjects({ file: bytes.slice().buffer });
  expect(rows).toHaveLength(cells.length);
  expect(new Set(rows.map((row) => row.series))).toEqual(new Set(["Total", ...stores]));
  const text = (value: unknown): string =>
    value === null ? "" : value instanceof Date ? value.toISOString().slice(0, 19) : String(value as string | number);
  for (const [index, row] of rows.entries())
    expect(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)]))).toEqual(cells[index]);
  expect(rows.filter(({ incident }) => incident !== null).length).toBeGreaterThanOrEqual(2);
});

test("the pieces of a CSV file are its text", () => {
  const pieces = [...scoresCsvPieces(report, table)];
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join("")).toBe(scoresCsv(report, table));
});
