import { ascendingOrder } from "../order/ascending-order.js";
import { interpolate } from "../statistics.js";

/**
 * Quantile `q` (0 to 1, linear between neighbours as in numpy) of the `window` values before each point (the point itself
 * is never part of it), of those that are finite; NaN with fewer than `minCount`.
 *
 * Each stretch of `window` values is sorted once and merged with the one before it, which gives every value that a block of
 * windows can see a slot of its own; a pointer then walks over the slots that are taken, a step or two for each value that
 * comes and goes. O(n log window) for the sorting, O(n) for the rest, with no allocation inside the loop.
 */
export function rollingQuantile(values: Float64Array, window: number, q: number, minCount: number): Float64Array {
  const result = new Float64Array(values.length).fill(NaN);
  const block = new Block(Math.min(window, values.length));
  for (let start = 0; start < values.length; start += window) {
    const from = Math.max(0, start - window);
    const stop = Math.min(values.length, start + window);
    block.see(values, from, start, stop);
    const { slots, sorted, taken } = block;
    for (let i = start; i < stop; i++) {
      if (taken.total >= minCount && taken.total > 0) {
        const position = q * (taken.total - 1);
        const rank = Math.floor(position);
        const slot = taken.slotOf(rank);
        result[i] =
          rank === position ? sorted[slot] : interpolate(sorted[slot], sorted[taken.after(slot)], position - rank);
      }
      taken.add(slots[i - from]);
      if (i - window >= 0) taken.remove(slots[i - window - from]);
    }
  }
  return result;
}

/** The values that a block of windows can see, in ascending order, with the slot of each; -1 for one that is not finite. */
class Block {
  readonly sorted: Float64Array;
  readonly slots: Int32Array;
  readonly taken: TakenSlots;
  private before: Int32Array;
  private countBefore = 0;
  private now: Int32Array;
  private readonly room: Int32Array;

  constructor(window: number) {
    this.sorted = new Float64Array(2 * window);
    this.slots = new Int32Array(2 * window);
    this.taken = new TakenSlots(2 * window);
    this.before = new Int32Array(window);
    this.now = new Int32Array(window);
    this.room = new Int32Array(window);
  }

  /** The next stretch, `values[start, stop)`, beside the one before it, which begins at `from` and is taken whole. */
  see(values: Float64Array, from: number, start: number, stop: number): void {
    const { before, now, sorted, slots } = this;
    const count = ascendingOrder(values, start, stop, now, this.room);
    slots.fill(-1);
    const shift = start - from;
    let left = 0;
    let right = 0;
    for (let slot = 0; slot < this.countBefore + count; slot++) {
      const older =
        right >= count || (left < this.countBefore && values[from + before[left]] <= values[start + now[right]]);
      const place = older ? before[left++] : shift + now[right++];
      sorted[slot] = values[from + place];
      slots[place] = slot;
    }
    this.taken.clear();
    for (let place = 0; place < shift; place++) this.taken.add(slots[place]);
    this.before = now;
    this.countBefore = count;
    this.now = before;
  }
}

/** Which slots are taken, as bits, with a pointer to the one of the rank that was asked for last. */
class TakenSlots {
  private readonly bits: Int32Array;
  private at = 0;
  /** Taken slots before `at`. */
  private below = 0;
  total = 0;

  constructor(slots: number) {
    this.bits = new Int32Array((slots >> 5) + 1);
  }

  clear(): void {
    this.bits.fill(0);
    this.at = 0;
    this.below = 0;
    this.total = 0;
  }

  add(slot: number): void {
    if (slot < 0) return;
    this.bits[slot >> 5] |= 1 << (slot & 31);
    this.total++;
    if (slot < this.at) this.below++;
  }

  remove(slot: number): void {
    if (slot < 0) return;
    this.bits[slot >> 5] &= ~(1 << (slot & 31));
    this.total--;
    if (slot < this.at) this.below--;
  }

  /** Slot of the taken one of this rank, from 0; there must be one. */
  slotOf(rank: number): number {
    while (this.below > rank) {
      this.at = this.ahead(this.at);
      this.below--;
    }
    if ((this.bits[this.at >> 5] & (1 << (this.at & 31))) === 0) this.at = this.after(this.at);
    while (this.below < rank) {
      this.at = this.after(this.at);
      this.below++;
    }
    return this.at;
  }

  /** The next taken slot; there must be one. */
  after(slot: number): number {
    let word = slot >> 5;
    let rest = this.bits[word] & (-2 << (slot & 31));
    while (rest === 0) rest = this.bits[++word];
    return (word << 5) + 31 - Math.clz32(rest & -rest);
  }

  /** The taken slot before; there must be one. */
  private ahead(slot: number): number {
    let word = slot >> 5;
    let rest = this.bits[word] & ((1 << (slot & 31)) - 1);
    while (rest === 0) rest = this.bits[--word];
    return (word << 5) + 31 - Math.clz32(rest);
  }
}
