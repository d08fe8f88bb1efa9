import { rankOrder } from "../../numeric/order/rank-order.js";

/** Longer columns are placed among some of their values. */
const MANY = 40_000;
/** So many, spread evenly over the rows. */
const DRAWN = 8192;

/** Share of the values that are below each, 0 to 1. Beyond 40,000 rows beside 8,192 of them, to within a hundredth. O(n log n). */
export function shareBelow(values: Float64Array): Float64Array {
  const n = values.length;
  const share = new Float64Array(n);
  if (n <= MANY) {
    const order = rankOrder(values);
    for (let rank = 0; rank < n; rank++) share[order[rank]] = rank / n;
    return share;
  }
  const drawn = new Float64Array(DRAWN);
  for (let k = 0; k < DRAWN; k++) drawn[k] = values[Math.floor((k * n) / DRAWN)];
  drawn.sort();
  for (let i = 0; i < n; i++) share[i] = placeAmong(drawn, values[i]) / DRAWN;
  return share;
}

/** Place of a value among ascending ones, between two of them by its distance to both. */
function placeAmong(sorted: Float64Array, value: number): number {
  let low = 0;
  for (let width = sorted.length >> 1; width > 0; width >>= 1) if (sorted[low + width] <= value) low += width;
  if (low + 1 === sorted.length || value <= sorted[low]) return low;
  return low + (value - sorted[low]) / (sorted[low + 1] - sorted[low]);
}
