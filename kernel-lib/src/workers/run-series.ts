import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { SeriesAnalysis, SeriesTask } from "../analyse-series.js";
import type { SeriesRunner } from "../detect.js";
import { InputError } from "../errors.js";
import type { Answer, Failure, Order } from "./messages.js";

/** What a worker runs, as it stands beside this file; null where it does not, as in a bundle. */
export const seriesWorkerScript: URL | null = besideThisFile("./series-worker.js");

function besideThisFile(name: string): URL | null {
  const script = new URL(name, import.meta.url);
  return existsSync(script) ? script : null;
}

/** How many workers, and what they run. */
export interface SeriesRunnerOptions {
  /** As many as the processor has cores when left out. */
  readonly workers?: number;
  /** The script of a worker; for a bundle, one made of `series-worker.js`. */
  readonly script: URL | string;
}

/** Workers for many series. */
export interface SeriesWorkers {
  /** For `hooks.runSeries` of `detect`. */
  readonly runSeries: SeriesRunner;
  /** Ends the workers that have nothing to do and gives their memory back; new ones start when they are needed. */
  retire(): Promise<void>;
  /** Ends all workers, also those that are at work. */
  dispose(): Promise<void>;
}

/** Orders that wait at a worker besides the one it works on, so that it never waits for the next. */
const AHEAD = 1;

/**
 * Spreads series over workers. Each series is analysed whole by whichever worker is free, from its task alone, and the
 * results are put back in the order of the tasks: the same bytes on any number of workers, and with several runs at a time.
 * Workers start when they are needed and stay until `dispose`; a cancelled or failed run ends those that work for it. While
 * their series are short the engine of this process collects all of its memory less often.
 *
 * @example
 * const workers = createSeriesRunner({ script: new URL("series-worker.js", import.meta.url) });
 * const report = await detect(table, {}, { runSeries: workers.runSeries });
 * await workers.dispose();
 */
export function createSeriesRunner({ workers = availableParallelism(), script }: SeriesRunnerOptions): SeriesWorkers {
  const crew = new WorkerPool(Math.max(1, workers), script);
  return {
    runSeries: (tasks, done, signal) => crew.run(tasks, done, signal),
    retire: () => crew.retire(),
    dispose: () => crew.dispose(),
  };
}

/** The tasks of one call, and what has come of them. */
interface Run {
  readonly results: SeriesAnalysis[];
  left: number;
  readonly done: (index: number, analysis: SeriesAnalysis) => void;
  readonly resolve: (results: SeriesAnalysis[]) => void;
  readonly reject: (reason: Error) => void;
}

interface Job {
  readonly run: Run;
  readonly index: number;
  readonly task: SeriesTask;
}

/** A worker and what it was given to do, by number. */
interface PooledWorker {
  readonly worker: Worker;
  readonly jobs: Map<number, Job>;
}

class WorkerPool {
  readonly #most: number;
  readonly #script: URL | string;
  readonly #hands = new Set<PooledWorker>();
  #waiting: Job[] = [];
  #orders = 0;

  constructor(most: number, script: URL | string) {
    this.#most = most;
    this.#script = script;
  }

  run(tasks: readonly SeriesTask[], done: Run["done"], signal: AbortSignal | undefined): Promise<SeriesAnalysis[]> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (tasks.length === 0) return Promise.resolve([]);
    const ended = new AbortController();
    return new Promise<SeriesAnalysis[]>((resolve, reject) => {
      const run: Run = { results: [], left: tasks.length, done, resolve, reject };
      signal?.addEventListener("abort", () => this.#fail(run, signal.reason as Error), { signal: ended.signal });
      this.#waiting.push(...tasks.map((task, index): Job => ({ run, index, task })));
      this.#feed();
    }).finally(() => ended.abort());
  }

  async retire(): Promise<void> {
    const idle = [...this.#hands].filter(({ jobs }) => jobs.size === 0);
    await Promise.all(idle.map((hand) => this.#end(hand)));
  }

  async dispose(): Promise<void> {
    const runs = new Set(
      [...this.#waiting, ...[...this.#hands].flatMap(({ jobs }) => [...jobs.values()])].map(({ run }) => run),
    );
    this.#waiting = [];
    const ending = [...this.#hands].map((hand) => this.#end(hand));
    for (const { reject } of runs) reject(new Error("The workers were ended."));
    await Promise.all(ending);
  }

  /** Gives every worker enough to do; more workers start as long as some would have none. */
  #feed(): void {
    const busy = [...this.#hands].filter(({ jobs }) => jobs.size > 0).length;
    const wanted = Math.min(this.#most, busy + this.#waiting.length);
    while (this.#hands.size < wanted) this.#hire();
    for (let load = 0; load <= AHEAD; load++)
      for (const hand of this.#hands) if (hand.jobs.size <= load) this.#order(hand);
  }

  #order(hand: PooledWorker): void {
    const job = this.#waiting.shift();
    if (!job) return;
    const number = this.#orders++;
    hand.jobs.set(number, job);
    hand.worker.postMessage({ index: number, task: job.task } satisfies Order);
  }

  #hire(): void {
    const hand: PooledWorker = { worker: new Worker(this.#script), jobs: new Map() };
    this.#hands.add(hand);
    hand.worker.on("message", (answer: Answer) => this.#take(hand, answer));
    hand.worker.on("error", (error) => this.#lose(hand, error));
    hand.worker.on("exit", (code) => this.#lose(hand, new Error(`A worker ended by itself with code ${code}.`)));
  }

  #take(hand: PooledWorker, answer: Answer): void {
    const job = hand.jobs.get(answer.index);
    if (!job) return;
    hand.jobs.delete(answer.index);
    const { run, index } = job;
    if ("failure" in answer) return this.#fail(run, errorOf(answer.failure));
    run.results[index] = answer.analysis;
    run.left--;
    this.#feed();
    run.done(index, answer.analysis);
    if (run.left === 0) run.resolve(run.results);
  }

  #lose(hand: PooledWorker, error: Error): void {
    if (!this.#hands.has(hand)) return;
    for (const run of new Set([...hand.jobs.values()].map((job) => job.run))) this.#fail(run, error);
    if (this.#hands.has(hand)) void this.#end(hand);
  }

  /** Ends a run at once: workers that are at it are ended, and what else they had to do waits for others. */
  #fail(run: Run, reason: Error): void {
    this.#waiting = this.#waiting.filter((job) => job.run !== run);
    for (const hand of this.#hands) {
      const jobs = [...hand.jobs.values()];
      if (!jobs.some((job) => job.run === run)) continue;
      void this.#end(hand);
      this.#waiting.unshift(...jobs.filter((job) => job.run !== run));
    }
    run.reject(reason);
    this.#feed();
  }

  async #end(hand: PooledWorker): Promise<void> {
    this.#hands.delete(hand);
    hand.jobs.clear();
    await hand.worker.terminate();
  }
}

function errorOf(failure: Failure): Error {
  return "code" in failure ? InputError.from(failure) : new Error(failure.message);
}
