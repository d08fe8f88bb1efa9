import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installPeers } from "./peers/install.mjs";
import { dialects, parquet, writeDialect, type Dialect } from "./read/dialects.js";

/*
 * npm run bench -- read [--rows 1500000] [--runs 5] [--only NAME,…]: what it takes to read a date and ten numbers, written in
 * six dialects and as Parquet, ours beside DuckDB and Polars (two threads each; installed on demand, a part of no product) and
 * pandas where it is installed. Each reading is a process of its own, all sides in turns; seconds are medians, the ratios the
 * medians of the pairs of one turn. Files are made with a fixed seed in the system's temporary folder and removed afterwards.
 */

interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly dates: boolean;
}

type Reading = Omit<Dialect, "line">;

interface Side {
  readonly name: string;
  readonly command: (path: string, reading: Reading) => readonly string[];
  /** Whether it reads that file at all. */
  readonly reads?: (reading: Reading) => boolean;
}

const script = (name: string): string => fileURLToPath(new URL(`read/${name}`, import.meta.url));

const ours: Side = { name: "kpi-anomaly", command: (path) => [process.execPath, script("ours.mjs"), path] };
const peers: readonly Side[] = [
  { name: "DuckDB", command: (path, { duckdb }) => [process.execPath, script("duckdb.mjs"), path, duckdb] },
  {
    name: "Polars",
    command: (path, { polars }) => [process.execPath, script("polars.mjs"), path, JSON.stringify(polars)],
    // Its binding for Node has no option for a decimal comma.
    reads: ({ name }) => name !== "European",
  },
];

function pandasSide(): Side | null {
  for (const python of ["/usr/bin/python3", "python3", "python"]) {
    try {
      const version = execFileSync(python, ["-c", "import pandas; print(pandas.__version__)"], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      console.log(`pandas ${version.trim()}`);
      return {
        name: "pandas",
        command: (path, { pandas }) => [python, script("pandas_once.py"), path, JSON.stringify(pandas)],
        // Its reader of Parquet is another package.
        reads: ({ extension }) => extension === "csv",
      };
    } catch {
      // Not this one.
    }
  }
  console.log("pandas is not installed.");
  return null;
}

function measure([command, ...args]: readonly string[]): Measured {
  const env = { ...process.env, POLARS_MAX_THREADS: "2" };
  return JSON.parse(execFileSync(command, args, { encoding: "utf8", env })) as Measured;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** One file, all sides in turns; prints a line of the table for each. */
function compare(path: string, reading: Reading, sides: readonly Side[], runs: number): void {
  const able = sides.filter(({ reads }) => reads?.(reading) ?? true);
  const taken = new Map(able.map((side) => [side, [] as Measured[]]));
  for (let run = 0; run < runs; run++)
    for (const side of able) taken.get(side)!.push(measure(side.command(path, reading)));
  const own = taken.get(ours)!;
  for (const [{ name }, results] of taken) {
    if (results[0].rows !== own[0].rows || results[0].columns !== own[0].columns)
      throw new Error(`${name} read ${results[0].rows} rows of ${results[0].columns} columns`);
    const of = (what: "wall" | "cpu"): string => median(results.map((each) => each[what])).toFixed(2);
    const ratio = (what: "wall" | "cpu"): string =>
      results === own ? "" : median(own.map((each, i) => each[what] / results[i][what])).toFixed(2);
    const megabytes = Math.max(...results.map((each) => each.megabytes)).toFixed(0);
    const dates = results[0].dates ? "" : " (dates not read)";
    console.log(
      `| ${reading.name} | ${name}${dates} | ${of("cpu")} | ${of("wall")} | ${ratio("cpu")} | ${ratio("wall")} | ${megabytes} |`,
    );
  }
}

export async function run(argv: string[]): Promise<void> {
  const { values: options } = parseArgs({
    args: argv,
    options: { rows: { type: "string" }, runs: { type: "string" }, only: { type: "string" } },
  });
  const rows = Number(options.rows ?? 1_500_000);
  const runs = Number(options.runs ?? 5);
  const only = options.only?.split(",");
  const wanted = ({ name }: Reading): boolean => only?.includes(name) ?? true;
  await installPeers(fileURLToPath(new URL("peers/", import.meta.url)), console.log);
  console.log(`Node ${process.version}`);
  const pandas = pandasSide();
  const sides = [ours, ...peers, ...(pandas ? [pandas] : [])];
  const folder = mkdtempSync(join(tmpdir(), "kpi-read-"));
  try {
    console.log(
      `${rows} rows of 11 columns, ${runs} turns\n\n| file | read by | processor s | s | ours / its processor s | ours / its s | peak MB |\n|---|---|--:|--:|--:|--:|--:|`,
    );
    for (const dialect of dialects.filter(wanted)) {
      const path = join(folder, "data.csv");
      writeDialect(dialect, path, rows);
      compare(path, dialect, sides, runs);
      rmSync(path);
    }
    if (wanted(parquet)) {
      const [plain, path] = [join(folder, "data.csv"), join(folder, "data.parquet")];
      writeDialect(dialects[0], plain, rows);
      execFileSync(process.execPath, [script("write-parquet.mjs"), plain, path]);
      console.log(
        `Parquet of ${(statSync(path).size / 1e6).toFixed(0)} MB, the plain file of ${(statSync(plain).size / 1e6).toFixed(0)} MB:`,
      );
      compare(path, parquet, sides, runs);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
