import type { OneFactorMemory } from "../types.js";

/** Values further out are cut: one far row is no memory. */
const FARTHEST = 3;
/** Below this autocorrelation of neighbours there is no memory to speak of. */
const LEAST_CORRELATION = 0.1;
const [LEAST, MOST] = [0.05, 0.98];
/** Pairs needed for an autocorrelation. */
const LEAST_PAIRS = 11;
const LEAST_VARIANCE = 0.05;

/** No memory at all. */
export const NO_MEMORY: OneFactorMemory = { factor: 0, share: 0 };

/** Values cut at ±3, NaN for the rows that teach nothing. */
export function cutValues(z: Float64Array, w: Float64Array): Float64Array {
  const cut = taughtValues(z, w);
  for (let i = 0; i < cut.length; i++) cut[i] = Math.max(-FARTHEST, Math.min(FARTHEST, cut[i]));
  return cut;
}

/** Values, NaN for the rows that teach nothing. */
export function taughtValues(z: Float64Array, w: Float64Array): Float64Array {
  const taught = z.slice();
  for (let i = 0; i < taught.length; i++) if (!(w[i] > 0.2)) taught[i] = NaN;
  return taught;
}

/**
 * Memory of the noise as a part that decays by one factor from row to row, in white noise, by the autocorrelations c of the
 * cut values at lags 1 to 3: factor = max(c₂/c₁, √(c₃/c₁)), share = c₁ / factor. O(n).
 */
export function oneFactorMemory(cut: Float64Array): OneFactorMemory {
  const variance = meanProduct(cut, 0, 1);
  const [first, second, third] = [1, 2, 3].map((lag) => meanProduct(cut, lag, LEAST_PAIRS) / Math.max(variance, 1e-12));
  if (!(first >= LEAST_CORRELATION && second > 0)) return NO_MEMORY;
  const factor = clamp(Math.max(second / first, Math.sqrt(Math.max(third, 0) / first)));
  return { factor, share: clamp(first / factor) };
}

const clamp = (x: number): number => Math.max(LEAST, Math.min(MOST, x));

function meanProduct(values: Float64Array, lag: number, least: number): number {
  let sum = 0;
  let count = 0;
  for (let i = lag; i < values.length; i++) {
    const product = values[i] * values[i - lag];
    if (product !== product) continue;
    sum += product;
    count++;
  }
  return count < least ? 0 : sum / count;
}

/**
 * What the other rows say about each row under such a memory: its mean and the share of the spread that remains (.22 to 1),
 * written to `mean` and `rest`. The precision matrix is tridiagonal; elimination from both sides meets at each row, whose own
 * value is left out (Rue and Held 2005, 2.3). O(n).
 */
export function oneFactorBridge(
  cut: Float64Array,
  { factor, share }: OneFactorMemory,
  mean: Float64Array,
  rest: Float64Array,
): void {
  const n = cut.length;
  const noise = 1 - share;
  const end = 1 / (share * (1 - factor * factor));
  const inner = end * (1 + factor * factor);
  const off = -factor * end;
  const own = 1 / noise;
  let diagonal = 0;
  let right = 0;
  for (let i = 0; i < n; i++) {
    const known = cut[i] === cut[i];
    const q = i === 0 ? 0 : off / diagonal;
    diagonal = (i === 0 || i === n - 1 ? end : inner) + (known ? own : 0) - q * off;
    right = (known ? own * cut[i] : 0) - q * right;
    rest[i] = diagonal;
    mean[i] = right;
  }
  for (let i = n - 1; i >= 0; i--) {
    const known = cut[i] === cut[i];
    const weight = known ? own : 0;
    const total = (i === 0 || i === n - 1 ? end : inner) + weight;
    const value = known ? own * cut[i] : 0;
    const q = i === n - 1 ? 0 : off / diagonal;
    diagonal = total - q * off;
    right = value - q * right;
    const precision = rest[i] + diagonal - total - weight;
    mean[i] = (mean[i] + right - 2 * value) / precision;
    rest[i] = Math.sqrt(Math.max(LEAST_VARIANCE, Math.min(1, 1 / precision + noise)));
  }
}
