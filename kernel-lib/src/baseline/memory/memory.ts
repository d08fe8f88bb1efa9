import { autoregressiveBridge } from "./autoregressive-bridge.js";
import { cutValues, taughtValues, NO_MEMORY, oneFactorBridge, oneFactorMemory } from "./one-factor.js";
import type { OneFactorMemory } from "../types.js";

/** What neighbouring rows say about each row. */
export interface Bridge {
  /** Mean of each row given the others, in the units of z. */
  readonly mean: Float64Array;
  /** Share of the spread that remains then, .02 to 1. */
  readonly rest: Float64Array;
  readonly memory: OneFactorMemory;
  /** Coefficients where an autoregression was taken, else null. */
  readonly autoregression: Float64Array | null;
}

export interface BridgeOptions {
  /** Whether an autoregression may be taken when it forecasts clearly better than one factor. */
  readonly autoregressive?: boolean;
  /** Whether far values count as they are, and not up to 3: where it is asked what a series leads up to. */
  readonly uncut?: boolean;
  /** Weights of the rows that may teach though their weight in `w` is 0: events that turn out to be led up to. */
  readonly teachable?: Float64Array | null;
}

/**
 * Memory of the noise: for every row what the OTHER rows say about it, and how much of the spread remains. One decaying factor
 * in white noise, or an autoregression. O(n).
 *
 * @param z residuals in deviations, NaN where missing; @param w rows of weight above .2 teach
 */
export function bridge(
  z: Float64Array,
  w: Float64Array,
  { autoregressive = false, uncut = false, teachable = null }: BridgeOptions = {},
): Bridge {
  const n = z.length;
  const cut = cutValues(z, w);
  const memory = oneFactorMemory(cut);
  if (autoregressive) {
    const ok = new Uint8Array(n);
    for (let i = 0; i < n; i++) if (cut[i] === cut[i]) ok[i] = 1;
    const found = autoregressiveBridge(z, ok, memory, teachable === null ? ok : mayTeach(z, teachable));
    if (found !== null) return { mean: found.mean, rest: found.rest, memory, autoregression: found.phi };
  }
  const mean = new Float64Array(n);
  const rest = new Float64Array(n).fill(1);
  if (memory !== NO_MEMORY) oneFactorBridge(uncut ? taughtValues(z, w) : cut, memory, mean, rest);
  return { mean, rest, memory, autoregression: null };
}

function mayTeach(z: Float64Array, teachable: Float64Array): Uint8Array {
  const may = new Uint8Array(z.length);
  for (let i = 0; i < z.length; i++) if (teachable[i] > 0.2 && Number.isFinite(z[i])) may[i] = 1;
  return may;
}
