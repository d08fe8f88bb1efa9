import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { readBytes } from "../read-bytes.js";
import { speechOf } from "../words/speech.js";
import type { Job, JobRunner, Outcome } from "./job.js";
import { MOST_INLINE, payloadOf, type JobQueue } from "./job-queue.js";

/** Jobs in the queue at a time: enough for every worker, and the queue's memory stays small however many there are. */
const MOST_OPEN = 1000;

/** Milliseconds between two looks at what has been done. */
const PAUSE = 100;

/**
 * Fills a queue and waits for what workers make of it. Whatever is lost (a worker, this process, what the queue knew) is done
 * again by whoever comes next; results are named by their fingerprint, so nothing counts twice.
 */
export class QueueRunner implements JobRunner {
  readonly #queue: JobQueue;
  readonly #pause: number;

  constructor(queue: JobQueue, pause: number = PAUSE) {
    this.#queue = queue;
    this.#pause = pause;
  }

  async run(
    jobs: AsyncIterable<Job>,
    told: (job: Job, outcome: Outcome) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const list = jobs[Symbol.asyncIterator]();
    const open = new Map<string, Job>();
    for (let ended = false; !ended || open.size > 0; ) {
      signal.throwIfAborted();
      while (!ended && open.size < MOST_OPEN) {
        const next = await list.next();
        if (next.done) ended = true;
        else {
          open.set(next.value.id, next.value);
          await this.#add(next.value);
        }
      }
      if ((await this.#collect(open, told)) === 0 && open.size > 0) await wait(this.#pause);
    }
  }

  dispose(): Promise<void> {
    return this.#queue.close();
  }

  /** How many jobs have been told. */
  async #collect(open: Map<string, Job>, told: (job: Job, outcome: Outcome) => Promise<void>): Promise<number> {
    const ids = [...open.keys()];
    const states = await this.#queue.states(ids);
    let count = 0;
    for (const [index, state] of states.entries()) {
      const job = open.get(ids[index])!;
      if (state.kind === "open") continue;
      if (state.kind === "unknown") {
        await this.#add(job);
        continue;
      }
      await told(job, inWords(state, job));
      await this.#queue.forget(job.id);
      open.delete(job.id);
      count++;
    }
    return count;
  }

  async #add(job: Job): Promise<void> {
    await this.#queue.add({ id: job.id, payload: payloadOf(job, await smallBytes(job.path)) });
  }
}

/** The data of a job that are small enough to go with it; null for others, and where they are gone: a worker tells why. */
async function smallBytes(path: string): Promise<Uint8Array | null> {
  try {
    return (await stat(path)).size <= MOST_INLINE ? await readBytes(path) : null;
  } catch {
    return null;
  }
}

/** How BullMQ says that workers were lost: its only reason that no worker of ours has put in words. */
const STALLED = /^job stalled /;

function inWords(outcome: Outcome, { settings }: Job): Outcome {
  if (outcome.kind === "done" || !STALLED.test(outcome.reason)) return outcome;
  const { words, write } = speechOf(settings.language);
  return { ...outcome, reason: words.phrases.workerLost({}, write) };
}
