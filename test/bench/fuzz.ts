import { readdirSync, readFileSync, statSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { detect, InputError, inspect, open, readRecords } from "kpi-anomaly";
import { formatOf } from "../../kernel-lib/src/io/formats/formats.js";
import { createRandom, type Random } from "../../kernel-lib/src/numeric/random.js";
import { formatFiles } from "../io/formats/format-files.js";
import { damagedBinary, injured } from "../io/mutated-file.js";

/*
 * npm run fuzz -- [--cases 20000] [--seed 1] [--detect 50] [FOLDER...]
 *
 * Damages the files of folders, or without a folder small ones of every format made here (one to three injuries each; packed and
 * binary files in their bytes, at the ends most), reads every damaged file the way the product does and analyses
 * one in so many to the end. Counts crashes (anything thrown that is no InputError), hangs (over 10 seconds) and cases
 * that took more than 1 GB; each is told with the seed that makes it again. Exit code 1 when there is one.
 */

/** Seconds. */
const HANG = 10;
/** Bytes that one case may take. */
const MEMORY = 1 << 30;
/** Bytes of a file that are damaged: more would only take longer. */
const MOST_BYTES = 1 << 16;

interface Job {
  /** Paths; empty for the files that are made here. */
  readonly files: readonly string[];
  readonly seed: number;
  readonly detectEvery: number;
}

type Answer = { readonly ended: "read" | "refused" | "crash" | "memory"; readonly says: string };

if (!isMainThread && parentPort) serve(workerData as Job);

function serve({ files, seed, detectEvery }: Job): void {
  const bytes = files.length > 0 ? files.map(fileBytes) : Object.values(formatFiles());
  const port = parentPort!;
  port.on("message", (index: number) => {
    const random = createRandom(seed + index);
    void oneCase(damaged(bytes[index % bytes.length], random), index % detectEvery === 0).then((answer) =>
      port.postMessage(answer),
    );
  });
}

/** Text is cut off; of what is packed everything hangs together. */
function fileBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(readFileSync(path));
  return formatOf(bytes) ? bytes : bytes.slice(0, MOST_BYTES);
}

function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const format = formatOf(bytes);
  if (format !== null && !format.hasLines) return damagedBinary(bytes, random);
  const delimiter = [",", ";", "\t", "|"][random.integer(4)];
  let injury = bytes;
  for (let left = 1 + random.integer(3); left > 0; left--) injury = injured(injury, delimiter, random);
  return injury;
}

async function oneCase(bytes: Uint8Array, whole: boolean): Promise<Answer> {
  const before = process.memoryUsage().rss;
  let ended: Answer["ended"] = "read";
  try {
    const { table, text } = await open(bytes);
    inspect(table);
    let records = 0;
    for (const cells of readRecords(text(), table.source).records) records += cells.length > 0 ? 1 : 0;
    if (records !== table.records)
      return { ended: "crash", says: `${records} records where the table has ${table.records}` };
    if (whole) await detect(table, { mostKpis: 2 });
  } catch (error) {
    if (!(error instanceof InputError))
      return { ended: "crash", says: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    ended = "refused";
  }
  const taken = process.memoryUsage().rss - before;
  return taken > MEMORY ? { ended: "memory", says: `${Math.round(taken / 1e6)} MB` } : { ended, says: "" };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > 0)
    .sort();
}

function optionOf(args: string[], name: string, usual: number): number {
  const at = args.indexOf(name);
  return at < 0 ? usual : Number(args.splice(at, 2)[1]);
}

/** Asks the thread for one case; undefined when it hangs. */
function ask(worker: Worker, index: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const failed = (error: unknown): void =>
      end({ ended: "crash", says: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    const ended = (code: number): void => end({ ended: "crash", says: `the thread ended with ${code}` });
    const end = (answer: Answer | undefined): void => {
      clearTimeout(late);
      worker.off("message", end).off("error", failed).off("exit", ended);
      resolve(answer);
    };
    const late = setTimeout(() => end(undefined), HANG * 1000);
    worker.on("message", end).on("error", failed).on("exit", ended);
    worker.postMessage(index);
  });
}

export async function run(given: readonly string[]): Promise<void> {
  const args = [...given];
  const [cases, seed, detectEvery] = [
    optionOf(args, "--cases", 20_000),
    optionOf(args, "--seed", 1),
    optionOf(args, "--detect", 50),
  ];
  const files = args.flatMap(filesUnder);
  if (files.length === 0 && args.length > 0)
    throw new Error("npm run fuzz -- [--cases N] [--seed N] [--detect N] [FOLDER...]");
  const names = files.length > 0 ? files.map((file) => basename(file)) : Object.keys(formatFiles());
  const script = fileURLToPath(new URL("../../out/bench/fuzz.mjs", import.meta.url));
  const start = (): Worker => new Worker(script, { workerData: { files, seed, detectEvery } satisfies Job });
  const counts = { read: 0, refused: 0, crash: 0, memory: 0, hang: 0 };
  const began = Date.now();
  let worker = start();
  let slowest = 0;
  for (let index = 0; index < cases; index++) {
    const asked = performance.now();
    const answer = await ask(worker, index);
    slowest = Math.max(slowest, performance.now() - asked);
    const ended = answer?.ended ?? "hang";
    counts[ended]++;
    if (ended === "crash" || ended === "hang" || ended === "memory") {
      console.log(`${ended}: case ${index} (seed ${seed}) from ${names[index % names.length]}\n${answer?.says ?? ""}`);
      await worker.terminate();
      worker = start();
    }
    if ((index + 1) % 2000 === 0) console.log(`${index + 1} cases, ${JSON.stringify(counts)}`);
  }
  await worker.terminate();
  console.log(
    `${cases} damaged files from ${names.length} (seed ${seed}), every ${detectEvery}th analysed: ${counts.crash} crashes, ${counts.hang} hangs over ${HANG} s, ${counts.memory} over 1 GB; ${counts.read} read, ${counts.refused} refused. Slowest ${(slowest / 1000).toFixed(1)} s, ${Math.round((Date.now() - began) / 1000)} s in all. ${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.version}.`,
  );
  process.exitCode = counts.crash + counts.hang + counts.memory > 0 ? 1 : 0;
}
