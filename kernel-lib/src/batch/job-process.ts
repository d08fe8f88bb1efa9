import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../errors.js";
import { errorText } from "../words/error.js";
import type { Language } from "../words/language.js";
import type { BatchInput } from "./inputs.js";
import type { BatchSettings, Job } from "./job.js";
import { InputReader, inputSize, type InputSize } from "./read-input.js";
import { runJob } from "./run-job.js";

/** What a process is asked: a job, with its data where they came with it, or how much there is to do in a file. */
export type JobOrder =
  | { readonly job: Job; readonly bytes: Uint8Array | null }
  | { readonly size: BatchInput; readonly settings: BatchSettings; readonly threads: number };

/** What it answers. */
export type JobAnswer = { readonly result: string } | { readonly size: InputSize } | { readonly reason: string };

// A process that does jobs, one after the other, and ends with the one that started it.
process.on("disconnect", () => process.exit());
process.on("SIGINT", () => {});
process.on("message", (order: JobOrder) => {
  void answer(order).then((said) => process.send?.(said));
});

const reader = new InputReader();

async function answer(order: JobOrder): Promise<JobAnswer> {
  const { settings } = "job" in order ? order.job : order;
  try {
    return "job" in order
      ? { result: await done(order.job, order.bytes) }
      : { size: await inputSize(order.size, settings.config, order.threads) };
  } catch (error) {
    return { reason: reasonOf(error, settings.language) };
  }
}

async function done(job: Job, bytes: Uint8Array | null): Promise<string> {
  const { result, scores } = await runJob(job, bytes, reader);
  if (scores !== null && job.scores !== null) await writeScores(job.scores, scores);
  return result;
}

function reasonOf(error: unknown, language: Language): string {
  if (error instanceof InputError) return errorText(error, language).message;
  return error instanceof Error ? error.message : String(error);
}

/** The folder of all scores has been made by whoever asked: where it is not to be seen, the disk is not shared. */
async function writeScores(
  file: string,
  scores: NonNullable<Awaited<ReturnType<typeof runJob>>["scores"]>,
): Promise<void> {
  const part = `${file}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await writeFile(part, scores);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new InputError("not_writable", { path: file, reason: code });
  }
}
