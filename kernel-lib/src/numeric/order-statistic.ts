import { select } from "./select.js";

/** Fewer values than this are selected from a copy. */
const LEAST = 2048;

/** Of n values about n to the power of 2/3 are drawn to learn where the one sought lies, fewer would leave more between the bounds. */
const drawnOf = (length: number): number => Math.ceil(0.7 * length ** (2 / 3));

/** The golden ratio of 2^32: multiples of it, taken modulo 2^32, are spread evenly and in step with no season. */
const GOLDEN = 0x9e3779b1;

/** Standard errors that the sought value's place may differ from its place among the drawn ones. */
const MARGIN = 3;

/** A value and the one that follows it in ascending order; the last is followed by itself. */
export interface OrderStatistic {
  readonly at: number;
  readonly next: number;
}

/**
 * The values that sorting would put at `rank` (from 0) and right after it. `values` must be finite and stay as they are.
 *
 * Some values drawn evenly tell between which bounds the sought ones must lie; one pass then counts what is below and
 * collects the few between, without a branch that the processor could guess wrong (after Floyd and Rivest 1975). Where a
 * draw misleads, all of them are selected from: always the exact value. O(n).
 *
 * `room` is written over; who asks for several ranks gives the same one each time.
 */
export function orderStatistic(values: Float64Array, rank: number, room: Float64Array = new Float64Array(values.length)): OrderStatistic {
  const found = values.length >= LEAST ? withinBand(values, rank, room) : null;
  if (found) return found;
  room.set(values);
  return selected(room, values.length, rank);
}

/** Null when the bounds turn out not to hold the two values. */
function withinBand(values: Float64Array, rank: number, band: Float64Array): OrderStatistic | null {
  const { low, high } = bounds(values, rank / (values.length - 1));
  let below = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const under = Number(value < low);
    below += under;
    band[count] = value;
    count += Number(value <= high) - under;
  }
  const place = rank - below;
  const last = rank === values.length - 1 ? place : place + 1;
  return place >= 0 && last < count ? selected(band, count, place) : null;
}

/** Two of the values that should enclose the one below which a share of them lies. */
function bounds(values: Float64Array, share: number): { readonly low: number; readonly high: number } {
  const size = drawnOf(values.length);
  const drawn = new Float64Array(size);
  for (let k = 0; k < size; k++) drawn[k] = values[Math.floor(((Math.imul(k, GOLDEN) >>> 0) / 2 ** 32) * values.length)];
  const margin = MARGIN * Math.sqrt(size * share * (1 - share)) + 2;
  const first = Math.floor(share * size - margin);
  const last = Math.ceil(share * size + margin);
  return { low: first < 0 ? -Infinity : select(drawn, first), high: last >= size ? Infinity : select(drawn, last) };
}

/** Of the first `count` values, which are moved. */
function selected(values: Float64Array, count: number, rank: number): OrderStatistic {
  const at = select(values, rank, 0, count);
  let next = rank + 1 < count ? values[rank + 1] : at;
  for (let i = rank + 2; i < count; i++) if (values[i] < next) next = values[i];
  return { at, next };
}
