/** So few are put in order by insertion before runs are merged. */
const RUN = 8;

/**
 * Writes to `order` the places of the finite values of `values[from, to)` in ascending order, equal ones as they stand, and
 * returns how many there are. Places count from `from`. `room` is written over; both must hold `to - from` numbers.
 *
 * For many short stretches, where a call of `sort` with a comparison costs more than the work itself: merge sort, O(n log n).
 */
export function ascendingOrder(
  values: Float64Array,
  from: number,
  to: number,
  order: Int32Array,
  room: Int32Array,
): number {
  let count = 0;
  // x - x is 0 for finite x and NaN for all others.
  for (let i = from; i < to; i++) if (values[i] - values[i] === 0) order[count++] = i - from;
  for (let low = 0; low < count; low += RUN) insert(values, from, order, low, Math.min(count, low + RUN));
  let source = order;
  let target = room;
  for (let width = RUN; width < count; width *= 2) {
    for (let low = 0; low < count; low += 2 * width)
      merge(values, from, source, target, low, Math.min(count, low + width), Math.min(count, low + 2 * width));
    const free = source;
    source = target;
    target = free;
  }
  if (source !== order) for (let k = 0; k < count; k++) order[k] = source[k];
  return count;
}

function insert(values: Float64Array, from: number, order: Int32Array, low: number, high: number): void {
  for (let k = low + 1; k < high; k++) {
    const place = order[k];
    const value = values[from + place];
    let at = k;
    for (; at > low && values[from + order[at - 1]] > value; at--) order[at] = order[at - 1];
    order[at] = place;
  }
}

function merge(
  values: Float64Array,
  from: number,
  source: Int32Array,
  target: Int32Array,
  low: number,
  middle: number,
  high: number,
): void {
  let left = low;
  let right = middle;
  for (let k = low; k < high; k++) {
    if (right >= high || (left < middle && values[from + source[left]] <= values[from + source[right]]))
      target[k] = source[left++];
    else target[k] = source[right++];
  }
}
