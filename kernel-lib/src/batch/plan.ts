import type { Config } from "../config/config.js";
import { InputError } from "../errors.js";
import type { ScoreFormatName } from "../export/scores/score-formats.js";
import { bytePieces } from "../read-bytes.js";
import { errorText } from "../words/error.js";
import type { BatchInput } from "./inputs.js";
import { Fingerprint, fingerprint, type BatchSettings, type Job } from "./job.js";
import { inputSize } from "./read-input.js";
import type { ListedJob, ResultFolder } from "./result-folder.js";

/** Series of one file that make a job, where a file is split. */
export const BLOCK = 200;

/** How files become jobs. */
export interface PlanOptions {
  readonly settings: BatchSettings;
  /** Series a job; a file is one job when left out, but for a single file, which is split. */
  readonly block: number | undefined;
  /** Counts the series of a file somewhere else; here when left out. 0 where there is no table. */
  readonly count?: (input: BatchInput, config: Config) => Promise<number>;
  /** The form in which every record is written with its scores; null where nobody asked. */
  readonly scores: ScoreFormatName | null;
}

/**
 * The jobs of a batch, in the order of the files. Each file is read for its fingerprint piece by piece, and nothing of it is kept. A
 * file that cannot be read is told by `unreadable`.
 */
export async function* planJobs(
  inputs: readonly BatchInput[],
  options: PlanOptions,
  folder: ResultFolder,
  unreadable: (job: ListedJob, reason: string) => Promise<void>,
): AsyncGenerator<Job> {
  const { settings, scores } = options;
  const size = options.block ?? (inputs.length === 1 ? BLOCK : undefined);
  for (const input of inputs) {
    const { file, path } = input;
    let jobs: readonly Pick<Job, "id" | "part">[];
    try {
      const series = size === undefined ? 0 : await (options.count ?? seriesHere)(input, settings.config);
      jobs = await partsOf(input, Math.max(1, Math.ceil(series / (size ?? 1))), settings);
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
    for (const { id, part } of jobs)
      yield { id, file, path, part, settings, scores: scores && folder.scoresOf(id, scores) };
  }
}

async function seriesHere(input: BatchInput, config: Config): Promise<number> {
  return (await inputSize(input, config, 0)).series;
}

async function partsOf(
  { file, path }: BatchInput,
  of: number,
  settings: BatchSettings,
): Promise<Pick<Job, "id" | "part">[]> {
  const parts = Array.from({ length: of }, (_, index) => ({ index, of }));
  const prints = parts.map((part) => new Fingerprint(file, part, settings));
  for await (const piece of bytePieces(path)) for (const print of prints) print.add(piece);
  return parts.map((part, index) => ({ id: prints[index].id(), part }));
}
