import { fork, type ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import type { BatchInput } from "./inputs.js";
import type { InputSize } from "./read-input.js";
import { MOST_TRIES, type BatchSettings, type Job, type JobRunner, type Outcome } from "./job.js";
import type { JobAnswer, JobOrder } from "./job-process.js";
import { speechOf } from "../words/speech.js";

/** What a process runs, as it stands beside this file; null where it does not. */
export const jobProcessScript: string | null = besideThisFile("./job-process.js");

function besideThisFile(name: string): string | null {
  const script = fileURLToPath(new URL(name, import.meta.url));
  return existsSync(script) ? script : null;
}

/** Where processes do jobs, and how many. */
export interface ProcessPoolOptions {
  /** As many as there are cores when left out. */
  readonly processes?: number;
  readonly script: string;
}

/**
 * Processes on this machine that do jobs. A job that ends its process takes none of the others with it: it is tried three
 * times, then given up with the reason.
 */
export class ProcessPool implements JobRunner {
  readonly width: number;
  readonly #script: string;
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();

  constructor({ processes = availableParallelism(), script }: ProcessPoolOptions) {
    this.width = Math.max(1, processes);
    this.#script = script;
  }

  async run(
    jobs: AsyncIterable<Job>,
    told: (job: Job, outcome: Outcome) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const list = jobs[Symbol.asyncIterator]();
    const lane = async (): Promise<void> => {
      for (let next = await list.next(); !next.done; next = await list.next()) {
        signal.throwIfAborted();
        await told(next.value, await this.do(next.value, null, signal));
      }
    };
    await Promise.all(Array.from({ length: this.width }, lane));
  }

  /** Does one job; `bytes` are its data where they need not be read from its path. */
  async do(job: Job, bytes: Uint8Array | null, signal: AbortSignal, tries: number = MOST_TRIES): Promise<Outcome> {
    let reason = "";
    for (let attempt = 1; attempt <= tries; attempt++) {
      const answer = await this.#ask({ job, bytes }, signal);
      if ("result" in answer) return { kind: "done", result: answer.result };
      if ("reason" in answer) reason = answer.reason;
    }
    return { kind: "failed", tries, reason };
  }

  /**
   * How much there is to do in a file, found out in a process: this one never holds a table. Where that ends the process, or there
   * is no table, it is nothing: the job of the whole file tells why.
   *
   * @param threads that will work at a time; 0 where nobody asks how long it takes
   */
  async size(input: BatchInput, settings: BatchSettings, threads: number, signal: AbortSignal): Promise<InputSize> {
    const answer = await this.#ask({ size: input, settings, threads }, signal);
    return "size" in answer ? answer.size : { series: 0, long: null };
  }

  #ask(order: JobOrder, signal: AbortSignal): Promise<JobAnswer> {
    const child = this.#idle.pop() ?? this.#start();
    const { language } = "job" in order ? order.job.settings : order.settings;
    const { words, write } = speechOf(language);
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        child.removeAllListeners("message").removeAllListeners("exit").removeAllListeners("error");
        child.on("error", () => {});
        child.once("exit", () => this.#forget(child));
        signal.removeEventListener("abort", stop);
        act();
      };
      const lost = (how: string): void => {
        this.#all.delete(child);
        settle(() => resolve({ reason: how }));
      };
      const stop = (): void => {
        this.#all.delete(child);
        child.kill("SIGKILL");
        settle(() => reject(signal.reason as Error));
      };
      child.once("message", (answer: JobAnswer) =>
        settle(() => {
          this.#idle.push(child);
          resolve(answer);
        }),
      );
      child.once("error", (error) => lost(error.message));
      child.once("exit", (code, ended) => lost(words.phrases.jobEnded({ code, signal: ended }, write)));
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop);
      child.send(order, (error) => error && lost(error.message));
    });
  }

  #forget(child: ChildProcess): void {
    this.#all.delete(child);
    const place = this.#idle.indexOf(child);
    if (place >= 0) this.#idle.splice(place, 1);
  }

  #start(): ChildProcess {
    const child = fork(this.#script, [], {
      // The other cores have jobs of their own.
      execArgv: ["--single-threaded-gc"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#all.add(child);
    return child;
  }

  dispose(): Promise<void> {
    for (const child of this.#all) child.kill("SIGKILL");
    this.#all.clear();
    this.#idle.length = 0;
    return Promise.resolve();
  }
}
