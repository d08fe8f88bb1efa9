import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { readColumns, type RawColumn, type RawTable } from "../../kernel-lib/src/io/columns/read-columns.js";
import { isMissing } from "../../kernel-lib/src/io/numbers/number-text.js";
import { findLayout } from "../../kernel-lib/src/io/text/layout.js";
import { dialects, writeDialect } from "./read/dialects.js";

/*
 * npm run bench -- read-halves [--rows 1500000] [--runs 5] [--only NAME,…]: one design for reading by two threads, beside the one
 * thread that the product has. The text lies in shared memory and is cut where a record ends about its middle (an even number of
 * quotes stands before); two workers read a half each into columns of their own, which are joined. It falls back to one thread
 * where the halves decide otherwise about a column. Both sides in turns in this process; columns are compared bit by bit.
 */

interface Half {
  readonly text: Uint8Array;
  readonly position: number;
  readonly end: number;
}

const RULES = {
  isMissing,
  missingCodes: [],
  decimal: undefined,
  prefersDayFirst: true,
  saysWeek: () => false,
  durationParts: () => null,
  optional: () => false,
  signal: undefined,
};

if (!isMainThread && parentPort && (workerData as { halves?: true })?.halves) {
  const port = parentPort;
  port.on("message", (half: Half) => {
    const { records, columns } = columnsOf(half);
    const buffers = columns.map((column) => valuesOf(column).buffer as ArrayBuffer);
    port.postMessage({ records, columns }, buffers);
  });
  port.postMessage("ready");
}

function columnsOf({ text, position, end }: Half): Pick<RawTable, "records" | "columns"> {
  const whole = findLayout(text);
  const layout = position === 0 ? whole : { ...whole, position };
  return readColumns(text.subarray(0, end), layout, layout.width, new Map(), RULES);
}

function valuesOf(column: RawColumn): Float64Array | Uint32Array {
  return column.kind === "text" ? column.codes : column.readings.values;
}

/** Behind the record that ends at or behind the middle. */
function middleOf(text: Uint8Array): number {
  const half = text.length >> 1;
  let odd = false;
  for (let p = text.indexOf(34); p >= 0 && p < half; p = text.indexOf(34, p + 1)) odd = !odd;
  for (let p = half; p < text.length; p++) {
    if (text[p] === 34) odd = !odd;
    else if (text[p] === 10 && !odd) return p + 1;
  }
  return text.length;
}

/** The two halves as one; null where they were read differently. */
function joined(first: Pick<RawTable, "columns" | "records">, second: typeof first): Float64Array[] | null {
  const columns: Float64Array[] = [];
  for (const [c, column] of first.columns.entries()) {
    const other = second.columns[c];
    if (column.kind !== other.kind || column.kind === "text" || other.kind === "text") return null;
    if (column.kind === "date" && other.kind === "date" && column.readings.format !== other.readings.format)
      return null;
    const values = new Float64Array(first.records + second.records);
    values.set(column.readings.values);
    values.set(other.readings.values, first.records);
    columns.push(values);
  }
  return columns;
}

interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

async function taken<Result>(work: () => Promise<Result> | Result): Promise<Taken & { readonly result: Result }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6, result };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

export async function run(argv: string[]): Promise<void> {
  const { values: options } = parseArgs({
    args: argv,
    options: { rows: { type: "string" }, runs: { type: "string" }, only: { type: "string" } },
  });
  const rows = Number(options.rows ?? 1_500_000);
  const runs = Number(options.runs ?? 5);
  const script = fileURLToPath(new URL("../../out/bench/read-halves.mjs", import.meta.url));
  const workers = await Promise.all(
    [0, 1].map(async () => {
      const worker = new Worker(script, { workerData: { halves: true } });
      await new Promise((resolve) => worker.once("message", resolve));
      return worker;
    }),
  );
  const folder = mkdtempSync(join(tmpdir(), "kpi-halves-"));
  const half = (worker: Worker, message: Half): Promise<Pick<RawTable, "columns" | "records">> =>
    new Promise((resolve, reject) => {
      worker.removeAllListeners("error").once("message", resolve).once("error", reject);
      worker.postMessage(message);
    });
  console.log(
    `${rows} rows, ${runs} turns\n| file | one thread, processor s | s | two halves, processor s | s | processor s, ratio, and without joining | s, ratio, and without joining | same |\n|---|--:|--:|--:|--:|--:|--:|---|`,
  );
  try {
    for (const dialect of dialects.filter(({ name }) => options.only?.split(",").includes(name) ?? true)) {
      const path = join(folder, "data.csv");
      writeDialect(dialect, path, rows);
      const text = sharedText(path);
      rmSync(path);
      const [one, two, joins]: [Taken[], Taken[], Taken[]] = [[], [], []];
      let same = true;
      for (let turn = 0; turn < runs; turn++) {
        const alone = await taken(() => columnsOf({ text, position: 0, end: text.length }));
        const together = await taken(async () => {
          const cut = middleOf(text);
          const [first, second] = await Promise.all([
            half(workers[0], { text, position: 0, end: cut }),
            half(workers[1], { text, position: cut, end: text.length }),
          ]);
          const joint = await taken(() => joined(first, second));
          joins.push(joint);
          return joint.result;
        });
        same &&= alone.result.columns.every((column, c) => {
          const [a, b] = [valuesOf(column), together.result?.[c]];
          return b !== undefined && a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
        });
        one.push(alone);
        two.push(together);
      }
      const of = (all: readonly Taken[], what: keyof Taken): string => median(all.map((each) => each[what])).toFixed(2);
      const ratio = (what: keyof Taken): string =>
        [two.map((each) => each[what]), two.map((each, i) => each[what] - joins[i][what])]
          .map((all) => median(all.map((each, i) => each / one[i][what])).toFixed(2))
          .join(", ");
      console.log(
        `| ${dialect.name} | ${of(one, "cpu")} | ${of(one, "wall")} | ${of(two, "cpu")} | ${of(two, "wall")} | ${ratio("cpu")} | ${ratio("wall")} | ${same ? "yes" : "no"} |`,
      );
    }
  } finally {
    for (const worker of workers) await worker.terminate();
    rmSync(folder, { recursive: true });
  }
}

function sharedText(path: string): Uint8Array {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const text = new Uint8Array(new SharedArrayBuffer(size));
  for (let at = 0; at < size; ) at += readSync(file, text, at, Math.min(size - at, 1 << 26), at);
  closeSync(file);
  return text;
}
