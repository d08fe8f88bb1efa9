import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test, vi } from "vitest";
import { csvFile, jsonLinesFile, parquetFile, serial, workbook } from "../io/formats/written-files.js";
import { runCommand, type Run } from "./run-command.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cells = {
  day: Array.from({ length: 90 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i))),
  sales: Array.from({ length: 90 }, (_, i) => (i === 60 ? 900 : 100 + ((i * 7) % 13))),
};

async function piped(bytes: Uint8Array, ...args: string[]): Promise<Run> {
  const spy = vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([bytes]) as typeof process.stdin);
  try {
    return await runCommand(...args);
  } finally {
    spy.mockRestore();
  }
}

test.each([
  ["CSV", csvFile(cells)],
  ["JSON lines", jsonLinesFile(cells)],
  ["CSV packed with gzip", gzipSync(csvFile(cells))],
  ["Parquet", parquetFile(cells)],
])("standard input of %s is read for -", async (_, bytes) => {
  const { code, stdout } = await piped(bytes, "inspect", "-", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ file: "standard input", records: 90, kpis: ["sales"] });
});

test("standard input that begins with no table is not read to its end", async () => {
  const { code, stderr } = await piped(new Uint8Array(5000).fill(1), "inspect", "-");
  expect(code).toBe(2);
  expect(stderr).not.toBe("");
});

test("the cells of a Parquet file are repeated in a CSV file of their own", async () => {
  const [file, annotated] = [join(folder, "a.parquet"), join(folder, "annotated.csv")];
  writeFileSync(file, parquetFile(cells));
  const before = readFileSync(file);
  expect((await runCommand("detect", file, "--annotated", annotated)).code).toBe(0);
  expect(readFileSync(annotated, "utf8").split("\n")[61]).toMatch(/^2024-03-01,900,/);
  expect(readFileSync(file)).toEqual(before);
  expect((await runCommand("detect", file, "--annotated", file)).code).toBe(2);
});

test("--sheet chooses, otherwise the sheet with dates and numbers is read and said", async () => {
  const file = join(folder, "a.xlsx");
  const rows = (factor: number): (string | number | { value: number; style: number })[][] => [
    ["day", "sales"],
    ...cells.day.map((day, i) => [{ value: serial(day), style: 1 }, cells.sales[i] * factor]),
  ];
  writeFileSync(
    file,
    workbook(
      {
        name: "Notes",
        rows: [
          ["Written by", "me"],
          ["On", "Monday"],
        ],
      },
      { name: "Old", rows: rows(2).slice(0, 40) },
      { name: "Sales", rows: rows(1) },
    ),
  );
  const chosen = await runCommand("inspect", file);
  expect(chosen.stdout).toContain('"Sales" was read');
  const { stdout } = await runCommand("inspect", file, "--sheet", "old", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    records: 39,
    assumed: [{ code: "sheet_given", facts: { sheet: "Old" } }],
  });
  expect((await runCommand("inspect", file, "--sheet", "None")).code).toBe(2);
});
