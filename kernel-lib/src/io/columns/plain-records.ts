import { decimalOfParts } from "../numbers/long-decimal.js";
import { NumberCells, POWERS } from "../numbers/number-cells.js";
import { quoteBehindSpaces } from "../text/record-scanner.js";

/** What collects the cells of a column. A second `add` for the same record replaces the first. */
export interface CellCollector {
  add(bytes: Uint8Array, start: number, end: number, record: number): void;
}

const LINE_FEED = 10;
const RETURN = 13;
/** First bytes of lines that may be remarks or hold nothing but delimiters: # / , ; | */
const UNDECIDED = [35, 47, 44, 59, 124];
/** Stands for a column without numbers. */
const NO_VALUES = new Float64Array(0);

/**
 * The fast path: reads records without quotes, with the right number of cells, numbers straight from their bytes while the
 * end of the cell is looked for. It stops at the first record that is not so plain and leaves it to `RecordScanner`.
 */
export class PlainRecords {
  /** Byte and line of the next record. */
  position = 0;
  line = 0;
  readonly #text: Uint8Array;
  readonly #delimiter: number;
  readonly #collectors: readonly CellCollector[];
  readonly #values: readonly Float64Array[];
  /** Decimal mark of each numeric column; 0 for the others. */
  readonly #marks: Uint8Array;
  readonly #decimals: Uint8Array;
  /** Behind the last line end: what follows it is not read here. */
  readonly #end: number;

  constructor(text: Uint8Array, delimiter: number, collectors: readonly CellCollector[]) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#collectors = collectors;
    this.#values = collectors.map((each) => (each instanceof NumberCells ? each.values : NO_VALUES));
    this.#marks = Uint8Array.from(collectors, (each) => (each instanceof NumberCells ? each.mark : 0));
    this.#decimals = new Uint8Array(collectors.length);
    let end = text.length;
    while (end > 0 && text[end - 1] !== LINE_FEED && text[end - 1] !== RETURN) end--;
    this.#end = end;
  }

  /** Reads as many plain records as follow each other from `position` on, at most up to record `limit`; gives the next record number. */
  read(record: number, limit: number, lines: Uint32Array): number {
    while (record < limit && this.position < this.#end) {
      const first = this.#text[this.position];
      // A line that may be blank or a remark is not decided here.
      if (first === this.#delimiter || first <= 32 || UNDECIDED.includes(first)) break;
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
      if (each instanceof NumberCells) each.sawDecimals(this.#decimals[c]);
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

  /** A cell that is no plain number; the place behind it, or -1 when it is quoted. */
  #other(start: number, c: number, record: number): number {
    const bytes = this.#text;
    if (quoteBehindSpaces(bytes, start) >= 0) return -1;
    let p = start;
    while (bytes[p] !== this.#delimiter && bytes[p] !== LINE_FEED && bytes[p] !== RETURN) p++;
    this.#collectors[c].add(bytes, start, p, record);
    return p;
  }
}

/** Some digits, no zero in front of another digit (a code), not more of them than can be read in two parts or fit into 53 bits. */
function isPlain(bytes: Uint8Array, first: number, digits: number, decimals: number): boolean {
  const whole = digits - decimals;
  return digits > 0 && (bytes[first] !== 48 || whole <= 1) && digits <= (decimals > 0 ? 18 : 15);
}
