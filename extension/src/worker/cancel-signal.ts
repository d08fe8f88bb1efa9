const glance = 50;

/**
 * Runs work with a signal that another thread can raise while this one is busy: `aborted` reads a shared flag, so a
 * long loop that asks now and then stops at once, without waiting for a message to be delivered.
 */
export async function withCancelSignal<Value>(flag: Int32Array, work: (signal: AbortSignal) => Promise<Value> | Value): Promise<Value> {
  const controller = new AbortController();
  const { signal } = controller;
  const raised = (): boolean => Atomics.load(flag, 0) !== 0;
  Object.defineProperty(signal, "aborted", { get: raised });
  Object.defineProperty(signal, "throwIfAborted", {
    value: () => {
      if (raised()) throw new DOMException("Cancelled.", "AbortError");
    },
  });
  // Whoever listens for the event is told as well, as soon as this thread breathes.
  const timer = setInterval(() => raised() && controller.abort(), glance);
  try {
    return await work(signal);
  } finally {
    clearInterval(timer);
  }
}
