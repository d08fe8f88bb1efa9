/** A value of a row; bytes count as nothing. */
export type SqliteValue = string | number | bigint | null;

/** A row of a table. */
export interface SqliteRow {
  readonly id: number;
  readonly values: readonly SqliteValue[];
}

const LEAF = 13;
const INTERIOR = 5;
/** Trees are never deeper: with the smallest pages this holds more rows than a file can. */
const DEEPEST = 40;
const HEADER = 100;

/**
 * The pages of a database file, read in place (https://www.sqlite.org/fileformat2.html). Only what tables need: their trees,
 * rows and overflow pages. Changes that still stand in a journal beside the file are not seen.
 */
export class SqlitePages {
  readonly #view: DataView;
  readonly #size: number;
  /** Bytes of a page that may be used. */
  readonly #usable: number;
  readonly #decode: (bytes: Uint8Array) => string;
  #at = 0;

  /** @throws Error where the file contradicts itself */
  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const size = this.#view.getUint16(16);
    this.#size = size === 1 ? 65_536 : size;
    this.#usable = this.#size - bytes[20];
    if (this.#size < 512 || (this.#size & (this.#size - 1)) !== 0 || this.#usable < 480) throw new Error("page size");
    const encoding = this.#view.getUint32(56);
    const decoder = new TextDecoder(encoding === 2 ? "utf-16le" : encoding === 3 ? "utf-16be" : "utf-8");
    this.#decode = (bytes) => decoder.decode(bytes);
  }

  /** The rows of the tree with that root, in the order of their numbers. */
  *rows(root: number): Generator<SqliteRow> {
    for (const page of this.#leaves(root, new Set(), 0)) {
      const { start, head, cells } = page;
      for (let i = 0; i < cells; i++) {
        this.#at = start + this.#view.getUint16(head + 8 + 2 * i);
        yield this.#row();
      }
    }
  }

  /** Number of rows. */
  count(root: number): number {
    let rows = 0;
    for (const { cells } of this.#leaves(root, new Set(), 0)) rows += cells;
    return rows;
  }

  *#leaves(
    number: number,
    seen: Set<number>,
    depth: number,
  ): Generator<{ readonly start: number; readonly head: number; readonly cells: number }> {
    if (seen.has(number) || depth > DEEPEST) throw new Error("pages that refer to each other in a circle");
    seen.add(number);
    const start = (number - 1) * this.#size;
    if (number < 1 || start + this.#size > this.bytes.length) throw new Error("a page is missing");
    const head = number === 1 ? start + HEADER : start;
    const cells = this.#view.getUint16(head + 3);
    const type = this.bytes[head];
    if (type === LEAF) yield { start, head, cells };
    else if (type === INTERIOR) {
      for (let i = 0; i < cells; i++) {
        const cell = start + this.#view.getUint16(head + 12 + 2 * i);
        yield* this.#leaves(this.#view.getUint32(cell), seen, depth + 1);
      }
      yield* this.#leaves(this.#view.getUint32(head + 8), seen, depth + 1);
    } else throw new Error("a page of an unknown kind");
  }

  #row(): SqliteRow {
    const length = this.#varint(this.bytes);
    const id = this.#varint(this.bytes);
    const at = this.#at;
    const local = this.#localLength(length);
    const payload = local === length ? this.bytes.subarray(at, at + length) : this.#overflowing(at, local, length);
    return { id, values: this.#values(payload) };
  }

  #localLength(length: number): number {
    const most = this.#usable - 35;
    if (length <= most) return length;
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fitting = least + ((length - least) % (this.#usable - 4));
    return fitting <= most ? fitting : least;
  }

  #overflowing(at: number, local: number, length: number): Uint8Array {
    if (length > this.bytes.length) throw new Error("a row longer than the file");
    const all = new Uint8Array(length);
    all.set(this.bytes.subarray(at, at + local));
    let filled = local;
    let next = this.#view.getUint32(at + local);
    while (filled < length && next > 0) {
      const start = (next - 1) * this.#size;
      const piece = this.bytes.subarray(start + 4, start + 4 + Math.min(length - filled, this.#usable - 4));
      if (piece.length === 0) throw new Error("a page is missing");
      all.set(piece, filled);
      filled += piece.length;
      next = this.#view.getUint32(start);
    }
    return all;
  }

  #values(payload: Uint8Array): SqliteValue[] {
    this.#at = 0;
    const header = this.#varint(payload);
    if (header > payload.length) throw new Error("a row shorter than it says");
    const values: SqliteValue[] = [];
    let data = header;
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
    while (this.#at < header) {
      const type = this.#varint(payload);
      const length = lengthOf(type);
      values.push(this.#value(type, payload, view, data, length));
      data += length;
    }
    return values;
  }

  #value(type: number, payload: Uint8Array, view: DataView, at: number, length: number): SqliteValue {
    if (type >= 13 && type % 2 === 1) return this.#decode(payload.subarray(at, at + length));
    switch (type) {
      case 1:
        return view.getInt8(at);
      case 2:
        return view.getInt16(at);
      case 3:
        return view.getInt8(at) * 65_536 + view.getUint16(at + 1);
      case 4:
        return view.getInt32(at);
      case 5:
        return view.getInt16(at) * 4_294_967_296 + view.getUint32(at + 2);
      case 6:
        return view.getBigInt64(at);
      case 7:
        return view.getFloat64(at);
      case 8:
        return 0;
      case 9:
        return 1;
      default:
        return null;
    }
  }

  /** A number of one to nine bytes, seven bits each. */
  #varint(bytes: Uint8Array): number {
    let value = 0;
    for (let i = 0; i < 8; i++) {
      const byte = bytes[this.#at++];
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    return value * 256 + bytes[this.#at++];
  }
}

/** Bytes of a value of that type. */
function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return type < 5 ? type : type === 5 ? 6 : type < 8 ? 8 : 0;
}
