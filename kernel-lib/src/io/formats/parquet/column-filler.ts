import { textColumn, type SourceColumn } from "../../columns/source-columns.js";
import { shortest } from "./flat-type.js";
import type { LeafType } from "./leaf-type.js";

const DAY = 86_400_000;
/** Records that room is made for before they come: of most files all. */
const FIRST_ROOM = 1 << 22;

/** Takes the pieces of one column as they are unpacked. */
export class ColumnFiller {
  #values: Float64Array;
  /** Records that were there so far. */
  #filled = 0;
  #fault: unknown = null;
  /** Cells of other types: texts by their number, everything else as it is. */
  #codes: Uint32Array | null = null;
  readonly #known = new Map<string, number>([["", 0]]);
  #cells: unknown[] | null = null;

  constructor(
    readonly type: LeafType,
    readonly records: number,
  ) {
    const room = Math.min(records, FIRST_ROOM);
    this.#values = new Float64Array(type.kind === "any" ? 0 : room);
    if (type.kind === "any") this.#codes = new Uint32Array(room);
  }

  /** Cells from a record on. What is wrong with them is said in the end: nobody would hear it here. */
  take(cells: ArrayLike<unknown>, first: number): void {
    try {
      if (this.#fault === null) this.#set(cells, first);
    } catch (error) {
      this.#fault = error;
    }
  }

  /**
   * Makes room for the next so many records, whose `values` or `codes` are then written there.
   *
   * @returns the first of them
   * @throws Error where there are not as many
   */
  reserve(count: number): number {
    const first = this.#filled;
    if (this.#fault !== null) throw this.#fault;
    if (first + count > this.records) throw new Error("rows that do not fit");
    this.#filled += count;
    this.#makeRoom();
    return first;
  }

  /** Numbers by record, NaN where there is none. Replaced when room is made. */
  get values(): Float64Array {
    return this.#values;
  }

  /** Numbers of texts by record, 0 where there is none. Replaced when room is made. */
  get codes(): Uint32Array {
    if (this.#codes) return this.#codes;
    throw new Error("a column of more than texts");
  }

  /** The number of a text. */
  code(text: string): number {
    let code = this.#known.get(text);
    if (code === undefined) {
      code = this.#known.size;
      this.#known.set(text, code);
    }
    return code;
  }

  #set(cells: ArrayLike<unknown>, first: number): void {
    if (first !== this.#filled || first + cells.length > this.records) throw new Error("rows that do not fit");
    this.#filled += cells.length;
    this.#makeRoom();
    if (this.type.kind === "any") this.#setAny(cells, first);
    else if (cells instanceof Float64Array) this.#values.set(cells, first);
    else this.#setNumbers(cells, first);
  }

  #setNumbers(cells: ArrayLike<unknown>, first: number): void {
    const values = this.#values;
    const single = this.type.kind === "number" && this.type.single;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (cell === null || cell === undefined) values[first + i] = NaN;
      else values[first + i] = single ? shortest(Number(cell)) : Number(cell);
    }
  }

  /** A file may say that it has more rows than it has: room is made for those that come. */
  #makeRoom(): void {
    const room = Math.min(this.records, Math.max(this.#filled, 2 * (this.#codes ?? this.#values).length));
    if (this.#codes && this.#codes.length < this.#filled) {
      const codes = new Uint32Array(room);
      codes.set(this.#codes);
      this.#codes = codes;
    } else if (this.type.kind !== "any" && this.#values.length < this.#filled) {
      const values = new Float64Array(room);
      values.set(this.#values);
      this.#values = values;
    }
  }

  #setAny(cells: ArrayLike<unknown>, first: number): void {
    let last: unknown = "";
    let code = 0;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? "";
      if (this.#codes) {
        if (cell !== last) {
          if (typeof cell !== "string" && typeof cell !== "boolean") this.#keepCells();
          else {
            last = cell;
            code = this.code(String(cell));
          }
        }
        if (this.#codes) this.#codes[first + i] = code;
      }
      if (this.#cells) this.#cells[first + i] = cell === "" ? null : cell;
    }
  }

  /** Not only texts: all cells are kept as they are. */
  #keepCells(): void {
    const texts = [...this.#known.keys()];
    this.#cells = Array.from(this.#codes!, (code) => texts[code] || null);
    this.#codes = null;
  }

  /** The column, or its cells where they are no numbers, times or texts. */
  column(name: string): SourceColumn | { readonly name: string; readonly cells: unknown[] } {
    const { type } = this;
    if (this.#fault !== null) throw this.#fault;
    if (this.#filled !== this.records) throw new Error("rows are missing");
    const values = this.#values;
    if (type.kind === "number") return { kind: "number", name, values };
    if (type.kind === "clock") return clockColumn(name, values, type.perSecond);
    if (type.kind === "time") return { kind: "time", name, values, zone: type.zone, unit: unitOf(values, type) };
    if (this.#cells) return { name, cells: this.#cells };
    return inOrder(name, this.#codes!, [...this.#known.keys()]);
  }
}

/** Texts numbered in the order of the records: nothing was known before them. */
function inOrder(name: string, codes: Uint32Array, texts: readonly string[]): SourceColumn {
  const blank = codes.indexOf(0);
  if (blank === 0) return { kind: "text", name, codes, dictionary: texts };
  const dictionary: string[] = [];
  const numbers = new Int32Array(texts.length).fill(-1);
  const ordered = codes.map((code) => {
    if (numbers[code] < 0) numbers[code] = dictionary.push(texts[code]) - 1;
    return numbers[code];
  });
  return { kind: "text", name, codes: ordered, dictionary };
}

function unitOf(
  values: Float64Array,
  { day, zone }: Extract<LeafType, { kind: "time" }>,
): "day" | "second" | "millisecond" {
  if (day) return "day";
  let midnight = zone === "naive";
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value % 1000 !== 0) return "millisecond";
    if (midnight && value % DAY !== 0) midnight = false;
  }
  return midnight ? "day" : "second";
}

/** `08:30:00` */
function clockColumn(name: string, values: Float64Array, perSecond: number): SourceColumn {
  const texts = new Map<number, string>();
  return textColumn(
    name,
    Array.from(values, (value) => {
      if (Number.isNaN(value)) return "";
      let text = texts.get(value);
      if (text === undefined) {
        const seconds = Math.floor(value / perSecond);
        text = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
          .map((part) => String(part).padStart(2, "0"))
          .join(":");
        texts.set(value, text);
      }
      return text;
    }),
  );
}
