import { parseQuotedRecords } from "./quoted-records.js";

/** How the text is cut into records and cells. */
export interface Dialect {
  /** One byte. */
  readonly delimiter: number;
  /** Whether lines that begin with `#` or `//` are remarks. */
  readonly comments: boolean;
}

const QUOTE = 34;
const SPACE = 32;
const LINE_FEED = 10;
const RETURN = 13;
/** Hard records handed to csv-parse at a time: enough to forget the cost of a call, little enough to forget the memory. */
const RUN = 512;
/** Gaps in a file beyond this many are its style and divide no tables. */
export const MOST_GAPS = 64;

/**
 * Cuts UTF-8 text into records, one `next()` at a time, without making a string of any cell: after `next()` cell c is
 * `cells.subarray(starts[c], ends[c])`, quotes taken off. Lines end in LF, CRLF or CR. Blank lines, lines of bare
 * delimiters and remarks are no records.
 *
 * A quoted cell that is never closed properly is ordinary text, quote and all, up to the next delimiter: one stray
 * quote must not swallow the rest of the file. Spaces before a quote are none of the cell. Cells with a line break or a doubled quote inside go to csv-parse.
 */
export class RecordScanner {
  /** Bytes that `starts` and `ends` point into. */
  cells: Uint8Array;
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  /** Number of cells of the record. */
  count = 0;
  /** Line of the file, from 1, on which the record starts. */
  line: number;
  /** Byte at which the record starts, and at which the next one does. */
  start: number;
  position: number;
  nextLine: number;
  /** Remarks skipped so far. */
  commentLines = 0;
  /** Lines with a quote that is never closed. */
  readonly unclosedQuotes: number[] = [];
  /** Whether blank lines or remarks stand right above the record. */
  gap = false;
  /** The first records with a gap above them: another table may begin there. */
  readonly afterGaps: { readonly start: number; readonly line: number }[] = [];

  readonly #text: Uint8Array;
  readonly #delimiter: number;
  readonly #comments: boolean;
  #hard = false;
  #broken = false;
  #queue: { readonly line: number; readonly start: number; readonly row: readonly string[] }[] = [];
  #queued = 0;

  constructor(text: Uint8Array, dialect: Dialect, position = 0, line = 1) {
    this.#text = this.cells = text;
    this.#delimiter = dialect.delimiter;
    this.#comments = dialect.comments;
    this.position = this.start = position;
    this.nextLine = this.line = line;
  }

  /** Moves to the next record; false at the end of the text. */
  next(): boolean {
    const comments = this.commentLines;
    let blank = false;
    for (;;) {
      if (this.#queued < this.#queue.length) {
        this.#take(this.#queue[this.#queued++]);
        if (!this.#blank()) return this.#found(blank || comments !== this.commentLines);
        blank = true;
        continue;
      }
      this.cells = this.#text;
      if (!this.#scan()) return false;
      if (this.#hard) this.#readHardRun();
      else if (!this.#blank()) return this.#found(blank || comments !== this.commentLines);
      else blank = true;
    }
  }

  #found(gap: boolean): true {
    this.gap = gap;
    if (gap && this.afterGaps.length < MOST_GAPS) this.afterGaps.push({ start: this.start, line: this.line });
    return true;
  }

  /** Whether the record after this one has not been looked at yet, so that another reader may take over at `position`. */
  get idle(): boolean {
    return this.#queued >= this.#queue.length;
  }

  /** Goes on from a place that another reader has reached. */
  moveTo(position: number, line: number): void {
    this.position = position;
    this.nextLine = line;
  }

  /** The cells of the record as text, each cut to so many bytes. */
  row(longest: number = Infinity): string[] {
    const row: string[] = [];
    for (let c = 0; c < this.count; c++)
      row.push(decoder.decode(this.cells.subarray(this.starts[c], Math.min(this.ends[c], this.starts[c] + longest))));
    return row;
  }

  /** Whether a cell begins with a letter, or is none at all. */
  startsWithWord(c: number): boolean {
    if (c >= this.count || this.starts[c] === this.ends[c]) return true;
    const byte = this.cells[this.starts[c]];
    return byte > 127 || byte === SPACE || (byte | 32) >= 97;
  }

  /** One record from `position`, cut in place; false at the end. */
  #scan(): boolean {
    const text = this.#text;
    const length = text.length;
    const delimiter = this.#delimiter;
    while (this.#comments && this.position < length && isComment(text, this.position)) this.#skipLine();
    let p = this.position;
    if (p >= length) return false;
    this.start = p;
    this.line = this.nextLine;
    this.#hard = this.#broken = false;
    let starts = this.starts;
    let ends = this.ends;
    let count = 0;
    for (;;) {
      let start = p;
      let end = -1;
      const open = text[p] === SPACE ? quoteBehindSpaces(text, p) : text[p] === QUOTE ? p : -1;
      if (open >= 0) {
        end = this.#closingQuote(open);
        if (end >= 0) {
          if (open > p && this.#hard) this.#broken = true;
          start = open + 1;
          p = end + 1;
        }
      }
      if (end < 0) {
        while (p < length) {
          const byte = text[p];
          if (byte === delimiter || byte === LINE_FEED || byte === RETURN) break;
          p++;
        }
        end = p;
      }
      if (count === starts.length) {
        starts = this.starts = grown(starts);
        ends = this.ends = grown(ends);
      }
      starts[count] = start;
      ends[count++] = end;
      if (p >= length) break;
      if (text[p] === delimiter) {
        p++;
        continue;
      }
      p += text[p] === RETURN && text[p + 1] === LINE_FEED ? 2 : 1;
      this.nextLine++;
      break;
    }
    this.count = count;
    this.position = p;
    return true;
  }

  /** Place of the quote that closes the one at `open`; -1 when nothing does and the cell is ordinary text. */
  #closingQuote(open: number): number {
    const text = this.#text;
    const length = text.length;
    let lines = 0;
    let hard = false;
    for (let p = open + 1; p < length; p++) {
      const byte = text[p];
      if (byte === QUOTE) {
        const after = text[p + 1];
        if (after === QUOTE) {
          hard = true;
          p++;
          continue;
        }
        if (p + 1 < length && after !== this.#delimiter && after !== LINE_FEED && after !== RETURN) {
          if (lines > 0) this.unclosedQuotes.push(this.line);
          this.#broken = true;
          return -1;
        }
        this.nextLine += lines;
        if (hard || lines > 0) this.#hard = true;
        return p;
      }
      if (byte === LINE_FEED || (byte === RETURN && text[p + 1] !== LINE_FEED)) lines++;
    }
    this.unclosedQuotes.push(this.line);
    this.#broken = true;
    return -1;
  }

  /** From a hard record on: all hard records that follow each other go to csv-parse together. */
  #readHardRun(): void {
    const extents: { line: number; start: number; end: number }[] = [];
    const first = this.start;
    let tail: { position: number; line: number } | null = null;
    do {
      if (this.#broken) {
        // A closed cell beside an unclosed one: only our own reading knows where its cells end.
        if (extents.length > 0) tail = { position: this.start, line: this.line };
        else this.#queue = [{ line: this.line, start: this.start, row: this.#brokenRow() }];
        break;
      }
      extents.push({ line: this.line, start: this.start, end: this.position });
      tail = { position: this.position, line: this.nextLine };
    } while (extents.length < RUN && this.#scan() && this.#hard);
    this.#queued = 0;
    if (extents.length === 0 || !tail) return;
    this.#forgetUnclosedFrom(tail.line);
    this.position = tail.position;
    this.nextLine = tail.line;
    const rows = parseQuotedRecords(this.#text.subarray(first, extents[extents.length - 1].end), this.#delimiter);
    this.#queue = extents.map(({ line, start }, i) => ({ line, start, row: rows[i] }));
  }

  /** Looking ahead met a broken record that will be met again. */
  #forgetUnclosedFrom(line: number): void {
    while (this.unclosedQuotes.length > 0 && this.unclosedQuotes[this.unclosedQuotes.length - 1] >= line)
      this.unclosedQuotes.pop();
  }

  #brokenRow(): string[] {
    return this.row().map((cell, c) => (this.#text[this.starts[c] - 1] === QUOTE ? cell.replaceAll('""', '"') : cell));
  }

  /** Lays the cells of a record that csv-parse read end to end in bytes of their own. */
  #take({
    line,
    start,
    row,
  }: {
    readonly line: number;
    readonly start: number;
    readonly row: readonly string[];
  }): void {
    this.line = line;
    this.start = start;
    this.count = row.length;
    while (this.starts.length < row.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    const cells = row.map((cell) => encoder.encode(cell));
    const joined = new Uint8Array(cells.reduce((sum, cell) => sum + cell.length, 0));
    let offset = 0;
    cells.forEach((cell, c) => {
      joined.set(cell, offset);
      this.starts[c] = offset;
      this.ends[c] = offset += cell.length;
    });
    this.cells = joined;
  }

  /** No data: every cell empty, or nothing but spaces and delimiters of whatever kind. */
  #blank(): boolean {
    if (this.count > 1 && this.ends[0] > this.starts[0] && !isFiller(this.cells[this.starts[0]])) return false;
    for (let c = 0; c < this.count; c++) {
      for (let p = this.starts[c]; p < this.ends[c]; p++) if (!isFiller(this.cells[p])) return false;
    }
    return true;
  }

  #skipLine(): void {
    const text = this.#text;
    let p = this.position;
    while (p < text.length && text[p] !== LINE_FEED && text[p] !== RETURN) p++;
    this.position = p + (text[p] === RETURN && text[p + 1] === LINE_FEED ? 2 : 1);
    this.nextLine++;
    this.commentLines++;
  }
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Place of a quote with nothing but spaces before it; -1 when something else comes first. */
export function quoteBehindSpaces(text: Uint8Array, position: number): number {
  let p = position;
  while (text[p] === SPACE) p++;
  return text[p] === QUOTE ? p : -1;
}

function grown(offsets: Int32Array): Int32Array {
  const larger = new Int32Array(offsets.length * 2);
  larger.set(offsets);
  return larger;
}

/** Space, tab, comma, semicolon, bar. */
function isFiller(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 44 || byte === 59 || byte === 124;
}

/** `#` or `//` at the start of a line, but not an error cell of a spreadsheet such as `#N/A` or `#DIV/0!`. */
export function isComment(text: Uint8Array, position: number): boolean {
  if (text[position] === 47) return text[position + 1] === 47;
  if (text[position] !== 35) return false;
  const second = text[position + 1];
  const third = text[position + 2];
  const upper = second >= 65 && second <= 90;
  return !(upper && (third === 47 || (third >= 65 && third <= 90)) && isErrorCell(text, position));
}

function isErrorCell(text: Uint8Array, position: number): boolean {
  return /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!)/.test(
    decoder.decode(text.subarray(position, position + 8)),
  );
}
