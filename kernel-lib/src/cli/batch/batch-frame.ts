import { availableParallelism } from "node:os";
import { jobProcessScript, ProcessPool } from "../../batch/process-pool.js";
import type { BatchProgress } from "../../batch/run-batch.js";
import { foundIn } from "../../batch/summary-page.js";
import type { MergedAnswer } from "../../batch/merge.js";
import { InputError } from "../../errors.js";
import type { Language } from "../../words/language.js";
import { speechOf } from "../../words/speech.js";
import { progressLine } from "../progress-line.js";
import { terminalText } from "../terminal-text.js";

/** Exit code of a program that was stopped by Ctrl-C, as shells have it. */
const STOPPED = 130;

/** Processes on this machine; one a core when `processes` is left out. */
export function processPool(processes: number | undefined): ProcessPool {
  if (jobProcessScript === null) throw new Error("The program that does jobs is missing beside this one.");
  return new ProcessPool({ processes: processes ?? availableParallelism(), script: jobProcessScript });
}

/**
 * Runs work that Ctrl-C stops in order: the first asks it to stop, the second ends the program.
 *
 * @returns what it gives; null when it was stopped, with the exit code set
 */
export async function untilStopped<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value | null> {
  const stop = new AbortController();
  const stopping = new Error("stopped");
  const onSignal = (): void => stop.abort(stopping);
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    return await work(stop.signal);
  } catch (error) {
    if (error !== stopping) throw error;
    process.exitCode = STOPPED;
    return null;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

/** Tells how far a batch is, with its rate and the time left: on a terminal always, elsewhere a line every half minute. */
export function batchProgress(language: Language): {
  /** Says a sentence before the first job, unless some have been done before: what is left is less than it tells. */
  announce(text: string): void;
  show(progress: BatchProgress): void;
  clear(): void;
  last(): BatchProgress;
} {
  const { words, write } = speechOf(language);
  const line = progressLine(process.stderr);
  const started = performance.now();
  let last: BatchProgress = { files: 0, allFiles: 0, planned: 0, done: 0, skipped: 0, failed: 0 };
  let shown = 0;
  let announced = "";
  return {
    announce(text) {
      announced = text;
    },
    show(progress) {
      last = { ...progress };
      if (announced !== "" && progress.skipped === 0) {
        line.clear();
        process.stderr.write(terminalText(`${announced}\n`));
      }
      announced = "";
      const now = performance.now();
      if (now - shown < (process.stderr.isTTY ? 200 : 30_000)) return;
      shown = now;
      const { done, skipped, failed } = progress;
      const seconds = (now - started) / 1000;
      const rate = done + failed > 0 && seconds > 1 ? (done + failed) / seconds : null;
      const of = expectedJobs(progress);
      const left = rate === null ? null : (of - done - skipped - failed) / rate;
      const text = words.phrases.batchProgress({ done: done + skipped + failed, of, rate, left }, write);
      if (process.stderr.isTTY) line.show(text, (done + skipped + failed) / Math.max(1, of));
      else process.stderr.write(`${text}\n`);
    },
    clear: () => line.clear(),
    last: () => last,
  };
}

/** How many jobs a run is likely to have: files that are still to be looked at are as many as those before them were. */
export function expectedJobs({ files, allFiles, planned, done, skipped, failed }: BatchProgress): number {
  return Math.max(done + skipped + failed, Math.round((planned * allFiles) / Math.max(1, files)));
}

/** Jobs that were given up and are named on the terminal; `failed/` holds all. */
const MOST_GIVEN_UP = 10;

/** What is printed at the end: the sentence of the summary page, the worst incidents, where everything stands. */
export function answerText(answer: MergedAnswer, out: string, language: Language): string {
  const { words, write } = speechOf(language);
  const { phrases } = words;
  const failed = answer.givenUp.length;
  return [
    phrases.batchFound(foundIn(answer), write),
    ...(answer.withdrawn > 0 ? [phrases.withdrawn({ incidents: answer.withdrawn, series: answer.series }, write)] : []),
    ...(answer.jobs.missing > 0 ? [phrases.jobsMissing({ jobs: answer.jobs.missing }, write)] : []),
    ...(failed > 0 ? [phrases.batchGivenUp({ jobs: failed }, write)] : []),
    ...answer.givenUp
      .slice(0, MOST_GIVEN_UP)
      .map(({ file, tries, reason }) => `${file}: ${phrases.givenUp({ tries, reason }, write)}`),
    ...answer.incidents
      .slice(0, 10)
      .map(
        ({ rank, severity, file, kpi, series, start, reason }) =>
          `${rank}. (${severity}) ${file}, ${write.series({ kpi, series })}, ${start}: ${reason}`,
      ),
    `${out}/summary.html`,
    "",
  ].join("\n");
}

/** `3/8`: the third of eight machines. @throws InputError `bad_option` */
export function shardOption(text: string): { readonly index: number; readonly of: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [index, of] = match ? [Number(match[1]), Number(match[2])] : [0, 0];
  if (index < 1 || index > of) throw new InputError("shard_option", { text });
  return { index: index - 1, of };
}
