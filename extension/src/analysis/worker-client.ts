import { t } from "../../shared/translate.js";
import type {
  Problem,
  Progress,
  Results,
  WorkerCall,
  WorkerCalls,
  WorkerMessage,
  WorkerRequest,
} from "../../shared/protocol/index.js";
import { LineReceiver } from "../../shared/protocol/line-wire.js";
import type { WindowChange } from "../../shared/protocol/window-change.js";
import type { AnalysisThread } from "./analysis-process.js";

/** A call the worker refused: `problem` is fit for the page. */
export class WorkerRefusal extends Error {
  readonly problem: Problem;
  /** Whether it was only cancelled. */
  readonly aborted: boolean;

  constructor(problem: Problem, aborted: boolean) {
    super(problem.message);
    this.name = "WorkerRefusal";
    this.problem = problem;
    this.aborted = aborted;
  }
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

/** What the worker tells without being asked. */
export interface WorkerEvents {
  progress(progress: Progress): void;
  partial(results: Results): void;
}

/**
 * One worker and the calls that wait for it. Every call ends: answered, refused, or rejected when the worker
 * dies or is closed. The thread starts with the first call and its memory goes with `close`.
 */
export class WorkerClient {
  private worker: AnalysisThread | null = null;
  private line = new LineReceiver();
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(
    private readonly newThread: () => AnalysisThread,
    private readonly events: WorkerEvents,
  ) {}

  /** Starts the thread ahead of the first call, so that loading overlaps with other work. */
  start(): void {
    if (this.worker) return;
    const worker = this.newThread();
    this.worker = worker;
    this.line = new LineReceiver();
    worker.on("message", (message: WorkerMessage) => this.receive(message));
    worker.on("error", (error) => this.fail(worker, error.message));
    worker.on("exit", () => this.fail(worker, "it ended"));
  }

  call<Call extends WorkerCall>(call: Call, input: WorkerCalls[Call]["input"]): Promise<WorkerCalls[Call]["output"]> {
    this.start();
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (output: unknown) => void, reject });
      this.worker?.postMessage({ id, call, input } as WorkerRequest, ownBuffer(input));
    });
  }

  /** Ends the thread; whoever waits is told. */
  close(): void {
    const worker = this.worker;
    if (!worker) return;
    this.fail(worker, "it was closed");
    void worker.terminate();
  }

  private receive(message: WorkerMessage): void {
    if ("event" in message) {
      if (message.event === "progress") this.events.progress(message.progress);
      else this.events.partial(this.received(message.results, message.change));
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.ok)
      waiting?.resolve("change" in message ? this.received(message.output, message.change) : message.output);
    else waiting?.reject(new WorkerRefusal(message.problem, message.aborted));
  }

  private received(results: unknown, change: WindowChange | null = null): Results {
    return this.line.receive({ results: results as Results, change });
  }

  private fail(worker: AnalysisThread, why: string): void {
    if (this.worker !== worker) return;
    this.worker = null;
    const problem: Problem = {
      code: "internal",
      message: t({ en: "The analysis stopped: {0}.", de: "Die Analyse wurde beendet: {0}." }, why),
      hint: t({ en: "Run it again.", de: "Starten Sie erneut." }),
    };
    for (const { reject } of this.waiting.values()) reject(new WorkerRefusal(problem, why === "it was closed"));
    this.waiting.clear();
  }
}

/** The buffer of a file's bytes, when it holds nothing else: handed over, since copying 60 MB takes time. */
function ownBuffer(input: WorkerCalls[WorkerCall]["input"]): ArrayBuffer[] {
  const bytes = "bytes" in input ? input.bytes : null;
  return bytes?.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}
