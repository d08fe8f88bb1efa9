import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { defaultAnalysis } from "./default-analysis.js";

/*
 * npm run bench -- pipeline [--file F] [--runs 3] [--ours]: whole processes, a CSV in and the anomalies out, ours beside the
 * same five detectors in pandas and scikit-learn, in turns; then our whole default analysis and new cuts of it. --ours leaves
 * the other side out, --default measures the default analysis alone.
 */

const FOLDER = "out/bench/data";
/** Seconds. */
const LONG = 60;
const DETECTORS = "zScore,interquartileRange,isolationForest,localOutlierFactor,oneClassSvm";

interface Measured {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Wall and processor seconds and peak memory of a process, by Python's view of its children. */
function measure(command: readonly string[]): Measured {
  const watch = `
import json, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": time.perf_counter() - start, "cpu": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024}))
`;
  const environment = { ...process.env };
  // Set on some machines for old builds of OpenBLAS; it would slow the peer down.
  delete environment.OPENBLAS_CORETYPE;
  delete environment.OPENBLAS_L2_SIZE;
  const { stdout, stderr, status } = spawnSync("/usr/bin/python3", ["-c", watch, ...command], {
    encoding: "utf8",
    env: environment,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

export async function run(argv: string[]): Promise<void> {
  const { values: options } = parseArgs({
    args: argv,
    options: {
      file: { type: "string" },
      runs: { type: "string" },
      ours: { type: "boolean" },
      default: { type: "boolean" },
    },
  });
  const file = options.file ?? "../shared/data/business/PJME_hourly_mdy.csv";
  if (!existsSync(file)) throw new Error(`${file} is not there; name a file with --file.`);
  if (options.default) return defaultAnalysis(file);
  mkdirSync(FOLDER, { recursive: true });
  const ours = [
    process.execPath,
    "kernel-lib/bin/kpi-anomaly.js",
    "detect",
    file,
    "--mode",
    "vote",
    "--consensus",
    "2",
    "--detectors",
    DETECTORS,
    "--anomalies",
    `${FOLDER}/ours.csv`,
  ];
  const peer = ["/usr/bin/python3", "test/bench/pipeline_peer.py", file, `${FOLDER}/peer.csv`];
  const runs: { ours: Measured; peer: Measured | null }[] = [];
  for (let i = 0; i < Number(options.runs ?? 3); i++) {
    runs.push({ ours: measure(ours), peer: options.ours ? null : measure(peer) });
    // A peer that takes minutes is measured twice only.
    if (i > 0 && (runs[0].peer?.seconds ?? 0) > LONG) break;
  }
  const show = (name: string, taken: readonly Measured[]): void => {
    const of = (what: keyof Measured): number => median(taken.map((each) => each[what]));
    console.log(`| ${name} | ${of("seconds").toFixed(2)} | ${of("cpu").toFixed(2)} | ${of("megabytes").toFixed(0)} |`);
  };
  console.log(
    `${file}, five detectors, two votes, ${runs.length} runs in turns, medians\n\n| whole process | seconds | processor seconds | peak memory, MB |\n|---|--:|--:|--:|`,
  );
  show(
    "kpi-anomaly detect",
    runs.map((each) => each.ours),
  );
  if (options.ours) return defaultAnalysis(file);
  const peers = runs.map((each) => each.peer!);
  show("pandas and scikit-learn", peers);
  const ratio = (what: "seconds" | "cpu"): string =>
    (median(peers.map((each) => each[what])) / median(runs.map((each) => each.ours[what]))).toFixed(1);
  console.log(`\nTimes faster: ${ratio("seconds")} (processor time ${ratio("cpu")}). ${agreement()}`);
  await defaultAnalysis(file);
}

/** Rows both sides name, compared by date and value. */
function agreement(): string {
  const rows = (name: string): Set<string> =>
    new Set(
      readFileSync(`${FOLDER}/${name}.csv`, "utf8")
        .split(/\r?\n/)
        .slice(1)
        .filter((line) => line !== "")
        .map((line) =>
          line
            .split(",")
            .slice(0, 2)
            .map((cell) => (Number.isNaN(Number(cell)) ? cell : String(Number(cell))))
            .join(","),
        ),
    );
  const [ours, peer] = [rows("ours"), rows("peer")];
  const both = [...ours].filter((row) => peer.has(row)).length;
  return `Rows named: ${ours.size} by us, ${peer.size} by the other, ${both} by both.`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
