/** Values without holes, and which ones were filled. */
export interface Filled {
  readonly values: Float64Array;
  /** 1 where the value was missing or not finite. */
  readonly missing: Uint8Array;
}

/**
 * Linear interpolation over missing values, ends held, so that windows can slide over a series with holes. Filled values
 * are only walked over: nothing that stands on one is reported. All missing gives zeros. O(n).
 */
export function fillGaps(values: Float64Array, alsoFill: Uint8Array | null = null): Filled {
  const n = values.length;
  const missing = new Uint8Array(n);
  for (let i = 0; i < n; i++) missing[i] = Number.isFinite(values[i]) && !alsoFill?.[i] ? 0 : 1;
  const filled = values.slice();
  let last = -1;
  for (let i = 0; i <= n; i++) {
    if (i < n && missing[i]) continue;
    for (let k = last + 1; k < i; k++) {
      if (last < 0) filled[k] = i < n ? values[i] : 0;
      else if (i === n) filled[k] = values[last];
      else filled[k] = values[last] + ((values[i] - values[last]) * (k - last)) / (i - last);
    }
    last = i;
  }
  return { values: filled, missing };
}
