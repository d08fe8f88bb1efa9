import { countSeries } from "../detect.js";
import { InputError } from "../errors.js";
import type { ScoreFormatName } from "../export/scores/score-formats.js";
import { readBytes } from "../read-bytes.js";
import { open } from "../read.js";
import { errorText } from "../words/error.js";
import type { BatchInput } from "./inputs.js";
import { fingerprint, type BatchSettings, type Job } from "./job.js";
import type { ListedJob, ResultFolder } from "./result-folder.js";

/** Series of one file that make a job, where a file is split. */
export const BLOCK = 200;

/** How files become jobs. */
export interface PlanOptions {
  readonly settings: BatchSettings;
  /** Series a job; a file is one job when left out, but for a single file, which is split. */
  readonly block: number | undefined;
  /** The form in which every record is written with its scores; null where nobody asked. */
  readonly scores: ScoreFormatName | null;
}

/**
 * The jobs of a batch, in the order of the files. Each file is read once for its fingerprint, and is not kept. A file that
 * cannot be read is told by `unreadable`.
 */
export async function* planJobs(
  inputs: readonly BatchInput[],
  { settings, block, scores }: PlanOptions,
  folder: ResultFolder,
  unreadable: (job: ListedJob, reason: string) => Promise<void>,
): AsyncGenerator<Job> {
  const size = block ?? (inputs.length === 1 ? BLOCK : undefined);
  for (const { file, path } of inputs) {
    let bytes: Uint8Array;
    try {
      bytes = await readBytes(path);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const part = { index: 0, of: 1 };
      const nothing = new TextEncoder().encode(error.code);
      await unreadable(
        { id: fingerprint(file, part, settings, nothing), file, part },
        errorText(error, settings.language).message.replaceAll(path, file),
      );
      continue;
    }
    const of = size === undefined ? 1 : await partsOf(bytes, file, settings, size);
    for (let index = 0; index < of; index++) {
      const part = { index, of };
      const id = fingerprint(file, part, settings, bytes);
      yield { id, file, path, part, settings, scores: scores && folder.scoresOf(id, scores) };
    }
  }
}

/** A file that turns out to be unusable is one job, whose result says why. */
async function partsOf(bytes: Uint8Array, file: string, { config }: BatchSettings, block: number): Promise<number> {
  try {
    return Math.max(1, Math.ceil(countSeries((await open(bytes, config, file)).table, config) / block));
  } catch (error) {
    if (error instanceof InputError) return 1;
    throw error;
  }
}
