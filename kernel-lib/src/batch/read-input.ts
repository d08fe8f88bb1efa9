import { stat } from "node:fs/promises";
import type { Config } from "../config/config.js";
import { InputError } from "../errors.js";
import { longRun, type LongRun } from "../evaluate/long-run.js";
import { LARGE_FILE, type FileReading } from "../io/read-file.js";
import { readBytes, withLargeFile } from "../read-bytes.js";
import { open, openLarge } from "../read.js";
import { countSeries } from "../detect.js";
import type { BatchInput } from "./inputs.js";
import type { Job } from "./job.js";

/**
 * The table of a file of a batch, or why its contents are none: a large text is read piece by piece, anything else from all of its
 * bytes.
 *
 * @param bytes the file's, where they came with the job
 * @throws InputError where the file cannot be read at all
 */
export async function readInput(
  { file, path }: BatchInput,
  config: Config,
  bytes: Uint8Array | null,
): Promise<FileReading | InputError> {
  const large =
    bytes === null
      ? withLargeFile(path, LARGE_FILE, (pieces) => {
          try {
            return openLarge(pieces, config, file);
          } catch (error) {
            return unusable(error);
          }
        })
      : null;
  if (large) return large;
  const whole = bytes ?? (await readBytes(path));
  try {
    return await open(whole, config, file);
  } catch (error) {
    return unusable(error);
  }
}

/** What a person can put right is an answer, everything else is not. */
function unusable(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

/** How much there is to do in a file: its series, and what is said of a run that will take minutes. */
export interface InputSize {
  readonly series: number;
  readonly long: LongRun | null;
}

/**
 * How much there is to do in a file; nothing where its contents are no table.
 *
 * @param threads that work at a time; none where nobody asks how long it takes
 * @throws InputError where the file cannot be read at all
 */
export async function inputSize(input: BatchInput, config: Config, threads: number): Promise<InputSize> {
  const reading = await readInput(input, config, null);
  if (reading instanceof InputError) return { series: 0, long: null };
  try {
    const series = countSeries(reading.table, config);
    return { series, long: threads > 0 ? await longRun(reading.table, config, threads) : null };
  } catch (error) {
    unusable(error);
    return { series: 0, long: null };
  }
}

/**
 * Reads files for one job after the other and keeps the last one that is shared by several: 500 jobs of a table of 100,000 columns
 * do not read it 500 times.
 */
export class InputReader {
  #last: { readonly key: string; readonly reading: FileReading } | null = null;

  /** As `readInput`. */
  async read(
    { file, path, part, settings: { config } }: Job,
    bytes: Uint8Array | null,
  ): Promise<FileReading | InputError> {
    const key = part.of === 1 || bytes !== null ? null : await keyOf([file, path, config], path);
    if (key !== null && this.#last?.key === key) return this.#last.reading;
    // Let go before the next one is read.
    this.#last = null;
    const reading = await readInput({ file, path }, config, bytes);
    if (key !== null && !(reading instanceof InputError)) this.#last = { key, reading };
    return reading;
  }
}

/** What says that a file is the one that was read; null where it cannot be asked. */
async function keyOf(told: readonly unknown[], path: string): Promise<string | null> {
  const facts = await stat(path, { bigint: true }).catch(() => null);
  return facts && JSON.stringify([...told, ...[facts.dev, facts.ino, facts.size, facts.mtimeNs].map(String)]);
}
