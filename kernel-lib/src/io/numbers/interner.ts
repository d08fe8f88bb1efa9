/**
 * Gives each distinct cell a number, from 0, without making strings: hash table over bytes (FNV-1a, open addressing).
 * Memory is that of the distinct cells.
 */
export class Interner {
  /** Number of distinct cells. */
  size = 0;
  #pool: Uint8Array = new Uint8Array(1024);
  #offsets: Uint32Array = new Uint32Array(65);
  #slots: Int32Array = new Int32Array(128).fill(-1);
  #hashes: Int32Array = new Int32Array(64);

  /** The number of `bytes[start, end)`. */
  code(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let p = start; p < end; p++) hash = Math.imul(hash ^ bytes[p], 0x01000193);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot];
      if (code < 0) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  /** The distinct cells as text, by number. */
  dictionary(): string[] {
    const texts: string[] = [];
    this.forEach((text) => texts.push(text));
    return texts;
  }

  /** Shows each distinct cell as text, in the order of the numbers. */
  forEach(show: (text: string, code: number) => void): void {
    const decoder = new TextDecoder();
    for (let code = 0; code < this.size; code++)
      show(decoder.decode(this.#pool.subarray(this.#offsets[code], this.#offsets[code + 1])), code);
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    let q = this.#offsets[code];
    if (this.#offsets[code + 1] - q !== end - start) return false;
    for (let p = start; p < end; p++) if (bytes[p] !== this.#pool[q++]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.size++;
    const offset = this.#offsets[code];
    const after = offset + end - start;
    if (after > this.#pool.length) {
      const pool = new Uint8Array(Math.max(after, this.#pool.length * 2));
      pool.set(this.#pool.subarray(0, offset));
      this.#pool = pool;
    }
    this.#pool.set(bytes.subarray(start, end), offset);
    this.#offsets[code + 1] = after;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.size === this.#hashes.length) this.#grow();
    return code;
  }

  #grow(): void {
    const hashes = new Int32Array(this.size * 2);
    hashes.set(this.#hashes);
    const offsets = new Uint32Array(this.size * 2 + 1);
    offsets.set(this.#offsets);
    this.#hashes = hashes;
    this.#offsets = offsets;
    const mask = this.size * 4 - 1;
    const slots = new Int32Array(mask + 1).fill(-1);
    for (let code = 0; code < this.size; code++) {
      let slot = hashes[code] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}
