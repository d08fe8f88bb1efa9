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
  /** Ends the workers and gives their memory back. */
  dispose(): Promise<void>;
}

/** Orders that wait at a worker besides the one it works on, so that it never waits for the next. */
const AHEAD = 1;

/**
 * Spreads series over workers. Each series is analysed whole by whichever worker is free, from its task alone, and the
 * results are put back in the order of the tasks: the same bytes on any number of workers. Workers start with the first
 * run, no more of them than there are tasks, and stay until `dispose`; a cancelled or failed run ends them, the next starts
 * them anew.
 */
export function createSeriesRunner({ workers = availableParallelism(), script }: SeriesRunnerOptions): SeriesWorkers {
  let crew: Worker[] = [];
  const dispose = async (): Promise<void> => {
    const ending = crew;
    crew = [];
    await Promise.all(ending.map((worker) => worker.terminate()));
  };
  const runSeries: SeriesRunner = async (tasks, done, signal) => {
    signal?.throwIfAborted();
    while (crew.length < Math.min(Math.max(1, workers), tasks.length)) crew.push(new Worker(script));
    try {
      return await spread(crew, tasks, done, signal);
    } catch (error) {
      await dispose();
      throw error;
    }
  };
  return { runSeries, dispose };
}

function spread(crew: readonly Worker[], tasks: readonly SeriesTask[], done: (index: number, analysis: SeriesAnalysis) => void, signal: AbortSignal | undefined): Promise<SeriesAnalysis[]> {
  const results: SeriesAnalysis[] = [];
  let next = 0;
  let finished = 0;
  const order = (worker: Worker): void => {
    if (next >= tasks.length) return;
    worker.postMessage({ index: next, task: tasks[next] } satisfies Order);
    next++;
  };
  return new Promise<SeriesAnalysis[]>((resolve, reject) => {
    const stop = new AbortController();
    const end = (settle: () => void): void => {
      stop.abort();
      // Named one by one: Node has listeners of its own on a worker.
      for (const worker of crew) for (const event of ["error", "exit", "message"]) worker.removeAllListeners(event);
      settle();
    };
    signal?.addEventListener("abort", () => end(() => reject(signal.reason as Error)), { signal: stop.signal });
    for (const worker of crew) {
      worker.on("error", (error) => end(() => reject(error)));
      worker.on("exit", (code) => end(() => reject(new Error(`A worker ended by itself with code ${code}.`))));
      worker.on("message", (answer: Answer) => {
        if ("failure" in answer) return end(() => reject(errorOf(answer.failure)));
        results[answer.index] = answer.analysis;
        finished++;
        order(worker);
        done(answer.index, answer.analysis);
        if (finished === tasks.length) end(() => resolve(results));
      });
      for (let ahead = 0; ahead <= AHEAD; ahead++) order(worker);
    }
    if (tasks.length === 0) end(() => resolve(results));
  });
}

function errorOf({ code, message, hint }: Failure): Error {
  return code === undefined ? new Error(message) : new InputError(code, message, hint ?? "");
}
