import { expect, test } from "vitest";
import { fileFacts } from "../../../../extension/src/worker/facts/file-facts.js";
import { fileRows } from "../../../../extension/src/worker/file-rows.js";
import { readFile } from "../../../../kernel-lib/src/io/read-file.js";
import { csvFile, jsonLinesFile, parquetFile, xlsxFile } from "../../../io/formats/written-files.js";

const cells = {
  day: Array.from({ length: 100 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i))),
  sales: Array.from({ length: 100 }, (_, i) => (i === 50 ? null : i * 1.5)),
  shop: Array.from({ length: 100 }, () => "north"),
};

test("the row that an editor cannot show stands among its neighbours", async () => {
  const { table } = await readFile(parquetFile(cells));
  const rows = fileRows(table, table.lines[50]);
  expect(rows).toMatchObject({ marked: 51, records: 100, names: ["day", "sales", "shop"], left: 0 });
  expect(rows.rows).toHaveLength(25);
  expect(rows.rows[12]).toEqual({ row: 51, cells: ["2024-02-20", "", "north"] });
  expect(rows.rows[13]).toEqual({ row: 52, cells: ["2024-02-21", "76.5", "north"] });
  expect(fileRows(table, 2).rows[0].row).toBe(1);
  expect(fileRows(table, 1e6)).toMatchObject({ marked: 100 });
});

test("only text has lines that an editor shows", async () => {
  const without = async (bytes: Uint8Array): Promise<unknown> => fileFacts((await readFile(bytes)).table).withoutLines;
  expect(await without(csvFile(cells))).toBeUndefined();
  expect(await without(jsonLinesFile(cells))).toBeUndefined();
  expect(await without(parquetFile(cells))).toBe(true);
  expect(await without(xlsxFile(cells))).toBe(true);
});
