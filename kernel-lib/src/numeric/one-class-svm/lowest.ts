import { select } from "../order/select.js";

/** Indexes of the `count` smallest values, ascending; of equal values the earlier ones. `values` without NaN. O(n). */
export function lowest(values: Float64Array, count: number): Int32Array {
  if (count >= values.length) return Int32Array.from({ length: values.length }, (_, i) => i);
  if (count <= 0) return new Int32Array(0);
  const limit = select(values.slice(), count - 1);
  let below = 0;
  for (let i = 0; i < values.length; i++) if (values[i] < limit) below++;
  const found = new Int32Array(count);
  let ties = count - below;
  for (let i = 0, k = 0; k < count; i++) if (values[i] < limit || (values[i] === limit && ties-- > 0)) found[k++] = i;
  return found;
}
