import { choleskyKernelsInBase64 } from "./cholesky-kernels.generated.js";
import { compile } from "./compile.js";
import type { Factors, MatrixSums } from "./factors.js";
import { unlessRefused } from "./missing-engine.js";
import { webAssembly } from "./web-assembly.js";

/** In assembly/cholesky.ts. */
interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  factorise(matrix: number, size: number, rows: number): number;
  invert(factor: number, size: number, columns: number, inverse: number): void;
  multiplyRows(rows: number, size: number, count: number, out: number): void;
  sumMatrices(
    matrices: number,
    n: number,
    count: number,
    weights: number,
    ofColumn: number,
    rows: number,
    size: number,
    line: number,
    out: number,
  ): void;
}

const PAGE = 65_536;
/** First byte that may be used. */
const START = 1024;

let factors: FastFactors | null | undefined;

/** Factors by WebAssembly SIMD; null where there is none. */
export function fastFactors(): Factors | null {
  return loaded();
}

/** Sums of matrices likewise. */
export function fastMatrixSums(n: number, matrices: readonly Float64Array[]): MatrixSums | null {
  const memory = loaded();
  return memory && new FastMatrixSums(memory, n, matrices);
}

function loaded(): FastFactors | null {
  if (factors === undefined) {
    const module = compile(choleskyKernelsInBase64);
    const kernels = module && unlessRefused(() => new webAssembly!.Instance(module).exports as Kernels);
    factors = kernels && new FastFactors(kernels);
  }
  return factors;
}

class FastFactors implements Factors {
  /** Whose matrices stand in the memory before the room that all use: there is one for all, since memories are scarce. */
  owner: FastMatrixSums | null = null;
  /** First byte of that room. */
  start = START;

  constructor(readonly kernels: Kernels) {}

  /** Numbers from a place on, in a memory that is made as large as it needs to be. */
  at(start: number, numbers: number): Float64Array {
    const { memory } = this.kernels;
    const missing = start + 8 * numbers - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return new Float64Array(memory.buffer, start, numbers);
  }

  factorise(matrix: Float64Array, size: number, rows: number): boolean {
    const own = this.isHere(matrix) ? matrix : this.copy(matrix.subarray(0, rows * size), 0);
    const isFactor = this.kernels.factorise(own.byteOffset, size, rows) !== 0;
    if (own !== matrix) matrix.set(own);
    return isFactor;
  }

  inverseOf(factor: Float64Array, size: number): Float64Array {
    const all = size * size;
    const { byteOffset } = this.copy(factor.subarray(0, all), 2 * all);
    this.kernels.invert(byteOffset, size, byteOffset + 8 * all, byteOffset + 16 * all);
    return this.at(byteOffset + 16 * all, all).slice();
  }

  productsOfRows(matrix: Float64Array, size: number, from: number, count: number): Float64Array {
    const rows = matrix.subarray(from * size, (from + count) * size);
    const own = this.isHere(matrix) ? rows : this.copy(rows, count * count);
    const { byteOffset } = own;
    const end = byteOffset + 8 * rows.length;
    const products = this.at(end, count * count).fill(0);
    this.kernels.multiplyRows(byteOffset, size, count, end);
    return products.slice();
  }

  isHere({ buffer }: Float64Array): boolean {
    return buffer === this.kernels.memory.buffer;
  }

  /** Numbers in the room that all use, with space for so many more behind them. */
  private copy(numbers: Float64Array, more: number): Float64Array {
    const own = this.at(this.start, numbers.length + more).subarray(0, numbers.length);
    own.set(numbers);
    return own;
  }
}

class FastMatrixSums implements MatrixSums {
  /** Where weights, additions by column, rows, and one row of the sum stand; the matrices come after them. */
  private readonly ofColumn: number;
  private readonly rows: number;
  private readonly line: number;
  private readonly matrixStart: number;

  constructor(
    private readonly memory: FastFactors,
    private readonly n: number,
    private readonly matrices: readonly Float64Array[],
  ) {
    // One number more: the kernel works on pairs.
    const column = 8 * (n + 2);
    this.ofColumn = START + 8 * matrices.length;
    this.rows = this.ofColumn + column;
    this.line = this.rows + column;
    this.matrixStart = this.line + column;
  }

  workspace(numbers: number): Float64Array {
    this.load();
    // Products of rows need no more room than the rows.
    return this.memory.at(this.memory.start, 2 * numbers).subarray(0, numbers);
  }

  sumInto(target: Float64Array, rows: Int32Array, weights: readonly number[], ofColumn: Float64Array): void {
    const { memory, n, matrices } = this;
    this.load();
    const size = rows.length;
    const own = memory.isHere(target) ? target : memory.at(memory.start, size * size).fill(0);
    const { buffer } = own;
    new Float64Array(buffer, START + 8, matrices.length - 1).set(weights);
    new Float64Array(buffer, this.ofColumn, n).set(ofColumn);
    new Int32Array(buffer, this.rows, size).set(rows);
    const to = own.byteOffset;
    memory.kernels.sumMatrices(
      this.matrixStart,
      n,
      matrices.length,
      START,
      this.ofColumn,
      this.rows,
      size,
      this.line,
      to,
    );
    if (own !== target) target.set(own);
  }

  /** Copies the matrices, when those of another table stand there, into the memory. */
  private load(): void {
    const { memory, n, matrices } = this;
    if (memory.owner === this) return;
    const all = memory.at(this.matrixStart, matrices.length * n * n + 1);
    for (const [k, matrix] of matrices.entries()) all.set(matrix, k * n * n);
    memory.owner = this;
    memory.start = this.matrixStart + 8 * all.length;
  }
}
