import { pow } from "../math.js";
import { select } from "./select.js";
import { columnStrips, STRIP } from "../wasm/column-strips.js";

/** Fewer values than this are selected from a copy. */
const LEAST = 2048;

/** Of n values about n to the power of 2/3 are drawn to learn where the ones sought lie, fewer would leave more between the bounds. */
const drawnOf = (length: number): number => Math.ceil(0.7 * pow(length, 2 / 3));

/** The golden ratio of 2^32: multiples of it, taken modulo 2^32, are spread evenly and in step with no season. */
const GOLDEN = 0x9e3779b1;

/** Standard errors that a sought value's place may differ from its place among the drawn ones. */
const MARGIN = 3;

/** A value and the one that follows it in ascending order; the last is followed by itself. */
export interface OrderStatistic {
  readonly at: number;
  readonly next: number;
}

/**
 * The values that sorting would put at each of these ranks (from 0) and right after it. `values` must be finite and stay as
 * they are.
 *
 * Some values drawn evenly tell between which bounds the sought ones must lie; one pass then counts what is below and
 * collects the few between, without a branch that the processor could guess wrong (after Floyd and Rivest 1975). Where a
 * draw misleads, all of them are selected from: always the exact value. O(n).
 */
export function orderStatistics(values: Float64Array, ranks: readonly number[]): OrderStatistic[] {
  if (values.length < LEAST) return selectedFromCopy(values, ranks);
  const drawn = drawEvenly(values);
  const bands = ranks.map((rank) => new Band(drawn, rank, values.length));
  collect(bands, values);
  return bands.map((band) => band.find() ?? selectedFromCopy(values, [band.rank])[0]);
}

/** Short copies, of which each is overwritten by the next. */
const room = new Float64Array(LEAST);

function selectedFromCopy(values: Float64Array, ranks: readonly number[]): OrderStatistic[] {
  const copy = values.length <= LEAST ? room : new Float64Array(values.length);
  copy.set(values);
  const found: OrderStatistic[] = [];
  for (const rank of ranks) {
    const at = select(copy, rank, 0, values.length);
    let next = rank + 1 < values.length ? copy[rank + 1] : at;
    for (let i = rank + 2; i < values.length; i++) next = Math.min(next, copy[i]);
    found.push({ at, next });
  }
  return found;
}

function drawEvenly(values: Float64Array): Float64Array {
  const drawn = new Float64Array(drawnOf(values.length));
  for (let k = 0; k < drawn.length; k++)
    drawn[k] = values[Math.floor(((Math.imul(k, GOLDEN) >>> 0) / 0x1_0000_0000) * values.length)];
  return drawn;
}

/** The values between two bounds that should enclose the one at `rank` and its successor. */
class Band {
  readonly low: number;
  readonly high: number;
  private values: Float64Array;
  private count = 0;
  private below = 0;

  constructor(
    drawn: Float64Array,
    readonly rank: number,
    private readonly length: number,
  ) {
    const share = rank / (length - 1);
    const margin = MARGIN * Math.sqrt(drawn.length * share * (1 - share)) + 2;
    const first = Math.floor(share * drawn.length - margin);
    const last = Math.ceil(share * drawn.length + margin);
    this.low = first < 0 ? -Infinity : select(drawn, first);
    this.high = last >= drawn.length ? Infinity : select(drawn, last);
    const between = this.isOneValue() ? 0 : Math.ceil((length * 3 * margin) / drawn.length);
    this.values = new Float64Array(between + STRIP);
  }

  /** Both bounds are the same: what lies between them is known. */
  private isOneValue(): boolean {
    return this.low === this.high;
  }

  /** Where to put the values found in one more strip. */
  room(): { readonly values: Float64Array; readonly from: number } {
    if (this.isOneValue()) return { values: this.values, from: 0 };
    if (this.values.length < this.count + STRIP) {
      const more = new Float64Array(2 * this.values.length);
      more.set(this.values);
      this.values = more;
    }
    return { values: this.values, from: this.count };
  }

  /** So many values were put there, and so many were below the band. */
  note(found: number, below: number): void {
    this.count += found;
    this.below += below;
  }

  /** Null when the bounds turn out not to hold the two values. */
  find(): OrderStatistic | null {
    const { rank, length, count, low } = this;
    const place = rank - this.below;
    if (place < 0 || (rank === length - 1 ? place : place + 1) >= count) return null;
    if (this.isOneValue()) return { at: low, next: low };
    const band = this.values.subarray(0, count);
    return (count < length / 2 ? orderStatistics(band, [place]) : selectedFromCopy(band, [place]))[0];
  }
}

function collect(bands: readonly Band[], values: Float64Array): void {
  const strips = columnStrips(values.length);
  for (let at = 0; at < values.length; at += STRIP) {
    const count = strips ? strips.load(values, at) : Math.min(STRIP, values.length - at);
    for (const band of bands) {
      const room = band.room();
      const { found, below } = strips
        ? strips.collect(count, band.low, band.high, room.values, room.from)
        : plainCollect(values.subarray(at, at + count), band.low, band.high, room.values, room.from);
      band.note(found, below);
    }
  }
}

/** Appends the values from `low` to `high` to `target`; says how many these are and how many are below. */
function plainCollect(
  values: Float64Array,
  low: number,
  high: number,
  target: Float64Array,
  from: number,
): { readonly found: number; readonly below: number } {
  let below = 0;
  let to = from;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const under = Number(value < low);
    below += under;
    target[to] = value;
    to += Number(value <= high) - under;
  }
  return { found: to - from, below };
}
