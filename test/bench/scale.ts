import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom, type Random } from "../../kernel-lib/src/numeric/random.js";

/**
 * How time and memory grow: `npm run bench -- scale [--rows 10000,100000,1000000] [--kpis 10,100,1000] [--length 500]
 * [--peer] [--whole]`; with `--whole` 10,000 to 10 million rows and 1 to 100,000 KPIs of 40 rows, half an hour on two quiet
 * cores. One KPI of more and more rows through `detect`, then more and more KPIs through `batch`, each in a process of its own
 * on all cores; processor seconds are those of all processes, memory that of the one that was started, which of a batch holds
 * no data. The exponent says how fast time grows from one line to the next: 1 is in proportion. With `--peer`, statsmodels'
 * STL in a pool of processes on the same files (up to 100,000 rows or 1,000 KPIs).
 */
export function run(argv: readonly string[]): void {
  const list = (name: string, otherwise: string): number[] =>
    (argv.includes(`--${name}`) ? argv[argv.indexOf(`--${name}`) + 1] : otherwise).split(",").map(Number);
  const peer = argv.includes("--peer");
  const whole = argv.includes("--whole");
  const [length] = list("length", whole ? "40" : "500");
  const folder = mkdtempSync(join(tmpdir(), "bench-scale-"));
  try {
    console.log(`${availableParallelism()} cores, Node ${process.versions.node}\n`);
    table("rows of one KPI", list("rows", whole ? "10000,100000,1000000,10000000" : "10000,100000,1000000"), (rows) => {
      const file = join(folder, "one.csv");
      writeWide(file, 1, rows, "one");
      return {
        ours: measured(folder, [...cli, "detect", file]),
        peer: peer && rows <= 100_000 ? measured(folder, pool(file)) : null,
      };
    });
    table(`KPIs of ${length} rows`, list("kpis", whole ? "1,10,100,1000,10000,100000" : "10,100,1000"), (kpis) => {
      const files = wideFiles(folder, kpis, length);
      const out = join(folder, "out");
      const ours = measured(folder, [...cli, "batch", ...files, "--out", out]);
      rmSync(out, { recursive: true, force: true });
      return { ours, peer: peer && kpis <= 1000 ? measured(folder, pool(...files)) : null };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one command took. */
interface Taken {
  readonly wall: number;
  /** Of all its processes, seconds. */
  readonly processor: number;
  /** Peak of its own process; of the largest one where it does not tell. */
  readonly megabytes: number;
}

const cli = [
  process.execPath,
  "--import",
  join(process.cwd(), "test/bench/peak-at-exit.mjs"),
  join(process.cwd(), "kernel-lib/bin/kpi-anomaly.js"),
];

const pool = (...files: string[]): string[] => [
  "/usr/bin/python3",
  join(process.cwd(), "test/bench/stl_pool.py"),
  String(availableParallelism()),
  ...files,
];

function measured(folder: string, command: readonly string[]): Taken {
  const [out, peak] = [join(folder, "taken.json"), join(folder, "peak.txt")];
  rmSync(peak, { force: true });
  spawnSync("/usr/bin/python3", [join(process.cwd(), "test/bench/measured.py"), out, ...command], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, BENCH_PEAK: peak },
  });
  const taken = JSON.parse(readFileSync(out, "utf8")) as Taken & { readonly code: number };
  if (taken.code !== 0) throw new Error(`${command.join(" ")} ended with code ${taken.code}.`);
  return command[0] === process.execPath ? { ...taken, megabytes: Number(readFileSync(peak, "utf8")) } : taken;
}

function table(
  what: string,
  sizes: readonly number[],
  measure: (size: number) => { readonly ours: Taken; readonly peer: Taken | null },
): void {
  console.log(`| ${what} | seconds | processor seconds | exponent | MB at the peak | STL, processor seconds |`);
  console.log("|--:|--:|--:|--:|--:|--:|");
  let before: { readonly size: number; readonly seconds: number } | null = null;
  for (const size of sizes) {
    const { ours, peer } = measure(size);
    const exponent = before ? Math.log(ours.processor / before.seconds) / Math.log(size / before.size) : NaN;
    const cells = [
      size.toLocaleString("en"),
      ours.wall.toFixed(1),
      ours.processor.toFixed(2),
      Number.isNaN(exponent) ? "" : exponent.toFixed(2),
      ours.megabytes.toFixed(0),
      peer ? `${peer.processor.toFixed(1)} (${(peer.processor / ours.processor).toFixed(1)} times ours)` : "",
    ];
    console.log(`| ${cells.join(" | ")} |`);
    before = { size, seconds: ours.processor };
  }
  console.log();
}

/** KPIs of one file: as many as a table of a business may have. */
const KPIS_A_FILE = 100;

function wideFiles(folder: string, kpis: number, rows: number): string[] {
  return Array.from({ length: Math.ceil(kpis / KPIS_A_FILE) }, (_, index) => {
    const file = join(folder, `wide-${index}.csv`);
    writeWide(file, Math.min(KPIS_A_FILE, kpis - index * KPIS_A_FILE), rows, String(index));
    return file;
  });
}

/** Hourly KPIs with a day in them; in every tenth one an event of six hours. */
function writeWide(file: string, kpis: number, rows: number, seed: string): void {
  const noise = Array.from({ length: kpis }, (_, k): Random => createRandom(`scale/${seed}/${k}`));
  const target = openSync(file, "w");
  let text = `time,${noise.map((_, k) => `kpi_${k}`).join(",")}\n`;
  for (let row = 0; row < rows; row++) {
    const cells = noise.map((random, k) => {
      const event = k % 10 === 0 && row >= rows >> 1 && row < (rows >> 1) + 6 ? 15 : 0;
      return (100 + 20 * Math.sin((2 * Math.PI * row) / 24) + random.normal() + event).toFixed(2);
    });
    text += `${new Date(Date.UTC(2000, 0, 1) + row * 3_600_000).toISOString().slice(0, 16)},${cells.join(",")}\n`;
    if (text.length > 1 << 20) {
      writeSync(target, text);
      text = "";
    }
  }
  writeSync(target, text);
  closeSync(target);
}
