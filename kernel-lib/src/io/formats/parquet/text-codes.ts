import { Interner } from "../../numbers/interner.js";
import type { ColumnFiller } from "./column-filler.js";

/** Numbers texts that lie as bytes in pages: each is decoded once, however often it is there. */
export class TextCodes {
  readonly #distinct = new Interner();
  /** Numbers in the column by those of the distinct bytes: different bytes can be the same text. */
  readonly #codes: number[] = [];
  readonly #decoder = new TextDecoder();

  constructor(readonly filler: ColumnFiller) {}

  /** The number of `bytes[start, end)` in the column. */
  code(bytes: Uint8Array, start: number, end: number): number {
    const distinct = this.#distinct.code(bytes, start, end);
    if (distinct === this.#codes.length)
      this.#codes.push(this.filler.code(this.#decoder.decode(bytes.subarray(start, end))));
    return this.#codes[distinct];
  }
}
