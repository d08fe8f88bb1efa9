import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { InputError } from "../../kernel-lib/src/errors.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { readRecords } from "../../kernel-lib/src/io/text/records.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { baseFiles, mutated, type BaseFile } from "./mutated-file.js";

/** `npm run bench -- fuzz-read 20000` asks for more, takes the time of each case and asks Python too. */
const cases = Number(process.env["KPI_FUZZ_CASES"] ?? 1000);
const thorough = process.env["KPI_FUZZ_CASES"] !== undefined;
/** Seconds. */
const HANG = 2;

interface Case {
  readonly file: BaseFile;
  readonly bytes: Uint8Array;
  readonly failure: string | null;
}

/** Reads the file the way the product does; the code of an InputError, null when it loads. Anything else is thrown on. */
function failureOf(bytes: Uint8Array): string | null {
  try {
    const table = readTable(bytes);
    let records = 0;
    for (const cells of readRecords(bytes, table.source).records) records += cells.length > 0 ? 1 : 0;
    expect(records).toBe(table.records);
    expect(table.lines).toHaveLength(table.records);
    for (const column of table.columns)
      expect(column.kind === "number" ? column.values : column.codes).toHaveLength(table.records);
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.code;
  }
}

/** Cells without the lines that hold nothing; null when there are none to be had. */
function cellsOf(text: string, delimiter: string): string {
  const rows = parse(text, { delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true });
  return JSON.stringify(rows.filter((row) => row.some((cell) => cell !== "")));
}

function strictlyUnchanged({ file, bytes }: Case): boolean {
  try {
    return (
      cellsOf(new TextDecoder("utf-8", { fatal: true }).decode(bytes), file.delimiter) ===
      cellsOf(file.text, file.delimiter)
    );
  } catch {
    return false;
  }
}

test(`${cases} damaged files are read or refused, never more`, { timeout: 1_800_000 }, () => {
  const random = createRandom(Number(process.env["KPI_FUZZ_SEED"] ?? 20_241_122));
  const all: Case[] = [];
  let slowest = 0;
  for (let i = 0; i < cases; i++) {
    const file = baseFiles[i % baseFiles.length];
    const bytes = mutated(file, random);
    const start = performance.now();
    all.push({ file, bytes, failure: failureOf(bytes) });
    slowest = Math.max(slowest, (performance.now() - start) / 1000);
  }
  const sound = all.filter(strictlyUnchanged);
  expect(sound.length).toBeGreaterThan(cases / 20);
  expect(sound.filter(({ failure }) => failure !== null).map(describeCase)).toEqual([]);
  if (!thorough) return;
  expect(slowest).toBeLessThan(HANG);
  expect(
    unchangedInPython(all)
      .filter(({ failure }) => failure !== null)
      .map(describeCase),
  ).toEqual([]);
});

function describeCase({ bytes, failure }: Case): string {
  return `${failure}: ${JSON.stringify(new TextDecoder().decode(bytes).slice(0, 300))}`;
}

const PYTHON = `
import csv, io, json, sys
def rows(text, delimiter):
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
unchanged = []
for i, (base, hexadecimal, delimiter) in enumerate(json.load(open(sys.argv[1]))):
    try:
        if rows(bytes.fromhex(hexadecimal).decode("utf-8"), delimiter) == rows(base, delimiter): unchanged.append(i)
    except (UnicodeDecodeError, csv.Error):
        pass
print(json.dumps(unchanged))
`;

/** The cases whose cells Python's csv module reads as if nothing had happened. */
function unchangedInPython(all: readonly Case[]): Case[] {
  const folder = mkdtempSync(join(tmpdir(), "kpi-fuzz-"));
  try {
    const path = join(folder, "cases.json");
    writeFileSync(
      path,
      JSON.stringify(all.map(({ file, bytes }) => [file.text, Buffer.from(bytes).toString("hex"), file.delimiter])),
    );
    const unchanged = JSON.parse(
      execFileSync("python3", ["-c", PYTHON, path], { encoding: "utf8", maxBuffer: 1 << 28 }),
    ) as number[];
    console.log(`${unchanged.length} of ${all.length} damaged files have the same cells for Python`);
    return unchanged.map((i) => all[i]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
