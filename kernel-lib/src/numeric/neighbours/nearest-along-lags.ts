import { columnModule } from "../wasm/column-module.js";
import { unlessRefused } from "../wasm/missing-engine.js";
import { webAssembly } from "../wasm/web-assembly.js";

/** Fewer sums than this are not worth the half millisecond that the first use costs. */
const LEAST = 50_000;

const PAGE = 65_536;

/** A memory that has grown beyond this is given back after use: memories of WebAssembly never shrink. */
const KEPT_BYTES = 4 << 20;

/** In assembly/nearest.ts. */
interface NearestKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  nearestAlongLags(values: number, nearest: number, count: number, width: number, lags: number, number: number): void;
}

/**
 * For each window of `width` values the least squared distance to those that start one of these ascending lags before or
 * after it; infinite where there is none. Along one lag each distance follows from the one before it in one step, as in SCRIMP
 * (Zhu et al. 2018). In WebAssembly, the same bytes as without. O(values × lags), whatever the width.
 */
export function nearestAlongLags(values: Float64Array, width: number, lags: Int32Array): Float64Array {
  const count = Math.max(0, values.length - width + 1);
  const found = count * lags.length < LEAST ? null : nearestKernel();
  if (!found) return plainNearestAlongLags(values, width, lags);
  const [at, seen] = [PAGE, PAGE + values.length * 8];
  const places = seen + count * 8;
  const missing = places + lags.length * 4 - found.memory.buffer.byteLength;
  if (missing > 0 && unlessRefused(() => found.memory.grow(Math.ceil(missing / PAGE))) === null)
    return plainNearestAlongLags(values, width, lags);
  const { buffer } = found.memory;
  const nearest = new Float64Array(buffer, seen, count).fill(Infinity);
  new Float64Array(buffer, at, values.length).set(values);
  new Int32Array(buffer, places, lags.length).set(lags);
  found.nearestAlongLags(at, seen, count, width, places, lags.length);
  if (buffer.byteLength > KEPT_BYTES) kernel = undefined;
  return nearest.slice();
}

let kernel: NearestKernel | null | undefined;

/** One for all series of this thread, with a memory that grows with the longest; another one after a very long series. */
function nearestKernel(): NearestKernel | null {
  if (kernel === undefined) {
    const module = columnModule();
    kernel = module && unlessRefused(() => new webAssembly!.Instance(module).exports as NearestKernel);
  }
  return kernel;
}

/** The twin of `nearestAlongLags` without WebAssembly: the same bytes. */
export function plainNearestAlongLags(values: Float64Array, width: number, lags: Int32Array): Float64Array {
  const nearest = new Float64Array(Math.max(0, values.length - width + 1)).fill(Infinity);
  for (const lag of lags) alongLag(values, width, lag, nearest);
  return nearest;
}

function alongLag(values: Float64Array, width: number, lag: number, nearest: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < width && k + lag < values.length; k++)
    sum += (values[k] - values[k + lag]) * (values[k] - values[k + lag]);
  for (let s = 0; s + lag < nearest.length; s++) {
    if (sum < nearest[s]) nearest[s] = sum;
    if (sum < nearest[s + lag]) nearest[s + lag] = sum;
    const gone = values[s] - values[s + lag];
    const come = values[s + width] - values[s + width + lag];
    sum += come * come - gone * gone;
  }
}
