import { availableParallelism } from "node:os";
import { basename } from "node:path";
import type { Config } from "../../config/config.js";
import { detect, type DetectHooks, type SeriesRunner } from "../../detect.js";
import { longRun } from "../../evaluate/long-run.js";
import type { Compute } from "../../numeric/compute.js";
import { createCompute } from "../../parallel/compute.js";
import { readBytes, readStandardInput, withLargeFile } from "../../read-bytes.js";
import { open, openLarge } from "../../read.js";
import { LARGE_FILE } from "../../io/read-file.js";
import type { Progress } from "../../progress.js";
import { progressText } from "../../words/progress.js";
import type { Report } from "../../report.js";
import { kpiNames, type Table } from "../../table.js";
import type { Localized } from "../../translations.js";
import { speechOf } from "../../words/speech.js";
import { createSeriesRunner, seriesWorkerScript, type SeriesWorkers } from "../../workers/run-series.js";
import { longRunText } from "../../words/report.js";
import { roomForThreads } from "../address-space.js";
import { refuseTooLittleRoom } from "../refuse-too-little-room.js";
import { configOf, withConfigOptions, type ConfigOptions } from "../config-options.js";
import { outputFiles, type OutputFiles } from "../output-files.js";
import { progressLine } from "../progress-line.js";
import { terminalText } from "../terminal-text.js";
import { Subcommand } from "../subcommand.js";

/** A file as it was read and put together, and its records as text for exports that keep the original cells. */
export interface Input {
  readonly table: Table;
  text(): Uint8Array;
}

/** What a subcommand works with: everything that does not depend on which one it is. */
export interface FileRun {
  /** The file of `--config` with the command line's options laid over it. */
  readonly config: Config;
  readonly progress: (progress: Progress) => void;
  /** A text of the command's own, in the language of the run. */
  readonly say: (text: Localized) => string;
  /** Reads a file as the configuration says. @throws InputError */
  read(file: string, config?: Config): Promise<Input>;
  /** `detect` on all cores of this machine. The same bytes as without. */
  detect(table: Table, config?: Config): Promise<Report>;
  /** Where this run writes: never over what it reads or what a person wrote. `inputs`: files it reads besides. @throws InputError */
  outputs(
    paths: Readonly<Record<string, string | undefined>>,
    inputs?: readonly (string | undefined)[],
  ): Promise<OutputFiles>;
  /** Threads for analyses that call `detect` themselves, so many times; started when first asked for. */
  threads(table: Table, runs?: number): AnalysisThreads;
}

/** Where the work of an analysis runs. */
export interface AnalysisThreads {
  readonly compute: Compute;
  /** Left out where starting workers takes longer than they save. */
  readonly runSeries: SeriesRunner | undefined;
  /** How many runs may go on side by side. */
  readonly concurrency: number;
}

/** How a subcommand is called, and what its help says of it and its arguments. */
export interface CommandHead {
  readonly name: string;
  /** One sentence: what it answers. */
  readonly about: Localized;
  /** Its arguments in their order, the file first; left out: the file alone. */
  readonly arguments?: Readonly<Record<string, Localized>>;
}

const THE_FILE: Localized = {
  en: "CSV, Excel, Parquet, JSON or SQLite file; - for standard input",
  de: "CSV-, Excel-, Parquet-, JSON- oder SQLite-Datei; - für die Standardeingabe",
};

/** What stands for standard input in place of a file. */
const STANDARD_INPUT = "-";

/** Numbers in a file from which starting workers takes less time than they save. */
const WORTH_WORKERS = 20_000;

/**
 * The frame of every subcommand that looks at a file: options of the configuration, reading, threads, progress, printing.
 * What `run` returns is printed; `others` are the arguments after the file.
 */
export function fileCommand<Options extends ConfigOptions>(
  { name, about, arguments: taken = { file: THE_FILE } }: CommandHead,
  run: (file: string, options: Options, work: FileRun, others: readonly string[]) => Promise<string>,
): Subcommand {
  const command = new Subcommand(name, about);
  for (const [argument, words] of Object.entries(taken)) command.localizedArgument(`<${argument}>`, words);
  const more = Object.keys(taken).length - 1;
  return withConfigOptions(command).action(async (file: string, ...rest: unknown[]) => {
    const others = rest.slice(0, more) as string[];
    const options = rest[more] as Options;
    const line = progressLine(process.stderr);
    let input: Uint8Array | undefined;
    const threads = new Threads();
    const progress = ({ step, fraction }: Progress): void => line.show(progressText(step, options.language), fraction);
    try {
      const config = await configOf(options);
      const text = await run(
        file,
        options,
        {
          config,
          progress,
          say: (text) => text[options.language ?? "en"],
          read: async (path, as = config) => {
            const { labels } = speechOf(options.language).words;
            progress({ step: { kind: "reading", facts: { file: path } }, fraction: 0 });
            if (path === STANDARD_INPUT) return open((input ??= await readStandardInput()), as, labels.standardInput);
            const large = withLargeFile(path, LARGE_FILE, (bytes) => {
              refuseTooLittleRoom(bytes.size);
              return openLarge(bytes, as, basename(path));
            });
            if (large) return large;
            const bytes = await readBytes(path);
            refuseTooLittleRoom(bytes.length);
            return open(bytes, as, basename(path));
          },
          detect: async (table, as = config) => {
            const { compute, runSeries } = threads.for(table, as);
            const long = await longRun(table, as, compute.threads);
            if (long) {
              line.clear();
              process.stderr.write(terminalText(`${longRunText(long, options.language)}\n`));
            }
            const hooks: DetectHooks = { progress, compute, runSeries };
            return detect(table, as, hooks);
          },
          outputs: (paths, inputs = []) =>
            outputFiles(paths, [file, feedbackBeside(file), options.config, ...others, ...inputs]),
          threads: (table, runs) => threads.for(table, config, runs),
        },
        others,
      );
      line.clear();
      process.stdout.write(terminalText(text));
    } finally {
      line.clear();
      await threads.dispose();
    }
  });
}

/** Where VS Code keeps what a person said about a file. */
export function feedbackBeside(file: string): string {
  return `${file}.anomalies.json`;
}

/** The threads of one subcommand: none before they are asked for, none left afterwards. */
class Threads {
  private compute: Compute | undefined;
  private workers: SeriesWorkers | undefined;

  for(table: Table, config: Config, runs: number = 1): AnalysisThreads {
    const numbers = runs * table.records * (config.columns?.kpis ?? kpiNames(table)).length;
    const cores = roomForThreads() ? availableParallelism() : 1;
    if (numbers >= WORTH_WORKERS && cores > 1 && seriesWorkerScript)
      this.workers ??= createSeriesRunner({ script: seriesWorkerScript });
    this.compute ??= createCompute({ workers: cores - 1 });
    const { workers } = this;
    return { compute: this.compute, runSeries: workers?.runSeries, concurrency: workers ? cores : 1 };
  }

  async dispose(): Promise<void> {
    this.compute?.dispose();
    await this.workers?.dispose();
  }
}
