import { InputError } from "../../errors.js";
import { cellText, sourceColumn, type SourceColumn, type SourceTable } from "./source-columns.js";
import { MOST_COLUMNS, tooManyColumns } from "./source-layout.js";
import { csvCell, sourceTable } from "./source-table.js";

/** Cells that a table may have in any case, and the share of them that must hold something beyond that. */
const FREE_CELLS = 20_000_000;
const LEAST_FILLED = 0.05;

/** Collects records, objects with names, as columns: all names that occur, in the order in which they first do. */
export class RecordColumns {
  readonly #columns = new Map<string, unknown[]>();
  readonly #lines: number[] = [];
  #cells = 0;

  /** Number of records. */
  get records(): number {
    return this.#lines.length;
  }

  /** Adds a record; objects in it are taken apart, one level deep. */
  add(record: Readonly<Record<string, unknown>>, line: number): void {
    for (const name of Object.keys(record)) {
      const value = record[name];
      if (isPlainObject(value)) {
        const inner = Object.keys(value);
        for (const each of inner) this.#put(`${name}.${each}`, value[each]);
      } else this.#put(name, value);
    }
    this.#lines.push(line);
  }

  #put(name: string, value: unknown): void {
    let cells = this.#columns.get(name);
    if (!cells) {
      if (this.#columns.size >= MOST_COLUMNS) throw tooManyColumns(this.#columns.size + 1);
      this.#columns.set(name, (cells = []));
    }
    while (cells.length < this.#lines.length && cells.length + 1000 > this.#lines.length) cells.push(null);
    cells[this.#lines.length] = value;
    this.#cells++;
  }

  /** Everything added. @throws InputError `file_too_large` where almost all cells would be empty */
  table(): SourceTable {
    const records = this.records;
    const all = records * this.#columns.size;
    if (all > FREE_CELLS && this.#cells < all * LEAST_FILLED)
      throw new InputError("too_many_names", { names: this.#columns.size });
    return sourceTable(this.columns(), records, Uint32Array.from(this.#lines));
  }

  /** Its columns, which are given up here. */
  columns(): SourceColumn[] {
    return [...this.#columns].map(([name, cells]) => {
      cells.length = this.records;
      this.#columns.delete(name);
      return sourceColumn(name, cells);
    });
  }

  /** A record that is a list, as a line of CSV. */
  static line(record: readonly unknown[]): string {
    if (record.length > MOST_COLUMNS) throw tooManyColumns(record.length);
    return record.map((cell) => csvCell(cellText(cell).replace(/[\r\n]+/g, " "))).join(",");
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
