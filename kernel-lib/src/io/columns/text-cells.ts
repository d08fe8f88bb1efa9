import { Interner } from "../numbers/interner.js";

/** Collects the cells of a text column: one number a distinct text. */
export class TextCells {
  readonly #codes: Uint32Array;
  readonly #distinct = new Interner();

  constructor(capacity: number) {
    this.#codes = new Uint32Array(capacity);
  }

  add(bytes: Uint8Array, start: number, end: number, record: number): void {
    this.#codes[record] = this.#distinct.code(bytes, start, end);
  }

  finish(records: number): { readonly codes: Uint32Array; readonly dictionary: readonly string[] } {
    return {
      codes: this.#codes.length === records ? this.#codes : this.#codes.slice(0, records),
      dictionary: this.#distinct.dictionary(),
    };
  }
}
