/** Memory that host and worker share during a run: a thread that computes reads no messages, but it can look here. */
export type RunSignals = Int32Array;

const places = { cancelled: 0, lineShown: 1 } as const;
export type RunSignal = keyof typeof places;

export const runSignals = (): RunSignals => new Int32Array(new SharedArrayBuffer(8));

/** Raises a signal for good, and wakes the thread that waits for it. */
export function raise(signals: RunSignals, signal: RunSignal): void {
  Atomics.store(signals, places[signal], 1);
  Atomics.notify(signals, places[signal]);
}

export const raised = (signals: RunSignals, signal: RunSignal): boolean => Atomics.load(signals, places[signal]) !== 0;

/** Calls back when a signal is raised, at once when it already is; each signal at most once. */
export function onRaised(signals: RunSignals, told: (signal: RunSignal) => void): void {
  for (const signal of Object.keys(places) as RunSignal[]) {
    const waiting = Atomics.waitAsync(signals, places[signal], 0);
    if (waiting.async) void waiting.value.then(() => told(signal));
    else told(signal);
  }
}

/** Holds this thread until the signal is raised, but no longer than so many milliseconds. */
export function waitFor(signals: RunSignals, signal: RunSignal, atMost: number): void {
  Atomics.wait(signals, places[signal], 0, atMost);
}
