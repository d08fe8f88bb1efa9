import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ProcessRequest, WorkerGiven, WorkerMessage, WorkerRequest } from "../../shared/protocol/index.js";
import { raise, runSignals, type RunSignals } from "../../shared/run-signals.js";

/** The process around a worker: it passes messages on, and raises signals while the worker computes. */
let worker: Worker | undefined;
/** Signals by run, and the runs of the requests that are not answered yet. */
const signals = new Map<number, RunSignals>();
const runs = new Map<number, number>();

process.on("message", (message: ProcessRequest) => {
  if ("given" in message) worker = started(message.given);
  else if ("signal" in message) {
    const run = signals.get(message.run);
    if (run) raise(run, message.signal);
  } else worker?.postMessage(withSignals(message.request, message.run), bytesOf(message.request));
});
process.on("disconnect", () => process.exit());

function started(given: WorkerGiven): Worker {
  const made = new Worker(join(__dirname, "worker.cjs"), { workerData: given });
  made.on("message", (message: WorkerMessage) => {
    if ("id" in message) forget(message.id);
    process.send?.(message);
  });
  for (const event of ["error", "exit"]) made.on(event, () => process.exit(1));
  return made;
}

function withSignals(request: WorkerRequest, run: number | undefined): unknown {
  if (run === undefined) return request;
  const own = runSignals();
  signals.set(run, own);
  runs.set(request.id, run);
  return { ...request, input: { ...request.input, signals: own } };
}

function forget(id: number): void {
  signals.delete(runs.get(id) ?? 0);
  runs.delete(id);
}

/** The bytes of a file, which are handed over. */
function bytesOf({ input }: WorkerRequest): ArrayBuffer[] {
  const bytes = "bytes" in input ? input.bytes : null;
  return bytes?.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}
