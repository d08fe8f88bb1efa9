import type { JobRunner } from "../../batch/job.js";
import { batchInputs } from "../../batch/inputs.js";
import { QueueRunner } from "../../batch/queue-runner.js";
import { connectQueue } from "../../batch/bull-queue.js";
import { keepMemorySmall } from "../../workers/collection-pace.js";
import { ResultFolder } from "../../batch/result-folder.js";
import { runBatch } from "../../batch/run-batch.js";
import { summaryOf, writeAnswer } from "../../batch/write-answer.js";
import { resolveConfig } from "../../config/resolve-config.js";
import { InputError } from "../../errors.js";
import { scoreFormats, type ScoreFormatName } from "../../export/scores/score-formats.js";
import { longRunText } from "../../words/report.js";
import { speechOf } from "../../words/speech.js";
import { configOf, withConfigOptions, type ConfigOptions } from "../config-options.js";
import { oneOf, wholeNumber } from "../option-values.js";
import { terminalText } from "../terminal-text.js";
import { answerText, batchProgress, expectedJobs, processPool, shardOption, untilStopped } from "./batch-frame.js";
import { Subcommand } from "../subcommand.js";

interface BatchCommandOptions extends ConfigOptions {
  readonly out: string;
  readonly scores?: boolean;
  readonly scoresFormat?: ScoreFormatName;
  readonly block?: number;
  readonly processes?: number;
  readonly shard?: { readonly index: number; readonly of: number };
  readonly queue?: string;
  readonly json?: boolean;
}

/** `kpi-anomaly batch FILES… --out DIR`: any number of files, one answer; what is done already is not done again. */
export function batchCommand(): Subcommand {
  const command = new Subcommand("batch", {
    en: "Analyse any number of files into a folder of results, and rank all incidents together.",
    de: "Wertet beliebig viele Dateien in einen Ordner mit Ergebnissen aus und ordnet alle Vorfälle gemeinsam.",
  })
    .localizedArgument("<files...>", {
      en: "files, folders, patterns, or lists of files (.txt, .jsonl)",
      de: "Dateien, Ordner, Muster oder Listen von Dateien (.txt, .jsonl)",
    })
    .localizedRequiredOption("--out <folder>", {
      en: "where results go; the same command again goes on with what is missing",
      de: "wohin die Ergebnisse kommen; derselbe Befehl macht mit dem weiter, was noch fehlt",
    })
    .localizedOption("--scores", {
      en: "write every row with all scores as well, one file a job",
      de: "dazu jede Zeile mit allen Bewertungen schreiben, eine Datei je Auftrag",
    })
    .localizedOption(
      "--scores-format <format>",
      { en: "write them so: csv or parquet", de: "sie so schreiben: csv oder parquet" },
      oneOf("--scores-format", Object.keys(scoreFormats)),
    )
    .localizedOption(
      "--block <n>",
      {
        en: "series in one job; a single file is split by 200, several files are one job each",
        de: "Reihen in einem Auftrag; eine einzelne Datei wird zu je 200 geteilt, mehrere sind je ein Auftrag",
      },
      wholeNumber("--block"),
    )
    .localizedOption(
      "--processes <n>",
      {
        en: "processes on this machine; one a core when left out",
        de: "Prozesse auf diesem Rechner; ohne Angabe einer je Kern",
      },
      wholeNumber("--processes"),
    )
    .localizedOption(
      "--shard <i/n>",
      {
        en: "do the i-th of n shares; kpi-anomaly merge joins them",
        de: "den i-ten von n Anteilen erledigen; kpi-anomaly merge fügt sie zusammen",
      },
      shardOption,
    )
    .localizedOption("--queue <url>", {
      en: "let workers do it (kpi-anomaly worker): redis://host:port or rediss://host:port",
      de: "Worker die Arbeit tun lassen (kpi-anomaly worker): redis://Rechner:Port oder rediss://Rechner:Port",
    })
    .localizedOption("--json", {
      en: "print the summary as one JSON object",
      de: "die Zusammenfassung als ein JSON-Objekt ausgeben",
    });
  return withConfigOptions(command).action(run);
}

async function run(files: readonly string[], options: BatchCommandOptions): Promise<void> {
  const { out, block, shard, queue } = options;
  const scores = options.scoresFormat ?? (options.scores ? "csv" : null);
  const language = options.language ?? "en";
  refuseTogether(options);
  keepMemorySmall();
  const given = await configOf(options);
  const config = { mostKpis: Number.MAX_SAFE_INTEGER, votes: scores !== null, ...given };
  resolveConfig(config);
  const inputs = await batchInputs(files);
  const folder = new ResultFolder(out);
  const progress = batchProgress(language);
  const finished = await untilStopped(async (signal) => {
    const pool = processPool(queue === undefined ? options.processes : 1);
    const runner: JobRunner = queue === undefined ? pool : new QueueRunner(await connectQueue(queue));
    try {
      return await runBatch(inputs, {
        settings: { config, language },
        block,
        count: async (input) => {
          // How many workers a queue or other shares have is not known here.
          const threads = queue === undefined && shard === undefined ? pool.width : 0;
          const { series, long } = await pool.size(input, { config, language }, threads, signal);
          if (long) progress.announce(longRunText(long, language));
          return series;
        },
        scores,
        runner,
        folder,
        shard: shard ?? { index: 0, of: 1 },
        signal,
        progress: progress.show,
      });
    } finally {
      progress.clear();
      await Promise.all([runner.dispose(), pool.dispose()]);
    }
  });
  const { words, write } = speechOf(language);
  if (finished === null) {
    const { done, skipped, failed } = progress.last();
    const all = done + skipped + failed;
    process.stderr.write(`${words.phrases.batchStopped({ done: all, of: expectedJobs(progress.last()) }, write)}\n`);
    return;
  }
  if (shard !== undefined && shard.of > 1) {
    const { done, skipped, failed } = finished;
    process.stdout.write(
      `${words.phrases.batchProgress({ done: done + skipped, of: done + skipped + failed, rate: null, left: null }, write)}\n`,
    );
    return;
  }
  // Workers of a queue, or other shares, may still be writing.
  if (queue === undefined && shard === undefined) await folder.tidy();
  const answer = await writeAnswer(folder, language);
  process.stdout.write(
    terminalText(options.json ? `${JSON.stringify(summaryOf(answer), null, 2)}\n` : answerText(answer, out, language)),
  );
}

function refuseTogether({ queue, shard, processes, block }: BatchCommandOptions): void {
  const together = (one: string, other: string): never => {
    throw new InputError("options_together", { one, other });
  };
  if (queue !== undefined && shard) together("--shard", "--queue");
  if (processes === 0) throw new InputError("count_option", { option: "--processes" });
  if (block === 0) throw new InputError("count_option", { option: "--block" });
}
