import type { Checkpoint } from "../checkpoint.js";
import type { RowSource } from "../row-source.js";
import { unlessRefused } from "./missing-engine.js";
import { webAssembly, type WasmMemory, type WasmModule } from "./web-assembly.js";
import { kernelModule, kernelNames, type Kernel, type KernelName } from "./kernels.js";

/**
 * Places in the control block, the first integers of the memory, through which the threads of a crew understand each other.
 * Work is written down while `open` is 0 and nobody is `busy`; a worker says that it is busy before it looks whether the
 * work is open, so that none is ever left behind in work that has been closed.
 */
export const control = {
  generation: 0,
  kernel: 1,
  blocks: 2,
  next: 3,
  busy: 4,
  args: 5,
  scratch: 6,
  scratchSize: 7,
  stop: 8,
  quit: 9,
  open: 10,
  failed: 11,
} as const;

const ARGUMENTS = 1024;
const START = 4096;
const PAGE = 65536;

/** Numbers copied between two looks at the clock. */
const PART = 1 << 20;

const MOST_PAGES = 65536;

/** Bytes a workspace can have: all that WebAssembly can address. */
export const WORKSPACE_BYTES: number = PAGE * MOST_PAGES;

/** The memory of the kernels cannot grow as far as a piece of work needs it. */
export class OutOfMemory extends Error {}

/** Other threads that help. */
export interface ThreadPool {
  /** How many there are, without the calling one. */
  readonly size: number;
  /** Wakes them to take pieces of the work that stands in the control block. */
  begin(memory: WasmMemory): void;
  /** Closes the work and returns when none of them is busy. */
  end(): void;
}

/**
 * Memory that the WebAssembly kernels work in, and the way to run them. Allocations live until the whole work is done.
 * Arrays on it are views of the memory itself.
 *
 * @example
 * const threads = await compute.use(async (workspace: Workspace | null) => workspace?.threads ?? 1);
 */
export class Workspace {
  private readonly memory: WasmMemory;
  private readonly kernels: Record<KernelName, Kernel>;
  private used = START;

  /** Null where the kernels can not run. */
  static create(crew: ThreadPool | null): Workspace | null {
    const module = kernelModule();
    return module && unlessRefused(() => new Workspace(module, crew));
  }

  private constructor(
    module: WasmModule,
    private readonly crew: ThreadPool | null,
  ) {
    this.memory = new webAssembly!.Memory({ initial: 16, maximum: MOST_PAGES, shared: true });
    this.kernels = new webAssembly!.Instance(module, { env: { memory: this.memory } }).exports as Record<
      KernelName,
      Kernel
    >;
  }

  /** Threads that share the work, the calling one among them. */
  get threads(): number {
    return 1 + (this.crew?.size ?? 0);
  }

  /** Bytes the memory has grown to; it never shrinks. */
  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  /** Address of so many fresh bytes, on a 64-byte boundary; what they hold is left over from before. */
  allocate(bytes: number): number {
    const address = this.used;
    this.used = Math.ceil((address + bytes) / 64) * 64;
    const missing = this.used - this.memory.buffer.byteLength;
    if (missing > 0 && unlessRefused(() => this.memory.grow(Math.ceil(missing / PAGE))) === null)
      throw new OutOfMemory();
    return address;
  }

  /** Gives back everything allocated since `mark`. */
  mark(): number {
    return this.used;
  }

  release(mark: number = START): void {
    this.used = mark;
  }

  doubles(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length);
  }

  singles(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  integers(address: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, length);
  }

  /** Address of a copy of these numbers. */
  put(values: Float64Array): number {
    const address = this.allocate(values.length * 8);
    this.doubles(address, values.length).set(values);
    return address;
  }

  /** The same for many numbers: looks at the clock every few milliseconds. */
  async putInParts(values: Float64Array, checkpoint: Checkpoint): Promise<number> {
    const address = this.allocate(values.length * 8);
    for (let from = 0; from < values.length; from += PART) {
      const part = values.subarray(from, from + PART);
      this.doubles(address + from * 8, part.length).set(part);
      const rest = checkpoint(from / values.length);
      if (rest) await rest;
    }
    return address;
  }

  /** Address of all rows of a source. */
  async putRows(source: RowSource, checkpoint: Checkpoint): Promise<number> {
    const { rows, columns } = source;
    const address = this.allocate(rows * columns * 8);
    const together = Math.max(1, Math.floor(PART / columns));
    for (let first = 0; first < rows; first += together) {
      const count = Math.min(together, rows - first);
      source.copy(first, this.doubles(address + first * columns * 8, count * columns));
      const rest = checkpoint(first / rows);
      if (rest) await rest;
    }
    return address;
  }

  /**
   * Runs a kernel on blocks 0 … blocks - 1, in any order and on all threads. `scratch` bytes are given to each thread.
   * Blocks are small (a few milliseconds at most), so that a cancelled run ends at once. `meanwhile` is done by the calling
   * thread before it takes blocks itself. Returns what the kernel left in its arguments.
   */
  async run(
    name: KernelName,
    args: readonly number[],
    blocks: number,
    checkpoint: Checkpoint,
    scratch: number = 0,
    meanwhile: () => void = () => {},
  ): Promise<Float64Array> {
    const mark = this.used;
    const scratchSize = Math.ceil(scratch / 64) * 64;
    const own = this.allocate(scratchSize * this.threads);
    const state = this.integers(0, 16);
    this.doubles(ARGUMENTS, args.length).set(args);
    const values = {
      kernel: kernelNames.indexOf(name),
      blocks,
      next: 0,
      args: ARGUMENTS,
      scratch: own,
      scratchSize,
      stop: 0,
      failed: 0,
    };
    for (const [key, value] of Object.entries(values)) Atomics.store(state, control[key as keyof typeof values], value);
    const shared = this.crew !== null && blocks > 2;
    if (shared) this.crew!.begin(this.memory);
    try {
      meanwhile();
      await this.work(this.kernels[name], state, own, blocks, checkpoint);
    } catch (error) {
      Atomics.store(state, control.stop, 1);
      throw error;
    } finally {
      if (shared) this.crew!.end();
      this.used = mark;
    }
    if (Atomics.load(state, control.failed) === 1) throw new Error(`The kernel ${name} failed in a worker.`);
    return this.doubles(ARGUMENTS, args.length).slice();
  }

  private async work(
    kernel: Kernel,
    state: Int32Array,
    scratch: number,
    blocks: number,
    checkpoint: Checkpoint,
  ): Promise<void> {
    for (let block = Atomics.add(state, control.next, 1); block < blocks; block = Atomics.add(state, control.next, 1)) {
      for (let more = kernel(ARGUMENTS, block, scratch); ; more = kernel(ARGUMENTS, ~block, scratch)) {
        const rest = checkpoint(block / blocks);
        if (rest) await rest;
        if (!more) break;
      }
    }
  }
}
