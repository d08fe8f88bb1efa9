import { Command } from "commander";
import type { JobRunner } from "../../batch/job.js";
import { batchInputs } from "../../batch/inputs.js";
import { QueueRunner } from "../../batch/queue-runner.js";
import { connectQueue } from "../../batch/bull-queue.js";
import { ResultFolder } from "../../batch/result-folder.js";
import { runBatch } from "../../batch/run-batch.js";
import { writeAnswer } from "../../batch/write-answer.js";
import { resolveConfig } from "../../config/resolve-config.js";
import { InputError } from "../../errors.js";
import { speechOf } from "../../words/speech.js";
import { configOf, withConfigOptions, type ConfigOptions } from "../config-options.js";
import { wholeNumber } from "../option-values.js";
import { terminalText } from "../terminal-text.js";
import { answerText, batchProgress, processPool, shardOption, untilStopped } from "./batch-frame.js";

interface BatchCommandOptions extends ConfigOptions {
  readonly out: string;
  readonly scores?: boolean;
  readonly block?: number;
  readonly processes?: number;
  readonly shard?: { readonly index: number; readonly of: number };
  readonly queue?: string;
  readonly json?: boolean;
}

/** `kpi-anomaly batch FILES… --out DIR`: any number of files, one answer; what is done already is not done again. */
export function batchCommand(): Command {
  const command = new Command("batch")
    .argument("<files...>", "files, folders, patterns, or lists of files (.txt, .jsonl)")
    .description("Analyse any number of files into a folder of results, and rank all incidents together.")
    .requiredOption("--out <folder>", "where results go; the same command again goes on with what is missing")
    .option("--scores", "write every record with all scores as well, a file for each job")
    .option(
      "--block <n>",
      "series a job; a single file is split by 200, several are a job each",
      wholeNumber("--block"),
    )
    .option("--processes <n>", "processes on this machine; one a core", wholeNumber("--processes"))
    .option("--shard <i/n>", "do the i-th of n shares; `kpi-anomaly merge` joins them", shardOption)
    .option("--queue <url>", "have workers do it: redis://host:port or rediss:// (kpi-anomaly worker)")
    .option("--json", "print the summary as one JSON object");
  return withConfigOptions(command).action(run);
}

async function run(files: readonly string[], options: BatchCommandOptions): Promise<void> {
  const { out, scores = false, block, shard, queue } = options;
  const language = options.language ?? "en";
  refuseTogether(options);
  const given = await configOf(options);
  const config = { mostKpis: Number.MAX_SAFE_INTEGER, votes: scores, ...given };
  resolveConfig(config);
  const inputs = await batchInputs(files);
  const folder = new ResultFolder(out);
  const progress = batchProgress(language);
  const finished = await untilStopped(async (signal) => {
    const runner: JobRunner =
      queue === undefined ? processPool(options.processes) : new QueueRunner(await connectQueue(queue));
    try {
      return await runBatch(inputs, {
        settings: { config, language },
        block,
        scores,
        runner,
        folder,
        shard: shard ?? { index: 0, of: 1 },
        signal,
        progress: progress.show,
      });
    } finally {
      progress.clear();
      await runner.dispose();
    }
  });
  const { words, write } = speechOf(language);
  if (finished === null) {
    const { done, skipped, failed, files: seen, allFiles } = progress.last();
    const all = done + skipped + failed;
    process.stderr.write(
      `${words.phrases.batchStopped({ done: all, of: Math.max(all, Math.round((all * allFiles) / Math.max(1, seen))) }, write)}\n`,
    );
    return;
  }
  if (shard !== undefined && shard.of > 1) {
    const { done, skipped, failed } = finished;
    process.stdout.write(
      `${words.phrases.batchProgress({ done: done + skipped, of: done + skipped + failed, rate: null, left: null }, write)}\n`,
    );
    return;
  }
  const answer = await writeAnswer(folder, language);
  const { incidents, moments, ...summary } = answer;
  process.stdout.write(
    terminalText(
      options.json
        ? `${JSON.stringify({ ...summary, incidents: incidents.length, moments: moments.length }, null, 2)}\n`
        : answerText(answer, out, language),
    ),
  );
}

function refuseTogether({ scores, queue, shard, processes, block }: BatchCommandOptions): void {
  const together = (one: string, other: string): never => {
    throw new InputError("options_together", { one, other });
  };
  if (queue !== undefined && scores) together("--scores", "--queue");
  if (queue !== undefined && shard) together("--shard", "--queue");
  if (processes === 0) throw new InputError("count_option", { option: "--processes" });
  if (block === 0) throw new InputError("count_option", { option: "--block" });
}
