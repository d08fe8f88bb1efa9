import { fork, type ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import type { ProcessRequest, WorkerGiven, WorkerMessage, WorkerRequest } from "../../shared/protocol/index.js";
import { onRaised, type RunSignals } from "../../shared/run-signals.js";

/** What an analysis runs on. A worker thread is one, too. */
export interface AnalysisThread {
  on(event: "message", listener: (message: WorkerMessage) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
  postMessage(request: WorkerRequest, transfer: readonly ArrayBuffer[]): void;
  terminate(): unknown;
}

/**
 * A thread in a process of its own: what it took goes back to the system when it ends, where the memory of a thread of the
 * extension host stays with the host. Signals, which are memory that two threads share, are passed on as messages; the
 * process has a thread that is free to read them.
 */
export class AnalysisProcess extends EventEmitter implements AnalysisThread {
  private readonly child: ChildProcess;
  private runs = 0;

  /** @param given what the worker is told of the language of the page */
  constructor(script: string, given: WorkerGiven) {
    super();
    this.child = fork(script, [], {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: {
        ...process.env,
        ELECTRON_RUN_AS_NODE: "1",
        // Of glibc: large arrays are pages of their own, which go back as soon as nobody has them, also during a run.
        MALLOC_MMAP_THRESHOLD_: "1048576",
      },
    });
    this.send({ given });
    this.child.on("message", (message) => this.emit("message", message as WorkerMessage));
    this.child.on("error", (error) => this.emit("error", error));
    this.child.on("exit", () => this.emit("exit"));
  }

  postMessage(request: WorkerRequest): void {
    const { signals, ...input } = request.input as { readonly signals?: RunSignals };
    if (!signals) return this.send({ request });
    const run = ++this.runs;
    onRaised(signals, (signal) => this.send({ run, signal }));
    this.send({ request: { ...request, input } as WorkerRequest, run });
  }

  terminate(): void {
    this.child.kill("SIGKILL");
  }

  private send(message: ProcessRequest): void {
    // A process that has ended is told by its `exit`.
    if (this.child.connected) this.child.send(message, () => undefined);
  }
}
