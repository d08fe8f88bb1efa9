import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRandom } from "kpi-anomaly";

/*
 * npm run bench -- read [ROWS...]: seconds and peak memory to read a file of a date and ten numbers, ours beside
 * pandas.read_csv(parse_dates) in the same run. Each reading is a process of its own; the median of five is shown.
 * The file is made with a fixed seed in the system's temporary folder and removed afterwards.
 */

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly rows: number;
}

const RUNS = 5;
const reader = fileURLToPath(new URL("read-once.mjs", import.meta.url));

const PANDAS = `
import json, resource, sys, time
import pandas
start = time.perf_counter()
table = pandas.read_csv(sys.argv[1], parse_dates=["date"])
seconds = time.perf_counter() - start
assert str(table.dtypes["date"]) == "datetime64[ns]"
print(json.dumps({"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "rows": len(table), "version": pandas.__version__}))
`;

/** Ten columns as KPI files have them: money, counts, shares, sensor values, and doubles in full length. */
function writeSample(path: string, rows: number): void {
  const random = createRandom(20_240_101);
  const file = openSync(path, "w");
  writeSync(file, "date,revenue,cost,visits,orders,rate,share,temperature,pressure,load,noise\n");
  let lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const date = new Date(Date.UTC(2015, 0, 1) + i * 60_000).toISOString().slice(0, 19).replace("T", " ");
    const n = (): number => random.normal();
    const cells = [
      (1000 + 90 * n()).toFixed(2),
      (600 + 50 * n()).toFixed(2),
      random.integer(100_000),
      random.integer(900),
      random.next().toFixed(4),
      random.next().toFixed(4),
      (15 + 8 * n()).toFixed(1),
      (1013 + 9 * n()).toFixed(3),
      30_000 + 4000 * n(),
      n(),
    ];
    lines.push(`${date},${cells.join(",")}\n`);
    if (lines.length === 10_000 || i === rows - 1) {
      writeSync(file, lines.join(""));
      lines = [];
    }
  }
  closeSync(file);
}

function python(): string | null {
  const found = ["/usr/bin/python3", "python3", "python"].find((each) => {
    try {
      execFileSync(each, ["-c", "import pandas"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  return found ?? null;
}

function measure(command: string, args: readonly string[]): Measured {
  return JSON.parse(execFileSync(command, args, { encoding: "utf8" })) as Measured;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function show(name: string, runs: readonly Measured[]): Measured {
  const result = {
    seconds: median(runs.map(({ seconds }) => seconds)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
    rows: runs[0].rows,
  };
  console.log(
    `  ${name.padEnd(16)} ${result.seconds.toFixed(3)} s   ${result.megabytes.toFixed(0)} MB at the peak   ${result.rows} rows`,
  );
  return result;
}

const sizes = process.argv.slice(2).map(Number);
const pandas = python();
if (pandas === null) console.log("pandas is not installed: only our own reading is measured.");
else
  console.log(
    `node ${process.version}, pandas ${execFileSync(pandas, ["-c", "import pandas; print(pandas.__version__)"], { encoding: "utf8" }).trim()}`,
  );
const folder = mkdtempSync(join(tmpdir(), "kpi-read-"));
try {
  for (const rows of sizes.length > 0 ? sizes : [145_000, 1_500_000]) {
    const path = join(folder, `${rows}.csv`);
    writeSample(path, rows);
    console.log(`${rows} rows, ${(statSync(path).size / 1e6).toFixed(0)} MB`);
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    for (let run = 0; run < RUNS; run++) {
      ours.push(measure(process.execPath, [reader, path]));
      if (pandas !== null) theirs.push(measure(pandas, ["-c", PANDAS, path]));
    }
    const own = show("kpi-anomaly", ours);
    if (theirs.length > 0)
      console.log(`  ratio of times   ${(own.seconds / show("pandas C engine", theirs).seconds).toFixed(2)}`);
  }
} finally {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
}
