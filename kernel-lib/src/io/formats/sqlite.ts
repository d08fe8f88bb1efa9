import { InputError } from "../../errors.js";
import { sourceColumn } from "../columns/source-columns.js";
import { MOST_COLUMNS, tooManyColumns } from "../columns/source-layout.js";
import { sourceTable } from "../columns/source-table.js";
import { cellKind } from "../text/cell-kind.js";
import { columnTypes } from "../text/layout.js";
import { chosenSheet, damaged, type Format } from "./format.js";
import { columnsOfTable } from "./sqlite/table-columns.js";
import { SqlitePages, type SqliteValue } from "./sqlite/pages.js";

const MAGIC = "SQLite format 3\0";
/** Rows of a table that are looked at to choose among tables. */
const LOOKED_AT = 100;
/** Page on which the list of tables begins. */
const SCHEMA = 1;

/** One table of a database file. Views, virtual tables and tables without row numbers are not read. */
export const sqlite: Format = {
  name: "sqlite",
  called: { en: "an SQLite database", de: "eine SQLite-Datenbank" },
  endings: ["sqlite", "sqlite3", "db", "db3"],
  hasLines: false,
  typed: true,
  isIn: (bytes) => new TextDecoder().decode(bytes.subarray(0, 16)) === MAGIC,
  open: (bytes, { sheet: told, signal }) => {
    try {
      const pages = new SqlitePages(bytes);
      const tables = tablesOf(pages);
      if (tables.length === 0) throw new InputError("no_table_with_rows", {});
      const names = tables.map(({ name }) => name);
      const best = told === undefined && tables.length > 1 ? bestTable(pages, tables) : 0;
      const chosen = chosenSheet("table", names, told, names[best]);
      const table = tables[names.indexOf(chosen.name)];
      const { columns, rowNumber } = columnsOfTable(table.sql);
      if (columns.length > MOST_COLUMNS) throw tooManyColumns(columns.length);
      const cells: SqliteValue[][] = columns.map(() => []);
      let records = 0;
      for (const { id, values } of pages.rows(table.root)) {
        if ((++records & 0xfff) === 0) signal?.throwIfAborted();
        for (let c = 0; c < columns.length; c++) cells[c].push(c === rowNumber ? id : (values[c] ?? null));
      }
      const source = sourceTable(
        columns.map((name, c) => sourceColumn(name, cells[c])),
        records,
      );
      return { kind: "columns", source, sheet: chosen };
    } catch (error) {
      if (error instanceof InputError || signal?.aborted) throw error;
      throw damaged(sqlite, error);
    }
  },
};

interface SqliteTable {
  readonly name: string;
  readonly root: number;
  readonly sql: string;
}

function tablesOf(pages: SqlitePages): SqliteTable[] {
  const tables: SqliteTable[] = [];
  for (const { values } of pages.rows(SCHEMA)) {
    const [type, name, , root, sql] = values;
    if (type !== "table" || typeof name !== "string" || typeof sql !== "string") continue;
    if (/^sqlite_/.test(name) || Number(root) < 1 || /\bWITHOUT\s+ROWID\b/i.test(sql.slice(-200))) continue;
    tables.push({ name, root: Number(root), sql });
  }
  return tables;
}

/** The table with dates and numbers, the one with most rows among equals. */
function bestTable(pages: SqlitePages, tables: readonly SqliteTable[]): number {
  const worth = tables.map(({ root }) => {
    const first: string[][] = [];
    for (const { values } of pages.rows(root)) {
      first.push(values.map((value) => String(value ?? "")));
      if (first.length >= LOOKED_AT) break;
    }
    const types = columnTypes(
      first.map((cells) => cells.map(cellKind)),
      Math.max(0, ...first.map(({ length }) => length)),
    );
    const told = first.length < 3 ? 0 : (types.includes("date") ? 2 : 0) + (types.includes("number") ? 1 : 0);
    return told * 1e12 + pages.count(root);
  });
  return worth.indexOf(Math.max(...worth));
}
