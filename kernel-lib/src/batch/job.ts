import { createHash } from "node:crypto";
import type { Config } from "../config/config.js";
import type { Part } from "../detect.js";
import type { Language } from "../words/language.js";
import { version } from "../version.js";

/** What is the same for all jobs of a batch. */
export interface BatchSettings {
  readonly config: Config;
  readonly language: Language;
}

/** A file, or a part of its series, to be analysed by itself. Plain data: goes to other processes and machines. */
export interface Job {
  /** Fingerprint of data, configuration, version and name: equal ones give equal results, to the byte. */
  readonly id: string;
  /** The file as it was named; results tell it by this name. */
  readonly file: string;
  /** Where it is read, absolute. */
  readonly path: string;
  readonly part: Part;
  readonly settings: BatchSettings;
  /** Where every record is written with all its scores, absolute; null where nobody asked. */
  readonly scores: string | null;
}

/** What came of a job: its result as JSON lines, or why there is none after so many tries. */
export type Outcome =
  | { readonly kind: "done"; readonly result: string }
  | { readonly kind: "failed"; readonly tries: number; readonly reason: string };

/**
 * A way to have jobs done: in processes beside this one, or by workers elsewhere. Jobs are taken from the list only as fast
 * as they are done. What a job computes hangs on the job alone, so every runner gives the same bytes.
 */
export interface JobRunner {
  /** Resolves when the list has ended and every job has been told. Rejects with the signal's reason. */
  run(
    jobs: AsyncIterable<Job>,
    told: (job: Job, outcome: Outcome) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  dispose(): Promise<void>;
}

/** How often a job that ends its process is tried before it is given up. */
export const MOST_TRIES = 3;

/**
 * How often a job may lose its whole worker before it is given up: mostly the machine's fault, not the job's, which runs in a
 * process of its own. Where every second try is cut off, 2,000 jobs are all done but in one of 500 batches.
 */
export const MOST_LOST = 20;

/** Fingerprint of a job. O(bytes). */
export function fingerprint(file: string, part: Part, settings: BatchSettings, bytes: Uint8Array): string {
  const print = new Fingerprint(file, part, settings);
  print.add(bytes);
  return print.id();
}

/** The same of bytes that come piece by piece. */
export class Fingerprint {
  readonly #hash = createHash("sha256");

  constructor(file: string, part: Part, settings: BatchSettings) {
    const about = JSON.stringify([version, file, part.index, part.of, sorted(settings.config), settings.language]);
    this.#hash.update(about).update("\0");
  }

  add(piece: Uint8Array): void {
    this.#hash.update(piece);
  }

  /** Nothing can be added any more. */
  id(): string {
    return this.#hash.digest("hex").slice(0, 32);
  }
}

/** Keys in alphabetical order, so that the order of writing does not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
