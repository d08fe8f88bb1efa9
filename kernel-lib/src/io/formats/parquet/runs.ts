/**
 * Small whole numbers as Parquet packs them: runs of one number, and groups of eight laid bit by bit. Definition levels and
 * places in a dictionary are written so.
 *
 * Source: Apache Parquet, "Encodings", RLE = 3 (https://parquet.apache.org/docs/file-format/data-pages/encodings/).
 */
export class Runs {
  #next = 0;
  /** Numbers of the run that have not been given yet. */
  #left = 0;
  #value = 0;
  /** First byte of a run laid bit by bit, -1 in a run of one number, and the bit in it to go on from. */
  #packed = -1;
  #bit = 0;

  /**
   * @param bytes nothing but the runs
   * @param width bits of a number
   * @throws Error where it is above 32
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly width: number,
  ) {
    if (!(width >= 0 && width <= 32)) throw new Error("numbers of more bits than there are");
  }

  /** Passes over that many numbers if all of them are this one and in one run. */
  skip(count: number, value: number): boolean {
    if (this.#left === 0 && this.width > 0) this.#open();
    if (this.#packed >= 0 || this.#left < count || this.#value !== value) return false;
    this.#left -= count;
    return true;
  }

  /**
   * The next numbers, at the beginning of `out`.
   *
   * @throws Error where the bytes end before them
   */
  read(out: Uint32Array, count: number): void {
    if (this.width === 0) {
      out.fill(0, 0, count);
      return;
    }
    for (let i = 0; i < count; ) {
      if (this.#left === 0) this.#open();
      const end = Math.min(count, i + this.#left);
      if (this.#packed < 0) out.fill(this.#value, i, end);
      else this.#unpack(out, i, end);
      this.#left -= end - i;
      i = end;
    }
  }

  #open(): void {
    while (this.#left === 0) {
      const head = this.#head();
      const bytes = (this.width + 7) >>> 3;
      if (head % 2 === 1) {
        this.#left = (head - 1) * 4;
        this.#packed = this.#next;
        this.#bit = 0;
        // The last group may be cut off behind the last number.
        this.#next = Math.min(this.bytes.length, this.#next + ((head - 1) / 2) * this.width);
      } else {
        this.#left = head / 2;
        this.#packed = -1;
        this.#value = 0;
        if (this.#next + bytes > this.bytes.length) throw new Error("numbers are cut off");
        for (let b = 0, scale = 1; b < bytes; b++, scale *= 256) this.#value += this.bytes[this.#next++] * scale;
      }
    }
  }

  #head(): number {
    let value = 0;
    for (let scale = 1; this.#next < this.bytes.length && scale < 34_359_738_368; scale *= 128) {
      const byte = this.bytes[this.#next++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new Error("numbers are cut off");
  }

  #unpack(out: Uint32Array, from: number, to: number): void {
    const { bytes, width } = this;
    let at = this.#packed + Math.floor(this.#bit / 8);
    const skipped = this.#bit % 8;
    this.#bit += (to - from) * width;
    if (this.#packed + Math.ceil(this.#bit / 8) > bytes.length) throw new Error("numbers are cut off");
    if (width > 24) {
      unpackWide(bytes, at * 8 + skipped, width, out.subarray(from, to));
      return;
    }
    const mask = (1 << width) - 1;
    let held = skipped === 0 ? 0 : 8 - skipped;
    let bits = skipped === 0 ? 0 : bytes[at++] >>> skipped;
    for (let i = from; i < to; i++) {
      for (; held < width; held += 8) bits |= bytes[at++] << held;
      out[i] = bits & mask;
      bits >>>= width;
      held -= width;
    }
  }
}

/** Numbers of 25 to 32 bits, which lie in up to five bytes. */
function unpackWide(bytes: Uint8Array, first: number, width: number, out: Uint32Array): void {
  const end = (1 << (width - 16)) * 65_536;
  for (let i = 0, bit = first; i < out.length; i++, bit += width) {
    const at = Math.floor(bit / 8);
    let value = 0;
    for (let b = 4; b >= 0; b--) value = value * 256 + (at + b < bytes.length ? bytes[at + b] : 0);
    out[i] = Math.floor(value / (1 << (bit % 8))) % end;
  }
}
