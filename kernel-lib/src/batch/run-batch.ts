import type { BatchInput } from "./inputs.js";
import type { Job, JobRunner } from "./job.js";
import { planJobs, type PlanOptions } from "./plan.js";
import type { ListedJob, ResultFolder } from "./result-folder.js";

/** One of so many machines that share a batch, counted from 0. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** How far a batch is. */
export interface BatchProgress {
  /** Files that have been looked at, and all. */
  readonly files: number;
  readonly allFiles: number;
  /** Jobs of this run in the files that have been looked at. */
  readonly planned: number;
  /** Jobs done by this run, those that had been done before, and those given up. */
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
}

/** What a run needs besides its files. */
export interface BatchOptions extends PlanOptions {
  readonly runner: JobRunner;
  readonly folder: ResultFolder;
  readonly shard: Shard;
  readonly signal: AbortSignal;
  readonly progress: (progress: BatchProgress) => void;
}

/**
 * Has every job done that has no result yet, and writes each result as soon as it is there. Memory hangs on the number of
 * files' names only. Ends early, with all results kept, when the signal is aborted (it rejects with its reason).
 */
export async function runBatch(inputs: readonly BatchInput[], options: BatchOptions): Promise<BatchProgress> {
  const { folder, runner, signal, shard } = options;
  await folder.open(options.scores !== null);
  const list = await folder.newList();
  const count = { files: 0, allFiles: inputs.length, planned: 0, done: 0, skipped: 0, failed: 0 };
  let file = "";
  async function* open(): AsyncGenerator<Job> {
    let place = 0;
    const unreadable = async (job: ListedJob, reason: string): Promise<void> => {
      await list.add(job);
      if (place++ % shard.of === shard.index) {
        count.planned++;
        count.failed++;
        await folder.giveUp({ ...job, tries: 1, reason });
      }
      count.files++;
    };
    for await (const job of planJobs(inputs, options, folder, unreadable)) {
      signal.throwIfAborted();
      if (job.file !== file) count.files++;
      file = job.file;
      await list.add(job);
      const own = place++ % shard.of === shard.index;
      // Of a file that is split all parts are known with the first.
      if (shard.of > 1) count.planned += own ? 1 : 0;
      else if (job.part.index === 0) count.planned += job.part.of;
      const isOpen = own && !folder.has(job);
      if (own && !isOpen) count.skipped++;
      options.progress(count);
      if (isOpen) yield job;
    }
  }
  try {
    await runner.run(
      open(),
      async (job, outcome) => {
        if (outcome.kind === "done") {
          await folder.keep(job.id, outcome.result);
          count.done++;
        } else {
          const { id, file: name, part } = job;
          await folder.giveUp({ id, file: name, part, tries: outcome.tries, reason: outcome.reason });
          count.failed++;
        }
        options.progress(count);
      },
      signal,
    );
    await list.done();
  } catch (error) {
    await list.drop();
    throw error;
  }
  return count;
}
