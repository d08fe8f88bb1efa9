/** Bytes from which on a native copy is faster than a loop. */
const LONG = 48;

/** Unpacks blocks of Snappy into the same memory, so that each is only there until the next: new memory costs more than unpacking. */
export function snappyUnpacker(): (packed: Uint8Array, size: number) => Uint8Array {
  let memory = new Uint8Array(0);
  return (packed, size) => {
    if (memory.length < size) memory = new Uint8Array(Math.max(size, memory.length * 2));
    return unpackedInto(memory.subarray(0, size), packed);
  };
}

/**
 * Unpacks a block of Snappy.
 *
 * Source: Google, "Snappy compressed format description" (https://github.com/google/snappy/blob/main/format_description.txt).
 *
 * @param size bytes when unpacked
 * @throws Error for what is damaged
 */
export function unpackSnappy(packed: Uint8Array, size: number): Uint8Array {
  return unpackedInto(new Uint8Array(size), packed);
}

function unpackedInto(out: Uint8Array, packed: Uint8Array): Uint8Array {
  const [{ length }, size] = [packed, out.length];
  let p = 0;
  // The size once more, seven bits a byte.
  while (p < length && packed[p++] > 127);
  let q = 0;
  while (p < length) {
    const tag = packed[p++];
    const kind = tag & 3;
    let count: number;
    if (kind === 0) {
      count = (tag >> 2) + 1;
      if (count > 60) {
        const bytes = count - 60;
        count = 1;
        for (let b = 0, scale = 1; b < bytes; b++, scale *= 256) count += packed[p++] * scale;
      }
      if (!(p + count <= length && q + count <= size)) throw new Error("a block is cut off");
      if (count > LONG) out.set(packed.subarray(p, p + count), q);
      else for (let i = 0; i < count; i++) out[q + i] = packed[p + i];
      p += count;
      q += count;
      continue;
    }
    let back: number;
    if (kind === 1) {
      count = ((tag >> 2) & 7) + 4;
      back = ((tag >> 5) << 8) | packed[p++];
    } else {
      count = (tag >> 2) + 1;
      back = packed[p] | (packed[p + 1] << 8);
      p += 2;
      if (kind === 3) {
        back += packed[p] * 65_536 + packed[p + 1] * 16_777_216;
        p += 2;
      }
    }
    if (!(back > 0 && back <= q && p <= length && q + count <= size)) throw new Error("a copy from nowhere");
    // What is copied may be what this copy writes.
    for (const end = q + count; q < end; q++) out[q] = out[q - back];
  }
  if (q !== size) throw new Error("a block is cut off");
  return out;
}
