import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { zipSync } from "fflate";
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import { expect, test } from "vitest";
import { InputError } from "../../../kernel-lib/src/errors.js";
import { readFile } from "../../../kernel-lib/src/io/read-file.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { damagedBinary } from "../mutated-file.js";
import { formatFiles } from "./format-files.js";
import { csvFile, jsonFile, parquetFile, sqliteFile } from "./written-files.js";

/** Processor seconds: the machine that runs the tests may be busy. */
const MOST_SECONDS = 2;
const MOST_BYTES = 1e9;

const encoder = new TextEncoder();
const text = (value: string): Uint8Array => encoder.encode(value);

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readFile(bytes);
    return "read";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.code;
  }
}

/** Processor seconds since a moment. */
function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

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

const columns = (count: number): string[] => Array.from({ length: count }, (_, c) => `c${c}`);

const SAID = 1_100_000;

/** A Parquet file of so many sevens that says, everywhere in as many bytes, that they are more. */
function lyingParquet(encoding: ColumnSource["encoding"], rows: number): Uint8Array {
  const data = Array.from({ length: SAID }, () => 7);
  const columnData = [{ name: "a", data, encoding }];
  const bytes = new Uint8Array(
    parquetWriteBuffer({ columnData, codec: "UNCOMPRESSED", statistics: false, rowGroupSize: SAID, pageSize: 1 << 30 }),
  );
  // Thrift's compact form writes numbers doubled, seven bits a byte.
  const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
  const [said, lie] = [varint(SAID * 2), varint(rows * 2)];
  let found = 0;
  for (let p = 0; p < bytes.length; p++)
    if (said.every((byte, i) => bytes[p + i] === byte)) {
      bytes.set(lie, p);
      found++;
    }
  expect(lie).toHaveLength(said.length);
  expect(found).toBeGreaterThan(3);
  return bytes;
}

/** A Parquet file whose description has a million columns, all of them there. */
function millionColumns(): Uint8Array {
  // Thrift's compact form: version 1, a list of 1,000,001 elements, the root with its name and its number of columns.
  const count = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...count(value >>> 7)]);
  const root = [0x48, 1, 97, 0x15, ...count(2_000_000), 0];
  const head = [0x15, 2, 0x19, 0xfc, ...count(1_000_001), ...root];
  const column = [0x15, 10, 0x25, 0, 0x18, 1, 98, 0];
  const description = new Uint8Array(head.length + 1_000_000 * column.length + 1);
  description.set(head);
  for (let c = 0; c < 1_000_000; c++) description.set(column, head.length + c * column.length);
  const magic = [80, 65, 82, 49];
  const length = new Uint8Array(new Uint32Array([description.length]).buffer);
  return Uint8Array.from([...magic, ...description, ...length, ...magic]);
}

const cases: Record<string, () => Uint8Array> = {
  "gzip of 300 MB of zeros": () => gzipSync(new Uint8Array(300 << 20)),
  "zstd of 300 MB of zeros": () => new Uint8Array(zstdCompressSync(new Uint8Array(300 << 20))),
  "gzip of gzip of zeros": () => gzipSync(gzipSync(new Uint8Array(300 << 20))),
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
  "JSON nested a million deep": () => text(`[${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}]`),
  "JSON nested a million objects deep": () => text('{"a":'.repeat(1_000_000)),
  "JSON record with a million names": () =>
    text(JSON.stringify([Object.fromEntries(columns(1_000_000).map((name) => [name, 1]))])),
  "JSON whose records have names of their own": () =>
    text(
      columns(40_000)
        .map((name) => `{"${name}":1}`)
        .join("\n"),
    ),
  "JSON row with a million cells": () => text(`[[${"1,".repeat(1_000_000)}1],[1]]`),
  "JSON with a text that never ends": () => text(`[{"a":"${"x".repeat(5_000_000)}`),
  "JSON of nothing but open brackets": () => text("{".repeat(3_000_000)),
  "Parquet with 60,000 columns": () =>
    new Uint8Array(parquetWriteBuffer({ columnData: columns(60_000).map((name) => ({ name, data: [1, 2] })) })),
  "Parquet with a million columns": () => millionColumns(),
  "Parquet that says its metadata are 4 GB": () => {
    const bytes = parquetFile({ a: [1, 2, 3] });
    new DataView(bytes.buffer).setUint32(bytes.length - 8, 0xffffffff, true);
    return bytes;
  },
  "Parquet whose texts begin with all those before": () =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "a", data: Array.from({ length: 20_000 }, (_, i) => "x".repeat(i)), encoding: "DELTA_BYTE_ARRAY" },
          { name: "b", data: Array.from({ length: 20_000 }, (_, i) => i) },
        ],
        pageSize: 1 << 30,
      }),
    ),
  "Parquet of differences that says 33,000,000 rows": () => lyingParquet("DELTA_BINARY_PACKED", 33_000_000),
  "Parquet of differences that says 120,000,000 rows": () => lyingParquet("DELTA_BINARY_PACKED", 120_000_000),
  "Parquet of one number that says 120,000,000 rows": () => lyingParquet("RLE_DICTIONARY", 120_000_000),
  "Parquet cut off": () => parquetFile({ a: [1, 2, 3] }).subarray(0, 60),
  "SQLite cut off": () => sqliteFile({ a: Array.from({ length: 5000 }, (_, i) => i) }).subarray(0, 9000),
  "SQLite of pages in a circle": () => {
    const bytes = sqliteFile({ a: Array.from({ length: 5000 }, (_, i) => i) });
    // The root of the table, page 2, sends to itself.
    const page = new DataView(bytes.buffer, bytes.byteOffset).getUint16(16);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(page + 8, 2);
    return bytes;
  },
  "ZIP of deflated noise": () => zipSync({ "a.csv": deflateSync(new Uint8Array(1000)) }),
};

test.each(Object.keys(cases))(
  "%s ends with a clear error, soon and in little memory",
  { timeout: 120_000 },
  async (name) => {
    const bytes = cases[name]();
    let peak = 0;
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const start = process.cpuUsage();
    const code = await codeOf(bytes);
    const seconds = spentSince(start);
    peak = Math.max(peak, process.memoryUsage().rss);
    clearInterval(watch);
    if (process.env["KPI_FUZZ_CASES"] !== undefined)
      console.log(`${name}: ${code}, ${seconds.toFixed(2)} s, ${((peak - before) / 1e6).toFixed(0)} MB`);
    expect(code).not.toBe("read");
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(peak - before).toBeLessThan(MOST_BYTES);
  },
);

test("ten thousand columns take time in proportion to their number", { timeout: 120_000 }, async () => {
  const cells = Object.fromEntries(
    columns(10_000).map((name, c) => [name, Array.from({ length: 25 }, (_, i) => ((i * 7 + c * 13) % 100) / 4)]),
  );
  for (const file of [parquetFile(cells), csvFile(cells), jsonFile(cells)]) {
    const start = process.cpuUsage();
    const { table } = await readFile(file);
    expect(table.columns).toHaveLength(10_000);
    expect(spentSince(start)).toBeLessThan(4);
  }
});

const mutants = Number(process.env["KPI_FUZZ_CASES"] ?? 400);

test(`${mutants} damaged files of all formats are read or refused, never more`, { timeout: 3_600_000 }, async () => {
  const random = createRandom(20_261_129);
  const files = Object.values(formatFiles());
  for (let i = 0; i < mutants; i++) {
    const bytes = damagedBinary(files[i % files.length], random);
    const start = process.cpuUsage();
    await codeOf(bytes);
    const seconds = spentSince(start);
    if (seconds > MOST_SECONDS) throw new Error(`file ${i % files.length}, case ${i} takes ${seconds} s`);
  }
});
