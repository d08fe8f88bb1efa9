/**
 * Called by long loops every few milliseconds of work with the share that is done: tells progress, lets other work of this
 * thread run now and then, and throws when the user has cancelled. Await what it returns.
 */
export type Checkpoint = (fraction: number) => void | Promise<void>;

/** A loop that nobody watches. */
export const noCheckpoint: Checkpoint = () => {};

/** Between two looks at messages and cancellation. Well below the tenth of a second in which a cancel must be felt. */
const PATIENCE = 25;

/** A `Pause` for a run that can be cancelled and reports how far it is. */
export function createCheckpoint(watch: {
  readonly signal: AbortSignal;
  progress(fraction: number): void;
}): Checkpoint {
  let last = performance.now();
  // Steps within a part tell how much of it is done; the whole never goes back.
  let done = 0;
  return (fraction) => {
    if (performance.now() - last < PATIENCE) return;
    done = Math.max(done, Math.min(1, fraction));
    watch.progress(done);
    return yieldToEventLoop().then(() => {
      watch.signal.throwIfAborted();
      last = performance.now();
    });
  };
}

/** The same watch, for a part of the work that goes from `from` to `to`. */
export function partOf(checkpoint: Checkpoint, from: number, to: number): Checkpoint {
  return (fraction) => checkpoint(from + fraction * (to - from));
}

/** Resolves after the events that are waiting have been handled. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
