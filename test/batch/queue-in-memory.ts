import { setTimeout as wait } from "node:timers/promises";
import type { JobQueue, JobSource, QueuedJob, QueueState } from "../../kernel-lib/src/batch/job-queue.js";
import { MOST_TRIES } from "../../kernel-lib/src/batch/job.js";

/** The contract of a queue without Redis: at least once, three tries, everything forgotten when told so. */
export class QueueInMemory implements JobQueue, JobSource {
  readonly #jobs = new Map<string, { job: QueuedJob; state: QueueState; tries: number; taken: boolean }>();
  /** Most jobs that were held at a time. */
  most = 0;
  added = 0;

  add(job: QueuedJob): Promise<void> {
    if (!this.#jobs.has(job.id)) {
      this.#jobs.set(job.id, { job, state: { kind: "open" }, tries: 0, taken: false });
      this.added++;
    }
    this.most = Math.max(this.most, this.#jobs.size);
    return Promise.resolve();
  }

  states(ids: readonly string[]): Promise<QueueState[]> {
    return Promise.resolve(ids.map((id) => this.#jobs.get(id)?.state ?? { kind: "unknown" }));
  }

  forget(id: string): Promise<void> {
    this.#jobs.delete(id);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** What a restart without persistence does. */
  loseEverything(): void {
    this.#jobs.clear();
  }

  async serve(handle: (payload: string) => Promise<string>, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const next = [...this.#jobs.values()].find(({ taken, state }) => !taken && state.kind === "open");
      if (!next) {
        await wait(2);
        continue;
      }
      next.taken = true;
      next.tries++;
      try {
        next.state = { kind: "done", result: await handle(next.job.payload) };
      } catch (error) {
        if (next.tries < MOST_TRIES) next.taken = false;
        else next.state = { kind: "failed", tries: next.tries, reason: (error as Error).message };
      }
    }
  }
}
