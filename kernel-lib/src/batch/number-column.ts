/** Numbers one after the other, eight bytes each: what is held of every series or moment of a batch. */
export class NumberColumn {
  #values = new Float64Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const room = new Float64Array(2 * this.#length);
      room.set(this.#values);
      this.#values = room;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index];
  }

  /** Adds to the last one. */
  addToLast(value: number): void {
    this.#values[this.#length - 1] += value;
  }

  /** All of them, not a copy. */
  all(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}
