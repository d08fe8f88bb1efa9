import type { Job, Outcome } from "./job.js";

/** What a queue knows of a job: nothing, that it is not done yet, or what came of it. */
export type QueueState = { readonly kind: "unknown" } | { readonly kind: "open" } | Outcome;

/** A job as it goes through a queue. */
export interface QueuedJob {
  readonly id: string;
  readonly payload: string;
}

/**
 * The contract of a queue, as the side that fills it sees it. Jobs are done at least once; what came of them stays until it is
 * forgotten. A queue may lose what it knows: its state is `unknown` then, and the job is added again.
 */
export interface JobQueue {
  /** A job that is known already is left as it is. */
  add(job: QueuedJob): Promise<void>;
  /** In the order of the ids. */
  states(ids: readonly string[]): Promise<readonly QueueState[]>;
  forget(id: string): Promise<void>;
  close(): Promise<void>;
}

/** The same queue, as a worker sees it. */
export interface JobSource {
  /**
   * Hands jobs to `handle`, several at a time, until the signal is aborted (it rejects with its reason). A rejection of
   * `handle` is a try that failed; after `MOST_TRIES` the job is given up with the last reason. A worker that is lost says
   * little of its job: that is given up after `MOST_LOST` only.
   */
  serve(handle: (payload: string) => Promise<string>, signal: AbortSignal): Promise<void>;
}

/** Data up to so many bytes travel with the job; larger files are read by the worker at the same path (a shared disk). */
export const MOST_INLINE: number = 256 * 1024;

/** A job with its data, where they are small. */
export function payloadOf(job: Job, bytes: Uint8Array | null): string {
  return JSON.stringify({ job, bytes: bytes && Buffer.from(bytes).toString("base64") });
}

/** The inverse. */
export function jobOf(payload: string): { readonly job: Job; readonly bytes: Uint8Array | null } {
  const { job, bytes } = JSON.parse(payload) as { readonly job: Job; readonly bytes: string | null };
  return { job, bytes: bytes === null ? null : new Uint8Array(Buffer.from(bytes, "base64")) };
}
