import { expect, test } from "vitest";
import { InputError } from "../../../kernel-lib/src/errors.js";
import { readFile } from "../../../kernel-lib/src/io/read-file.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { damagedBinary } from "../mutated-file.js";
import { formatFiles } from "./format-files.js";
import { samples } from "./format-samples.js";
import { columnNames, type FormatSample } from "./samples/sample.js";
import { csvFile, jsonFile, parquetFile } from "./written-files.js";

/** Processor seconds: the machine that runs the tests may be busy. */
const MOST_SECONDS = 2;
const MOST_BYTES = 1e9;

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

const cases = Object.assign({}, ...samples.map(({ hostile }) => hostile)) as FormatSample["hostile"];

test("every format of the register has files that lie", () => {
  for (const { format, hostile } of samples) expect(Object.keys(hostile), format).not.toEqual([]);
});

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
    columnNames(10_000).map((name, c) => [name, Array.from({ length: 25 }, (_, i) => ((i * 7 + c * 13) % 100) / 4)]),
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
