import { execFileSync } from "node:child_process";
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, receiveMessageOnPort, Worker, workerData, type MessagePort } from "node:worker_threads";
import { columnRoles } from "../../kernel-lib/src/io/columns/column-roles.js";
import {
  collectorOf,
  finishColumn,
  planColumn,
  type Cells,
  type ColumnPlan,
  type RawColumn,
  type ReadingRules,
} from "../../kernel-lib/src/io/columns/read-columns.js";
import { readStreamed } from "../../kernel-lib/src/io/columns/streamed-records.js";
import { isMissing } from "../../kernel-lib/src/io/numbers/number-text.js";
import { tableWarnings } from "../../kernel-lib/src/io/table-warnings.js";
import { columnNames } from "../../kernel-lib/src/io/text/column-names.js";
import { findLayout, type Layout } from "../../kernel-lib/src/io/text/layout.js";
import { textPieces, type TextPieces } from "../../kernel-lib/src/io/text/text-pieces.js";
import { datedRecords } from "../../kernel-lib/src/io/time/dated-records.js";
import { findTimeAxis } from "../../kernel-lib/src/io/time/time-axis.js";
import { orderByTime } from "../../kernel-lib/src/io/time/time-order.js";
import { installPeers } from "./peers/install.mjs";
import { dialects, writeDialect, type Dialect } from "./read/dialects.js";
import { measured } from "./read/measured.mjs";

/*
 * npm run bench -- read-threads [--rows 1500000] [--runs 5] [--only NAME,…]: a second design for reading by two threads, beside
 * `read-halves` and beside DuckDB with two in the same run. Nothing is joined by a copy: each thread counts the lines of its half, and
 * then both read their records piece by piece from the open file and write straight into one shared memory a column, the second
 * half at the place that the count of the first tells. The calling thread is one of the two and waits at the end. It falls back
 * (null) where a record is not plain or the halves decide otherwise about a column. Each reading is a process of its own, with all
 * that comes behind the columns (dates, order, roles, warnings), in turns; ratios are the medians of the pairs of one turn.
 */

const RULES: ReadingRules = {
  isMissing,
  missingCodes: [],
  decimal: undefined,
  prefersDayFirst: false,
  saysWeek: () => false,
  durationParts: () => null,
  optional: () => false,
  signal: undefined,
};
const NEAR = 1 << 16;

/** A stretch of an open file. */
interface Stretch {
  readonly file: number;
  readonly from: number;
  readonly to: number;
}

/** What the second thread is asked when lines are counted. */
interface Order {
  readonly layout: Layout;
  readonly plans: readonly ColumnPlan[];
  readonly memory: readonly SharedArrayBuffer[];
  /** Records of the first half. */
  readonly before: number;
}

type Done = readonly RawColumn[] | null;

if (!isMainThread && (workerData as { second?: true } | null)?.second) {
  const { stretch, signal, port } = workerData as { stretch: Stretch; signal: Int32Array; port: MessagePort };
  const pieces = piecesOf(stretch);
  port.postMessage(pieces?.lines ?? null);
  tell(signal, 0);
  Atomics.wait(signal, 1, 0);
  const order = receiveMessageOnPort(port)?.message as Order | null;
  if (pieces && order) port.postMessage(columnsOf(pieces, order, 0, order.before, pieces.lines));
  tell(signal, 2);
  port.close();
}

function tell(signal: Int32Array, place: number): void {
  Atomics.store(signal, place, 1);
  Atomics.notify(signal, place);
}

function piecesOf({ file, from, to }: Stretch): TextPieces | null {
  return textPieces({
    size: to - from,
    read: (target, position) => {
      const most = Math.min(target.length, to - from - position);
      let length = 0;
      while (length < most) {
        const read = readSync(file, target, length, most - length, from + position + length);
        if (read === 0) break;
        length += read;
      }
      return length;
    },
  });
}

/** The columns of a half, their values in shared memory from a record on; null where some record is not plain. */
function columnsOf(pieces: TextPieces, order: Order, position: number, first: number, records: number): Done {
  const cells = order.plans.map((plan, c) =>
    withMemory(new Float64Array(order.memory[c], first * 8, records), () => collectorOf(plan, records)),
  );
  const layout = { ...order.layout, position };
  const read = readStreamed(pieces, layout, cells, records, new Uint32Array(records));
  return read === records ? cells.map((each, c) => finishColumn(each, c, records, RULES)) : null;
}

/** A collector whose first array of numbers is the given one. */
function withMemory(values: Float64Array, make: () => Cells): Cells {
  const { Float64Array: usual } = globalThis;
  globalThis.Float64Array = new Proxy(usual, { construct: () => values });
  try {
    return make();
  } finally {
    globalThis.Float64Array = usual;
  }
}

/** Byte behind the line that reaches over the middle. */
function middleOf(file: number, size: number): number {
  const near = new Uint8Array(NEAR);
  const at = size >> 1;
  const end = near.subarray(0, readSync(file, near, 0, NEAR, at)).indexOf(10);
  return at + end + 1;
}

/** Both halves as one; null where they were read differently, or where only the whole column tells. */
function joined(first: RawColumn, second: RawColumn, memory: SharedArrayBuffer, records: number): RawColumn | null {
  const values = new Float64Array(memory, 0, records);
  if (first.kind === "date" && second.kind === "date") {
    const [a, b] = [first.readings, second.readings];
    const facts = ({ format, zone, timeOnly, notes, ambiguous, mixed }: typeof a): string =>
      JSON.stringify([format, zone, timeOnly, notes, ambiguous, mixed]);
    if (facts(a) !== facts(b) || a.ambiguous || a.withoutSeconds) return null;
    const readings = { ...a, values, readable: a.readable + b.readable, missing: a.missing + b.missing };
    return { kind: "date", readings };
  }
  if (first.kind !== "number" || second.kind !== "number") return null;
  const [a, b] = [first.readings, second.readings];
  // Numbers in a form of their own, such as 1e-7, are the same in either half; marks and durations go by the column.
  const whole = [a, b].some(
    (each) => each.marks || each.unit !== null || each.mixedUnits.length > 0 || each.durations > 0,
  );
  if (whole || a.unreadable + b.unreadable + a.infinite.length + b.infinite.length > 0) return null;
  if (a.imprecise.length + b.imprecise.length > 0) return null;
  return {
    kind: "number",
    readings: {
      ...a,
      values,
      decimals: Math.max(a.decimals, b.decimals),
      numbers: a.numbers + b.numbers,
      missing: a.missing + b.missing,
      leadingZeros: a.leadingZeros + b.leadingZeros,
      low: Math.min(a.low, b.low),
      high: Math.max(a.high, b.high),
    },
  };
}

/** What becomes of a file that two threads read; null where they fall back. */
function readByTwo(
  path: string,
): { rows: number; columns: number; dates: boolean; values: readonly Float64Array[] } | null {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const middle = middleOf(file, size);
  const signal = new Int32Array(new SharedArrayBuffer(12));
  const { port1, port2 } = new MessageChannel() as unknown as { port1: MessagePort; port2: MessagePort };
  const second = { second: true, stretch: { file, from: middle, to: size }, signal, port: port2 };
  const worker = new Worker(process.argv[1], { workerData: second, transferList: [port2] });
  worker.unref();
  const pieces = piecesOf({ file, from: 0, to: middle });
  const layout = pieces && findLayout(pieces.head);
  Atomics.wait(signal, 0, 0);
  const lines = receiveMessageOnPort(port1)?.message as number | null;
  if (!pieces || !layout || lines === null) return null;
  const before = pieces.lines - (layout.line - 1);
  const records = before + lines;
  const plans = layout.types.map((_, c) => planColumn(layout, c, undefined, RULES));
  const memory = plans.map(() => new SharedArrayBuffer(records * 8));
  const order: Order = { layout, plans, memory, before };
  port1.postMessage(order);
  tell(signal, 1);
  const own = columnsOf(pieces, order, layout.position, 0, before);
  Atomics.wait(signal, 2, 0);
  const other = receiveMessageOnPort(port1)?.message as Done | undefined;
  port1.close();
  closeSync(file);
  const columns = own && other ? own.map((column, c) => joined(column, other[c], memory[c], records)) : [null];
  if (columns.some((column) => column === null)) return null;
  return {
    ...behind(columns as RawColumn[], records, layout, size),
    values: memory.map((each) => new Float64Array(each)),
  };
}

/** All that a table takes behind its columns. */
function behind(
  columns: readonly RawColumn[],
  records: number,
  layout: Layout,
  size: number,
): { rows: number; columns: number; dates: boolean } {
  const { names } = columnNames(layout.header, layout.width);
  const options = { columns: null, format: undefined, reader: null, taken: new Set<number>() };
  const axis = findTimeAxis(names, columns, records, options);
  const order = axis && orderByTime(axis.time.values, null);
  const lines = Uint32Array.from({ length: records }, (_, i) => layout.line + i);
  const none = { count: 0, rows: [] };
  const marks = { openMarks: columns.map(() => null), afterGaps: [], unclosedQuotes: [], commentLines: 0 };
  const raw = { columns, records, lines, shortRows: none, longRows: none, ...marks };
  const draft = {
    names,
    raw,
    axis,
    order,
    isMissing,
    nameWarnings: [],
    otherTables: null,
    filled: [],
    durations: new Map(),
  };
  const { roles, key } = columnRoles(draft, {});
  const dated = axis && datedRecords(axis.time, order!, [], axis.leftOut);
  const text = { bytes: new Uint8Array(0), size, encoding: "utf-8", valid: true, nulBytes: 0, wholeLinesQuoted: false };
  tableWarnings(text, layout, draft, roles, key, dated, [records], {}, null);
  return { rows: records, columns: columns.length, dates: axis !== null };
}

const child = process.env["KPI_READ_BY_TWO"];
if (isMainThread && child !== undefined)
  await measured(async () => {
    const { values: _, ...found } = (await Promise.resolve(readByTwo(child))) ?? {
      rows: 0,
      columns: 0,
      dates: false,
      values: [],
    };
    return found;
  });

interface Taken {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly rows: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

export async function run(argv: string[]): Promise<void> {
  if (child !== undefined) return;
  const { values: options } = parseArgs({
    args: argv,
    options: { rows: { type: "string" }, runs: { type: "string" }, only: { type: "string" } },
  });
  const rows = Number(options.rows ?? 1_500_000);
  const runs = Number(options.runs ?? 5);
  await installPeers(fileURLToPath(new URL("peers/", import.meta.url)), console.log);
  const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  const taken = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Taken =>
    JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, ...env } })) as Taken;
  const sides: readonly { readonly name: string; readonly take: (path: string, dialect: Dialect) => Taken }[] = [
    {
      name: "two threads",
      take: (path) => taken([script("../../out/bench/read-threads.mjs")], { KPI_READ_BY_TWO: path }),
    },
    { name: "one thread", take: (path) => taken([script("read/ours.mjs"), path]) },
    { name: "DuckDB, two", take: (path, { duckdb }) => taken([script("read/duckdb.mjs"), path, duckdb]) },
  ];
  const folder = mkdtempSync(join(tmpdir(), "kpi-threads-"));
  console.log(
    `${rows} rows, ${runs} turns\n| file | read by | processor s | s | two threads / its processor s | two threads / its s | peak MB |\n|---|---|--:|--:|--:|--:|--:|`,
  );
  try {
    for (const dialect of dialects.filter(({ name }) => options.only?.split(",").includes(name) ?? true)) {
      const path = join(folder, "data.csv");
      writeDialect(dialect, path, rows);
      const all = sides.map((): Taken[] => []);
      for (let turn = 0; turn < runs; turn++)
        for (const [s, { take }] of sides.entries()) all[s].push(take(path, dialect));
      rmSync(path);
      for (const [s, { name }] of sides.entries()) {
        if (all[s].some((each) => each.rows !== rows)) throw new Error(`${name} read ${all[s][0].rows} rows`);
        const of = (what: "cpu" | "wall"): string => median(all[s].map((each) => each[what])).toFixed(2);
        const ratio = (what: "cpu" | "wall"): string =>
          s === 0 ? "" : median(all[0].map((each, i) => each[what] / all[s][i][what])).toFixed(2);
        const megabytes = Math.max(...all[s].map((each) => each.megabytes)).toFixed(0);
        console.log(
          `| ${dialect.name} | ${name} | ${of("cpu")} | ${of("wall")} | ${ratio("cpu")} | ${ratio("wall")} | ${megabytes} |`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
