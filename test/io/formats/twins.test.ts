import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { annotatedCsv } from "../../../kernel-lib/src/export/annotated-csv.js";
import { reportCells } from "../../../kernel-lib/src/export/report-cells.js";
import { reportToJson } from "../../../kernel-lib/src/export/report-json.js";
import { readFile, type FileReading } from "../../../kernel-lib/src/io/read-file.js";
import { readSourceTable } from "../../../kernel-lib/src/io/read-table.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { Report } from "../../../kernel-lib/src/report.js";
import type { Table } from "../../../kernel-lib/src/table.js";
import { formats } from "../../../kernel-lib/src/io/formats/formats.js";
import { samples } from "./format-samples.js";
import { csvFile, jsonFile, jsonLinesFile, parquetFile, xlsxFile, type Cells } from "./written-files.js";

/** Hourly values with a bad day, a KPI of two decimals with holes, a counter, a flag and words. */
function sample(): Cells {
  const random = createRandom(20_260_101);
  const rows = 24 * 20;
  const each = <Value>(make: (i: number) => Value): Value[] => Array.from({ length: rows }, (_, i) => make(i));
  const load = each(
    (i) => 1000 + 300 * ((i % 24) / 24) + Math.floor(random.next() * 40) + (i > 300 && i < 306 ? 900 : 0),
  );
  return {
    Datetime: each((i) => new Date(Date.UTC(2024, 0, 1) + i * 3_600_000)),
    load,
    price: each((i) => (i % 97 === 5 ? null : Math.round((40 + 9 * random.next()) * 100) / 100)),
    orders: each(() => Math.floor(random.next() * 50)),
    "share, net": each(() => random.next() / 3),
    open: each((i) => i % 24 > 7),
    note: each((i) => (i % 50 === 0 ? 'said "no", left' : i % 3 === 0 ? "ok" : null)),
  };
}

/** Without what tells the file from its twin. */
function bare({ table }: FileReading): Table {
  const { file: _file, bytes: _bytes, formats: _formats, sheet: _sheet, ...source } = table.source;
  return { ...table, source: source as Table["source"], lines: new Uint32Array() };
}

/** The report as text; how long everything took is no part of it. */
async function told(reading: FileReading): Promise<string> {
  const { timings: _timings, ...report } = await detect(bare(reading), { detectors: only });
  return createHash("sha256")
    .update(reportToJson(report as Report))
    .digest("hex");
}

/** The slow ones see nothing of where the numbers come from. */
const only = Object.fromEntries(
  ["isolationForest", "localOutlierFactor", "oneClassSvm", "spectralResidual"].map((id) => [id, { enabled: false }]),
);

const cells = sample();
const csv = csvFile(cells);

describe("the same cells in another format give the same table and the same report", () => {
  test("there is a sample of every format of the register", () => {
    expect(samples.map(({ format }) => format).sort()).toEqual(formats.map(({ name }) => name).sort());
  });

  const twins = samples.flatMap(({ files, digits }) =>
    Object.entries(files).map(([name, write]) => ({ name, write, digits })),
  );
  test.each(twins)("$name", async ({ name, write, digits }) => {
    const reading = await readFile(write(cells), { file: name });
    const twin = await readFile(csv, { file: "data.csv" });
    if (digits !== undefined) {
      const column = twin.table.columns.findIndex((each) => each.name === "share, net");
      const [ours, theirs] = [reading.table.columns[column], twin.table.columns[column]];
      if (ours.kind !== "number" || theirs.kind !== "number") throw new Error("no numbers");
      ours.values.forEach((value, i) => expect(value).toBeCloseTo(theirs.values[i], digits));
      const without = (table: FileReading): FileReading => ({
        ...table,
        table: { ...table.table, columns: table.table.columns.filter((_, c) => c !== column) },
      });
      expect(bare(without(reading))).toEqual(bare(without(twin)));
      return;
    }
    expect(bare(reading)).toEqual(bare(twin));
    expect(await told(reading)).toBe(await told(twin));
  });
});

test("exports repeat the cells of any file in a CSV file of their own", async () => {
  const annotated = async (bytes: Uint8Array): Promise<string> => {
    const { table, text } = await readFile(bytes);
    return annotatedCsv(...reportCells(await detect(table, { detectors: only }), table, text));
  };
  expect(await annotated(parquetFile(cells))).toBe(await annotated(csv));
  expect(await annotated(jsonFile(cells))).toBe(await annotated(csv));
  expect(await annotated(gzipSync(csv))).toBe(await annotated(csv));
});

test("rows are those of the CSV file, of the sheet, or lines of the JSON file", async () => {
  const lines = async (bytes: Uint8Array): Promise<number[]> => [...(await readFile(bytes)).table.lines.subarray(0, 3)];
  expect(await lines(parquetFile(cells))).toEqual([2, 3, 4]);
  expect(await lines(xlsxFile(cells))).toEqual([2, 3, 4]);
  expect(await lines(jsonLinesFile(cells))).toEqual([1, 2, 3]);
  expect(await lines(jsonFile(cells))).toEqual([2, 11, 20]);
});

test("times that no calendar has are unreadable, not the end of the reading", async () => {
  const table = {
    columns: [
      {
        kind: "time" as const,
        name: "day",
        values: Float64Array.from({ length: 40 }, (_, i) => (i === 0 || i === 9 ? 9e15 : Date.UTC(2024, 0, 1 + i))),
        zone: "naive" as const,
        unit: "day" as const,
      },
      { kind: "number" as const, name: "v", values: Float64Array.from({ length: 40 }, (_, i) => i % 7) },
    ],
    records: 40,
    lines: Uint32Array.from({ length: 40 }, (_, i) => i + 2),
  };
  const read = readSourceTable(table);
  expect(read.time?.format).toBe("YYYY-MM-DD");
  expect(read.warnings.map(({ code }) => code)).toContain("unparsable_date_rows");
});
