/**
 * A signal that another thread can raise while this one is busy: `aborted` reads a shared flag, so a long loop that
 * asks now and then stops at once, without waiting for a message to be delivered.
 */
export function cancelSignal(flag: Int32Array): AbortSignal {
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
  const timer = setInterval(() => {
    if (raised()) {
      clearInterval(timer);
      controller.abort();
    }
  }, 50);
  timer.unref();
  return signal;
}
