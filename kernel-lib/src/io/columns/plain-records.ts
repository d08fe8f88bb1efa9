import { decimalOfParts } from "../numbers/long-decimal.js";
import { NumberCells, POWERS } from "../numbers/number-cells.js";
import { RecordCutter } from "./record-cutter.js";

/** What collects the cells of a column. A second `add` for the same record replaces the first. */
export interface CellCollector {
  add(bytes: Uint8Array, start: number, end: number, record: number): void;
}

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
/** First bytes of lines that may be remarks or hold nothing but delimiters: # / , ; | */
const UNDECIDED = [35, 47, 44, 59, 124];
/** Stands for a column without numbers. */
const NO_VALUES = new Float64Array(0);

/**
 * The fast path: reads records with the right number of cells and no quotes but around cells, numbers straight from their bytes
 * while the end of the cell is looked for. It stops at the first record that is not so plain and leaves it to `RecordScanner`.
 */
export class PlainRecords {
  /** Byte and line of the next record. */
  position = 0;
  line = 0;
  #text: Uint8Array;
  readonly #delimiter: number;
  readonly #collectors: readonly CellCollector[];
  readonly #values: readonly Float64Array[];
  /** Decimal mark of each numeric column; 0 for the others. */
  readonly #marks: Uint8Array;
  readonly #decimals: Uint8Array;
  /** Behind the last line end: what follows it is not read here. */
  #end: number;
  readonly #cutter: RecordCutter | null;

  /**
   * @param cutting with WebAssembly, where there is any
   * @param size bytes of the whole text, of which `text` may be a piece
   */
  constructor(
    text: Uint8Array,
    delimiter: number,
    collectors: readonly CellCollector[],
    cutting = true,
    size: number = text.length,
  ) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#collectors = collectors;
    this.#values = collectors.map((each) => (each instanceof NumberCells ? each.values : NO_VALUES));
    // Where numbers and cells are parted by the same character, only quotes tell which is which.
    this.#marks = Uint8Array.from(collectors, (each) =>
      each instanceof NumberCells && each.mark !== delimiter ? each.mark : 0,
    );
    this.#decimals = new Uint8Array(collectors.length);
    this.#end = lastLineEnd(text);
    const columns = this.#values.map((values, c) => (this.#marks[c] === 0 ? null : values));
    this.#cutter = cutting ? RecordCutter.of(text, delimiter, columns, this.#marks, collectors, size) : null;
  }

  /** Goes on with the next piece of the text, from its first byte. */
  goOn(text: Uint8Array): void {
    this.#text = text;
    this.#end = lastLineEnd(text);
    this.position = 0;
    if (this.#cutter) this.#cutter.text = text;
  }

  /** Reads as many plain records as follow each other from `position` on, at most up to record `limit`; gives the next record number. */
  read(record: number, limit: number, lines: Uint32Array): number {
    while (record < limit && this.position < this.#end) {
      const cut = this.#cut(record, limit, lines);
      // What it leaves is looked at here: it may only be longer than a piece.
      const next = this.#readPlain(cut, this.#cutter === null ? limit : Math.min(limit, cut + 1), lines);
      if (next === cut) return cut;
      record = next;
    }
    return record;
  }

  /** As many as the cutter takes. */
  #cut(record: number, limit: number, lines: Uint32Array): number {
    const cutter = this.#cutter;
    if (cutter === null) return record;
    cutter.position = this.position;
    for (;;) {
      const next = record < limit ? cutter.read(record, limit, this.#end) : record;
      if (next === record) break;
      while (record < next) lines[record++] = this.line++;
    }
    this.position = cutter.position;
    return record;
  }

  #readPlain(record: number, limit: number, lines: Uint32Array): number {
    while (record < limit && this.position < this.#end) {
      let first = this.#text[this.position];
      if (first === QUOTE) first = this.#text[this.position + 1];
      // A line that may be blank or a remark is not decided here.
      if (first === this.#delimiter || first <= SPACE || first === QUOTE || UNDECIDED.includes(first)) break;
      const after = this.#record(this.position, record);
      if (after < 0) break;
      lines[record++] = this.line++;
      this.position = after;
    }
    return record;
  }

  /** Tells the numeric columns how many decimals were seen. */
  finish(): void {
    this.#collectors.forEach((each, c) => {
      if (each instanceof NumberCells) each.sawDecimals(Math.max(this.#decimals[c], this.#cutter?.decimals(c) ?? 0));
    });
  }

  /**
   * One record; the place behind it, or -1 when it is not plain. All in one loop, because this is where the time of a large
   * file goes: digits are added up as integers of nine digits while the cell's end is looked for.
   */
  #record(start: number, record: number): number {
    const bytes = this.#text;
    const delimiter = this.#delimiter;
    const columns = this.#values;
    const marks = this.#marks;
    const last = columns.length - 1;
    let p = start;
    for (let c = 0; ; c++) {
      const cell = p;
      const mark = marks[c];
      let byte = bytes[p];
      if (mark !== 0) {
        const negative = byte === 45;
        if (negative) byte = bytes[++p];
        const first = p;
        let high = 0;
        let low = 0;
        let digits = 0;
        let behindMark = 0;
        for (;;) {
          const digit = byte - 48;
          if (digit >>> 0 <= 9) {
            if (digits < 9) high = (Math.imul(high, 10) + digit) | 0;
            else low = (Math.imul(low, 10) + digit) | 0;
            digits++;
          } else if (byte === mark && behindMark === 0) behindMark = p + 1;
          else break;
          byte = bytes[++p];
        }
        const decimals = behindMark === 0 ? 0 : p - behindMark;
        if ((byte === delimiter || byte === LINE_FEED || byte === RETURN) && isPlain(bytes, first, digits, decimals)) {
          const values = columns[c];
          if (digits <= 9) values[record] = high / POWERS[decimals];
          else decimalOfParts(high, low, digits - 9, decimals, values, record);
          if (Number.isNaN(values[record])) this.#collectors[c].add(bytes, cell, p, record);
          else if (negative) values[record] = -values[record];
          if (decimals > this.#decimals[c]) this.#decimals[c] = decimals;
        } else p = this.#other(cell, c, record);
      } else p = this.#other(cell, c, record);
      if (p < 0) return -1;
      byte = bytes[p];
      if (c === last) return byte === delimiter ? -1 : p + (byte === RETURN && bytes[p + 1] === LINE_FEED ? 2 : 1);
      if (byte !== delimiter) return -1;
      p++;
    }
  }

  /** A cell that is no plain number; the place behind it, or -1 when its quotes are not only around it. */
  #other(start: number, c: number, record: number): number {
    const bytes = this.#text;
    let p = start;
    while (bytes[p] === SPACE) p++;
    if (bytes[p] === QUOTE) return this.#quoted(p + 1, c, record);
    p = start;
    while (bytes[p] !== this.#delimiter && bytes[p] !== LINE_FEED && bytes[p] !== RETURN) p++;
    this.#collectors[c].add(bytes, start, p, record);
    return p;
  }

  /** The same from behind a quote. Quotes and line ends inside are left to `RecordScanner`. */
  #quoted(start: number, c: number, record: number): number {
    const bytes = this.#text;
    let p = start;
    while (bytes[p] !== QUOTE) {
      if (bytes[p] === LINE_FEED || bytes[p] === RETURN || p >= this.#end) return -1;
      p++;
    }
    const after = bytes[p + 1];
    if (after !== this.#delimiter && after !== LINE_FEED && after !== RETURN) return -1;
    this.#collectors[c].add(bytes, start, p, record);
    return p + 1;
  }
}

/** Byte behind the last line end. */
function lastLineEnd(text: Uint8Array): number {
  let end = text.length;
  while (end > 0 && text[end - 1] !== LINE_FEED && text[end - 1] !== RETURN) end--;
  return end;
}

/** Some digits, no zero in front of another digit (a code), not more of them than can be read in two parts or fit into 53 bits. */
function isPlain(bytes: Uint8Array, first: number, digits: number, decimals: number): boolean {
  const whole = digits - decimals;
  return digits > 0 && (bytes[first] !== 48 || whole <= 1) && digits <= (decimals > 0 ? 18 : 15);
}
