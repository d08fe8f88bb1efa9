import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../errors.js";
import { readBytes } from "../read-bytes.js";
import { errorText } from "../words/error.js";
import type { Language } from "../words/language.js";
import type { Job } from "./job.js";
import { runJob } from "./run-job.js";

/** What a process is asked: a job, and its data where they came with it. */
export interface JobOrder {
  readonly job: Job;
  readonly bytes: Uint8Array | null;
}

/** What it answers. */
export type JobAnswer = { readonly result: string } | { readonly reason: string };

// A process that does jobs, one after the other, and ends with the one that started it.
process.on("disconnect", () => process.exit());
process.on("SIGINT", () => {});
process.on("message", (order: JobOrder) => {
  void answer(order).then((said) => process.send?.(said));
});

async function answer({ job, bytes }: JobOrder): Promise<JobAnswer> {
  try {
    const { result, scores } = await runJob(job, bytes ?? (await readBytes(job.path)));
    if (scores !== null && job.scores !== null) await writeScores(job.scores, scores);
    return { result };
  } catch (error) {
    return { reason: reasonOf(error, job.settings.language) };
  }
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
