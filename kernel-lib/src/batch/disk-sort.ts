import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileLines } from "./file-lines.js";

/** Negative where the first comes first, as for `Array.sort`. */
export type Order<Row> = (a: Row, b: Row) => number;

/** Rows that are sorted in memory, some megabytes; more go through files. */
const MOST_HELD = 1024;
/** Files that are read side by side, each with a buffer of its own. */
const MOST_FILES = 32;
/** Characters that are written at a time. */
const PIECE = 1 << 16;

/**
 * Files that live as long as one merge, in a folder of its own that is made when the first is needed. One that is killed leaves
 * it; its name ends as those of all unfinished files do.
 */
export class ScratchFolder {
  readonly path: string;
  #files = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** The path of a new file. */
  file(): string {
    if (this.#files === 0) mkdirSync(this.path, { recursive: true });
    return join(this.path, String(this.#files++));
  }

  /** Rows to be put into an order. */
  sort<Row extends object>(order: Order<Row>, most: number = MOST_HELD): DiskSort<Row> {
    return new DiskSort(this, order, most);
  }

  drop(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/**
 * Rows of plain data in order, with bounded memory whatever their number: sorted parts lie on disk and are merged (external merge
 * sort). Equal ones stay in the order in which they came.
 */
export class DiskSort<Row extends object> {
  readonly #scratch: ScratchFolder;
  readonly #order: Order<Row>;
  readonly #most: number;
  #held: Row[] = [];
  /** Files by how often their rows have been merged, oldest first. */
  readonly #levels: string[][] = [];

  constructor(scratch: ScratchFolder, order: Order<Row>, most: number) {
    this.#scratch = scratch;
    this.#order = order;
    this.#most = most;
  }

  add(row: Row): void {
    this.#held.push(row);
    if (this.#held.length === this.#most) this.#putHeld();
  }

  /** All rows in order; as often as one likes, but none can be added afterwards. */
  *sorted(): Generator<Row> {
    if (this.#levels.length === 0) {
      yield* this.#held.sort(this.#order);
      return;
    }
    this.#putHeld();
    // Older files hold what came first.
    yield* merged(
      [...this.#levels]
        .reverse()
        .flat()
        .map(rowsOf<Row>),
      this.#order,
    );
  }

  #putHeld(): void {
    if (this.#held.length > 0) this.#put(this.#held.sort(this.#order), 0);
    this.#held = [];
  }

  #put(rows: Iterable<Row>, level: number): void {
    const files = (this.#levels[level] ??= []);
    files.push(written(rows, this.#scratch.file()));
    if (files.length < MOST_FILES) return;
    this.#put(merged(files.map(rowsOf<Row>), this.#order), level + 1);
    for (const file of files) rmSync(file);
    files.length = 0;
  }
}

function* rowsOf<Row>(file: string): Generator<Row> {
  for (const line of fileLines(file)) yield JSON.parse(line) as Row;
}

function written(rows: Iterable<object>, path: string): string {
  const file = openSync(path, "wx");
  try {
    for (const piece of jsonLines(rows)) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
  return path;
}

/** Rows as JSON, one a line, in pieces that are worth a write. */
export function* jsonLines(rows: Iterable<object>): Generator<string> {
  let piece = "";
  for (const row of rows) {
    piece += `${JSON.stringify(row)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** A source of rows in order, and its next one. */
interface Source<Row> {
  readonly place: number;
  readonly rows: Iterator<Row>;
  row: Row;
}

/** Of equal rows those of the first source come first. O(rows log sources). */
function* merged<Row>(sources: readonly Iterable<Row>[], order: Order<Row>): Generator<Row> {
  const all = sources.map((source) => source[Symbol.iterator]());
  const isBefore = (a: Source<Row>, b: Source<Row>): boolean => (order(a.row, b.row) || a.place - b.place) < 0;
  // The source whose row is next is the first; each comes before the two below it (a binary heap).
  const heap: Source<Row>[] = [];
  const sink = (from: number): void => {
    for (let at = from, child = 2 * at + 1; child < heap.length; at = child, child = 2 * at + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (!isBefore(heap[child], heap[at])) return;
      [heap[at], heap[child]] = [heap[child], heap[at]];
    }
  };
  try {
    for (const [place, rows] of all.entries()) {
      const { done, value } = rows.next();
      if (!done) heap.push({ place, rows, row: value });
    }
    for (let at = heap.length >> 1; at >= 0; at--) sink(at);
    while (heap.length > 0) {
      yield heap[0].row;
      const { done, value } = heap[0].rows.next();
      if (!done) heap[0].row = value;
      else if (heap.length === 1) heap.pop();
      else heap[0] = heap.pop()!;
      sink(0);
    }
  } finally {
    for (const source of all) source.return?.();
  }
}
