import { Interner } from "../numbers/interner.js";
import { shownText } from "../numbers/plain-characters.js";

/** Texts of a column: their distinct ones, and the number of each record's. */
export interface Texts {
  readonly codes: Uint32Array;
  readonly dictionary: readonly string[];
}

/** The same texts without what nobody sees: `North` and `North` with a space of no width are one. */
export function shownTexts({ codes, dictionary }: Texts): Texts {
  const shown = dictionary.map(shownText);
  if (shown.every((text, code) => text === dictionary[code])) return { codes, dictionary };
  const known = new Map<string, number>();
  const places = shown.map((text) => {
    const place = known.get(text) ?? known.size;
    known.set(text, place);
    return place;
  });
  return { codes: codes.map((code) => places[code]), dictionary: [...known.keys()] };
}

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

  finish(records: number): Texts {
    return shownTexts({
      codes: this.#codes.length === records ? this.#codes : this.#codes.slice(0, records),
      dictionary: this.#distinct.dictionary(),
    });
  }
}
