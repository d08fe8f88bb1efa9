import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { computeWith, type Compute, type Crew } from "../numeric/compute.js";
import { kernelModule, kernelNames } from "../numeric/wasm/kernels.js";
import type { WasmMemory } from "../numeric/wasm/web-assembly.js";
import { control } from "../numeric/wasm/workspace.js";
import { workerSource } from "./worker-source.js";

/** More threads than this bring little and cost memory. */
const MOST_WORKERS = 7;

/** How many threads help. */
export interface ComputeOptions {
  /** Workers beside the calling thread; left out: one less than the processor has cores, 0: none. */
  readonly workers?: number;
}

/**
 * A place to compute with workers on shared memory. They are started when a piece of work is first large enough, then kept;
 * the results are the same bytes with any number of them. Call `dispose` to end them and give the memory back; workers that
 * are idle do not keep a program from ending.
 *
 * @example
 * const compute = createCompute({ workers: 2 });
 * const report = await detect(table, {}, { compute });
 * compute.dispose();
 */
export function createCompute({ workers = availableParallelism() - 1 }: ComputeOptions = {}): Compute {
  const size = Math.max(0, Math.min(MOST_WORKERS, Math.floor(workers)));
  return computeWith(size > 0 && kernelModule() !== null ? new WorkerCrew(size) : null);
}

class WorkerCrew implements Crew {
  private threads: Worker[] = [];
  private state: Int32Array | null = null;
  private ended = false;

  constructor(readonly size: number) {}

  begin(memory: WasmMemory): void {
    if (this.ended) return;
    const state = (this.state ??= new Int32Array(memory.buffer, 0, 16));
    if (this.threads.length === 0) this.start(memory);
    Atomics.store(state, control.open, 1);
    Atomics.add(state, control.generation, 1);
    Atomics.notify(state, control.generation);
  }

  end(): void {
    const { state } = this;
    if (!state) return;
    Atomics.store(state, control.open, 0);
    for (let busy = Atomics.load(state, control.busy); busy > 0; busy = Atomics.load(state, control.busy)) {
      Atomics.wait(state, control.busy, busy);
    }
  }

  dispose(): void {
    this.ended = true;
    this.retire();
  }

  retire(): void {
    if (this.state) {
      // Not `stop`: a piece of work that is under way goes on, on the calling thread.
      Atomics.store(this.state, control.quit, 1);
      this.end();
      Atomics.add(this.state, control.generation, 1);
      Atomics.notify(this.state, control.generation);
    }
    for (const thread of this.threads) void thread.terminate();
    this.threads = [];
    this.state = null;
  }

  private start(memory: WasmMemory): void {
    const module = kernelModule();
    for (let thread = 1; thread <= this.size; thread++) {
      const worker = new Worker(workerSource, {
        eval: true,
        execArgv: [],
        workerData: { module, memory, names: kernelNames, thread },
      });
      // A worker that can not start is not missed: the calling thread takes all that nobody else takes.
      worker.on("error", () => {});
      worker.unref();
      this.threads.push(worker);
    }
  }
}
