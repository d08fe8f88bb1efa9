import { raised, type RunSignals } from "../../shared/run-signals.js";

const glance = 50;

/**
 * Runs work with a signal that another thread can raise while this one is busy: `aborted` reads a shared flag, so a
 * long loop that asks now and then stops at once, without waiting for a message to be delivered.
 */
export async function withCancelSignal<Value>(
  signals: RunSignals,
  work: (signal: AbortSignal) => Promise<Value> | Value,
): Promise<Value> {
  const controller = new AbortController();
  const { signal } = controller;
  const cancelled = (): boolean => raised(signals, "cancelled");
  Object.defineProperty(signal, "aborted", { get: cancelled });
  Object.defineProperty(signal, "throwIfAborted", {
    value: () => {
      if (cancelled()) throw new DOMException("Cancelled.", "AbortError");
    },
  });
  // Whoever listens for the event is told as well, as soon as this thread breathes.
  const timer = setInterval(() => cancelled() && controller.abort(), glance);
  try {
    return await work(signal);
  } finally {
    clearInterval(timer);
  }
}
