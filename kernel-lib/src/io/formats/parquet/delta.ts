import { refuseBomb } from "../format.js";

/** Whole numbers that were written as their differences, as they lie in plain pages. */
export interface DeltaNumbers {
  readonly values: Uint8Array;
  readonly count: number;
  /** Byte behind them. */
  readonly next: number;
}

/** Numbers of one block beyond this are none that a writer makes (usual are 128). */
const MOST_IN_BLOCK = 1 << 16;
const HIGH = 4_294_967_296;

/**
 * Reads whole numbers that were written as their differences.
 *
 * Source: Apache Parquet, "Encodings", DELTA_BINARY_PACKED = 5
 * (https://parquet.apache.org/docs/file-format/data-pages/encodings/).
 *
 * @param most how many they can be
 * @param width bytes of a number
 * @throws Error for what is damaged
 */
export function deltaNumbers(bytes: Uint8Array, at: number, most: number, width: 4 | 8): DeltaNumbers {
  const reader = new DeltaReader(bytes, at);
  const block = reader.varint();
  const parts = reader.varint();
  const count = reader.varint();
  const size = block / parts;
  if (!(block > 0 && block <= MOST_IN_BLOCK && Number.isInteger(size) && size % 8 === 0) || count > most)
    throw new Error("differences that contradict themselves");
  const words = new Int32Array((count * width) / 4);
  const values = new Uint8Array(words.buffer);
  reader.zigzag();
  let { low, high } = reader;
  const put = (i: number): void => {
    if (width === 4) words[i] = low;
    else {
      words[2 * i] = low;
      words[2 * i + 1] = high;
    }
  };
  if (count > 0) put(0);
  for (let i = 1; i < count; ) {
    reader.zigzag();
    const least = { low: reader.low, high: reader.high };
    const widths = reader.take(parts);
    for (let part = 0; part < parts && i < count; part++) {
      const bits = widths[part];
      if (bits > width * 8 + (width === 4 ? 1 : 0)) throw new Error("numbers of more bits than there are");
      const first = reader.at * 8;
      const end = Math.min(count, i + size);
      if (first + (end - i) * bits > bytes.length * 8) throw new Error("differences are cut off");
      for (let bit = first; i < end; i++, bit += bits) {
        const sum = (low >>> 0) + (least.low >>> 0) + (bits > 0 ? numberAt(bytes, bit, Math.min(bits, 32)) : 0);
        low = sum | 0;
        high =
          (high + least.high + Math.floor(sum / HIGH) + (bits > 32 ? numberAt(bytes, bit + 32, bits - 32) : 0)) | 0;
        put(i);
      }
      reader.at += (size * bits) / 8;
    }
  }
  return { values, count, next: Math.min(reader.at, bytes.length) };
}

/** Up to 32 bits as a number. */
function numberAt(bytes: Uint8Array, bit: number, bits: number): number {
  const at = Math.floor(bit / 8);
  const shift = bit % 8;
  let value = (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16)) >>> shift;
  if (bits + shift <= 24) return value & ((1 << bits) - 1);
  const upper = (bytes[at + 3] ?? 0) + (bytes[at + 4] ?? 0) * 256;
  value += upper * (1 << (24 - shift));
  return value % ((1 << (bits - 16)) * 65_536);
}

class DeltaReader {
  /** Halves of the number that was read last. */
  low = 0;
  high = 0;

  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  varint(): number {
    let value = 0;
    for (let scale = 1; scale < 34_359_738_368; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new Error("a number without an end");
  }

  /** A number of 64 bits, whose sign is its last bit. */
  zigzag(): void {
    let low = 0;
    let high = 0;
    for (let shift = 0; ; shift += 7) {
      if (shift > 63) throw new Error("a number without an end");
      const byte = this.#byte();
      if (shift < 28) low |= (byte & 127) << shift;
      else if (shift === 28) {
        low |= (byte & 15) << 28;
        high = (byte & 127) >> 4;
      } else high |= (byte & 127) << (shift - 32);
      if (byte < 128) break;
    }
    const sign = -(low & 1);
    this.low = ((low >>> 1) | (high << 31)) ^ sign;
    this.high = (high >>> 1) ^ sign;
  }

  take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new Error("differences are cut off");
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  #byte(): number {
    if (this.at >= this.bytes.length) throw new Error("differences are cut off");
    return this.bytes[this.at++];
  }
}

/** Shows each text: its bytes, which are only there until the next. */
export type ShowText = (bytes: Uint8Array, start: number, end: number) => void;

/**
 * Reads texts whose lengths stand before all of them (DELTA_LENGTH_BYTE_ARRAY = 6), or that go on from the beginning of the text
 * before (DELTA_BYTE_ARRAY = 7), one at a time.
 *
 * @param most how many they can be
 * @returns what shows the next one
 * @throws Error for what is damaged, InputError `file_too_large` for beginnings that grow and grow
 */
export function deltaTexts(bytes: Uint8Array, most: number, shared: boolean): (show: ShowText) => void {
  const beginnings = shared ? deltaNumbers(bytes, 0, most, 4) : null;
  const ends = deltaNumbers(bytes, beginnings?.next ?? 0, most, 4);
  if (beginnings && beginnings.count !== ends.count) throw new Error("differences that contradict themselves");
  const same = beginnings && new Int32Array(beginnings.values.buffer);
  const lengths = new Int32Array(ends.values.buffer);
  let at = ends.next;
  let i = 0;
  let text = new Uint8Array(256);
  let known = 0;
  let total = 0;
  return (show) => {
    const length = lengths[i];
    const kept = same ? same[i] : 0;
    if (i >= ends.count || !(length >= 0 && at + length <= bytes.length && kept >= 0 && kept <= known))
      throw new Error("a text is cut off");
    i++;
    at += length;
    if (!same) return show(bytes, at - length, at);
    known = kept + length;
    total += known;
    refuseBomb(total, bytes.length);
    if (known > text.length) {
      const longer = new Uint8Array(known * 2);
      longer.set(text.subarray(0, kept));
      text = longer;
    }
    text.set(bytes.subarray(at - length, at), kept);
    show(text, 0, known);
  };
}
