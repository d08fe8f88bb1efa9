import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Sqlite from "node:sqlite";
import { zipSync } from "fflate";
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";

/** Cells by column, as a program holds them. */
export type Cells = Readonly<Record<string, readonly (string | number | boolean | Date | null)[]>>;

const names = (cells: Cells): string[] => Object.keys(cells);
const length = (cells: Cells): number => cells[names(cells)[0]].length;

const isDay = (cell: unknown): boolean => !(cell instanceof Date) || cell.getTime() % 86_400_000 === 0;

/** Cells with their dates as pandas writes them into CSV: days, or days and times for the whole column. */
function written(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([name, column]) => {
      const days = column.every(isDay);
      return [
        name,
        column.map((cell) =>
          cell instanceof Date
            ? cell
                .toISOString()
                .slice(0, days ? 10 : 19)
                .replace("T", " ")
            : cell,
        ),
      ];
    }),
  );
}

/** The CSV file of the cells. */
export function csvFile(given: Cells): Uint8Array {
  const cells = written(given);
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = Array.from({ length: length(cells) }, (_, r) =>
    names(cells)
      .map((name) => quoted(String(cells[name][r] ?? "")))
      .join(","),
  );
  return new TextEncoder().encode(`${[names(cells).map(quoted).join(","), ...rows].join("\n")}\n`);
}

function records(given: Cells): Record<string, unknown>[] {
  const cells = written(given);
  return Array.from({ length: length(cells) }, (_, r) =>
    Object.fromEntries(names(cells).map((name) => [name, cells[name][r]])),
  );
}

export const jsonFile = (cells: Cells): Uint8Array => new TextEncoder().encode(JSON.stringify(records(cells), null, 2));

export const jsonLinesFile = (cells: Cells): Uint8Array =>
  new TextEncoder().encode(
    records(cells)
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(""),
  );

export function parquetFile(cells: Cells, rowGroupSize?: number): Uint8Array {
  const columnData = names(cells).map((name): ColumnSource => {
    const data = [...cells[name]];
    const type = data.some((cell) => cell instanceof Date)
      ? ("TIMESTAMP" as const)
      : data.every((cell) => typeof cell === "number" || cell === null)
        ? ("DOUBLE" as const)
        : undefined;
    return { name, data, ...(type ? { type } : {}) };
  });
  // The writer takes times for instants; most programs write wall clocks.
  const schema = [
    { name: "root", num_children: columnData.length },
    ...columnData.map(({ name, type, data }) =>
      type === "TIMESTAMP"
        ? {
            name,
            type: "INT64" as const,
            repetition_type: "OPTIONAL" as const,
            logical_type: { type: "TIMESTAMP" as const, isAdjustedToUTC: false, unit: "MILLIS" as const },
          }
        : type === "DOUBLE"
          ? { name, type: "DOUBLE" as const, repetition_type: "OPTIONAL" as const }
          : typeof data[0] === "boolean"
            ? { name, type: "BOOLEAN" as const, repetition_type: "OPTIONAL" as const }
            : {
                name,
                type: "BYTE_ARRAY" as const,
                converted_type: "UTF8" as const,
                repetition_type: "OPTIONAL" as const,
              },
    ),
  ];
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columnData.map(({ name, data }) => ({ name, data })),
      schema,
      ...(rowGroupSize === undefined ? {} : { rowGroupSize }),
    }),
  );
}

/** A database with that table, and others. */
export function sqliteFile(given: Cells, ...more: readonly string[]): Uint8Array {
  const cells = written(given);
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite") as typeof Sqlite;
  const folder = mkdtempSync(join(tmpdir(), "kpi-sqlite-"));
  try {
    const path = join(folder, "data.db");
    const database = new DatabaseSync(path);
    for (const sql of more) database.exec(sql);
    const types = names(cells).map((name) =>
      typeof cells[name].find((cell) => cell !== null) === "number" ? "REAL" : "TEXT",
    );
    database.exec(
      `CREATE TABLE data (${names(cells)
        .map((name, c) => `"${name}" ${types[c]}`)
        .join(", ")})`,
    );
    const insert = database.prepare(
      `INSERT INTO data VALUES (${names(cells)
        .map(() => "?")
        .join(", ")})`,
    );
    database.exec("BEGIN");
    for (let r = 0; r < length(cells); r++)
      insert.run(
        ...names(cells).map((name) => {
          const cell = cells[name][r];
          return typeof cell === "boolean" ? String(cell) : (cell as string | number | null);
        }),
      );
    database.exec("COMMIT");
    database.close();
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A cell of a sheet with its style: 0 plain, 1 date, 2 date and time, 3 percent, 4 duration. */
export interface SheetCell {
  readonly value: string | number | boolean | null;
  readonly style?: number;
}

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | string | number | boolean | Date | null)[])[];
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

/** Days since 1900 as Excel counts them. */
export const serial = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A workbook; rows without cells are left out of it, as Excel does. */
export function workbook(...sheets: readonly WrittenSheet[]): Uint8Array {
  const strings: string[] = [];
  const encoder = new TextEncoder();
  const sheetXml = ({ rows, merged = [] }: WrittenSheet): string => {
    const body = rows.map((cells, r) => {
      if (cells.length === 0) return "";
      const inner = cells.map((cell, c) => {
        const reference = `${letters(c)}${r + 1}`;
        const asked = cell !== null && typeof cell === "object" && !(cell instanceof Date) ? cell : { value: cell };
        const { value } = asked;
        if (value === null) return "";
        if (value instanceof Date)
          return `<c r="${reference}" s="${value.getTime() % 86_400_000 === 0 ? 1 : 2}"><v>${serial(value)}</v></c>`;
        if (typeof value === "string") return `<c r="${reference}" t="s"><v>${strings.push(value) - 1}</v></c>`;
        if (typeof value === "boolean") return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
        return `<c r="${reference}"${"style" in asked ? ` s="${asked.style}"` : ""}><v>${value}</v></c>`;
      });
      return `<row r="${r + 1}">${inner.join("")}</row>`;
    });
    const merges = merged.length
      ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      : "";
    return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join("")}</sheetData>${merges}</worksheet>`;
  };
  const files: Record<string, Uint8Array> = {};
  sheets.forEach((sheet, i) => (files[`xl/worksheets/sheet${i + 1}.xml`] = encoder.encode(sheetXml(sheet))));
  files["[Content_Types].xml"] = encoder.encode("<Types/>");
  files["xl/workbook.xml"] = encoder.encode(
    `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
  );
  files["xl/_rels/workbook.xml.rels"] = encoder.encode(
    `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
  );
  files["xl/styles.xml"] = encoder.encode(
    '<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>',
  );
  files["xl/sharedStrings.xml"] = encoder.encode(
    `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
  );
  return zipSync(files);
}

export const xlsxFile = (cells: Cells): Uint8Array =>
  workbook({
    name: "Sheet1",
    rows: [
      names(cells),
      ...Array.from({ length: length(cells) }, (_, r) =>
        names(cells).map((name) => {
          const cell = cells[name][r];
          return cell instanceof Date ? { value: serial(cell), style: cells[name].every(isDay) ? 1 : 2 } : cell;
        }),
      ),
    ],
  });
