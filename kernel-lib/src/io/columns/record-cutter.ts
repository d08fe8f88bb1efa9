import { PIECE, recordKernels, type RecordKernels } from "../../numeric/wasm/record-kernels.js";
import { LOWER, POWERS, UPPER } from "../numbers/long-decimal.js";

/** Addresses, as in assembly/records.ts. */
const place = {
  marks: 1024,
  decimals: 1280,
  powers: 2048,
  upper: 2304,
  lower: 2560,
  reached: 3072,
  orders: 3200,
  values: 131_072,
  cells: 393_216,
} as const;

/** Columns that marks have room for. */
const MOST_COLUMNS = 256;
/** Cells of one piece that there is room for. */
const MOST_CELLS = 32_768;
/** Bytes of the first piece: small, where plain records may be few. */
const FIRST_PIECE = 1 << 12;
/** Digits that are looked at together. */
const TOGETHER = 16;
/**
 * For each number of whole digits and of all digits, where the digits stand that make a number of 16: to the right end of it and
 * without the mark.
 */
const ORDERS = Uint8Array.from({ length: (TOGETHER + 1) * (TOGETHER + 1) * TOGETHER }, (_, i) => {
  const whole = Math.floor(i / TOGETHER / (TOGETHER + 1));
  const digits = Math.floor(i / TOGETHER) % (TOGETHER + 1);
  const digit = (i % TOGETHER) - (TOGETHER - digits);
  return digit < 0 ? 255 : digit < whole ? digit : digit + 1;
});

/** What takes the cells that are no plain numbers. */
export interface OddCells {
  add(bytes: Uint8Array, start: number, end: number, record: number): void;
}

/** Cuts plain records with WebAssembly: the twin of the loop in `PlainRecords`, cell for cell. */
export class RecordCutter {
  /** Byte behind the last record that was cut. */
  position = 0;
  /** The text, or the piece of it that records are cut from. */
  text: Uint8Array;
  readonly #kernels: RecordKernels;
  readonly #delimiter: number;
  readonly #columns: readonly (Float64Array | null)[];
  readonly #collectors: readonly OddCells[];
  readonly #most: number;
  readonly #told: Int32Array;
  readonly #values: Float64Array;
  readonly #cells: Uint32Array;
  readonly #decimals: Uint8Array;
  #piece: number = FIRST_PIECE;

  private constructor(
    kernels: RecordKernels,
    text: Uint8Array,
    delimiter: number,
    columns: readonly (Float64Array | null)[],
    marks: Uint8Array,
    collectors: readonly OddCells[],
  ) {
    const { buffer } = kernels.piece;
    this.#kernels = kernels;
    this.text = text;
    this.#delimiter = delimiter;
    this.#columns = columns;
    this.#collectors = collectors;
    this.#most = Math.floor(MOST_CELLS / columns.length);
    this.#told = new Int32Array(buffer, place.reached, 2);
    this.#values = new Float64Array(buffer, place.values, MOST_CELLS);
    this.#cells = new Uint32Array(buffer, place.cells, MOST_CELLS * 3);
    this.#decimals = new Uint8Array(buffer, place.decimals, MOST_COLUMNS);
    new Uint8Array(buffer, place.marks, MOST_COLUMNS).set(marks);
    for (const [table, at] of [
      [POWERS, place.powers],
      [UPPER, place.upper],
      [LOWER, place.lower],
    ] as const)
      new Float64Array(buffer, at, table.length).set(table);
    new Uint8Array(buffer, place.orders, ORDERS.length).set(ORDERS);
  }

  /**
   * A cutter of its own for each pass, so that no state is left; null where there is no WebAssembly, and for a file too small to
   * be worth it or with too many columns.
   *
   * @param columns where the numbers of a column go; null for a column that is not of numbers
   * @param marks their decimal marks
   * @param size bytes of the whole text
   */
  static of(
    text: Uint8Array,
    delimiter: number,
    columns: readonly (Float64Array | null)[],
    marks: Uint8Array,
    collectors: readonly OddCells[],
    size: number,
  ): RecordCutter | null {
    if (columns.length > MOST_COLUMNS) return null;
    const kernels = recordKernels(size);
    return kernels && new RecordCutter(kernels, text, delimiter, columns, marks, collectors);
  }

  /**
   * Cuts as many plain records as follow each other within one piece from `position`, at most up to record `limit` and byte `end`;
   * gives the next record number.
   */
  read(record: number, limit: number, end: number): number {
    const length = Math.min(this.#piece, end - this.position);
    const most = Math.min(this.#most, limit - record);
    const columns = this.#columns.length;
    this.#kernels.piece.set(this.text.subarray(this.position, this.position + length));
    const records = this.#kernels.cut(length, columns, this.#delimiter, most);
    const [reached, told] = this.#told;
    if (records === 0) {
      this.#piece = FIRST_PIECE;
      return record;
    }
    this.#piece = Math.min(PIECE, this.#piece * 2);
    this.#columns.forEach((column, c) => column?.set(this.#values.subarray(c * most, c * most + records), record));
    const cells = this.#cells;
    for (let i = 0; i < told * 3; i += 3) {
      const cell = cells[i];
      this.#collectors[cell & 255].add(
        this.text,
        this.position + cells[i + 1],
        this.position + cells[i + 2],
        record + (cell >>> 8),
      );
    }
    this.position += reached;
    return record + records;
  }

  /** Most digits behind the mark in a column. */
  decimals(column: number): number {
    return this.#decimals[column];
  }
}
