import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecordScanner } from "../../../kernel-lib/src/io/text/record-scanner.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function scan(text: string, delimiter: string): string[][] {
  const scanner = new RecordScanner(bytes(text), { delimiter: delimiter.charCodeAt(0), comments: false });
  const rows: string[][] = [];
  while (scanner.next()) rows.push(scanner.row());
  return rows;
}

/** csv-parse on the same text, without the lines that hold nothing. */
function oracle(text: string, delimiter: string): string[][] {
  const rows = parse(text, {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
  });
  return rows.filter((row) => row.some((cell) => !/^[ \t,;|]*$/.test(cell)));
}

const delimiter = fc.constantFrom(",", ";", "\t", "|");
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
const letters = fc.string({ unit: fc.constantFrom(..."ab1.- éß日", '"', ",", ";", "|", "\n", "\r\n"), maxLength: 6 });

/** A cell as it must be written to come back: quoted where it has to be, and sometimes where it need not be. */
function written(cell: string, quoted: boolean): string {
  return quoted || /[",;|\t\r\n]/.test(cell) || cell.startsWith(" ") ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe("the byte scanner", () => {
  test("gives the cells that were written, and the same as csv-parse", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(letters, fc.boolean()), { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        delimiter,
        lineEnd,
        fc.boolean(),
        (rows, separator, end, last) => {
          const text =
            rows.map((row) => row.map(([cell, quoted]) => written(cell, quoted)).join(separator)).join(end) +
            (last ? end : "");
          const cells = rows
            .map((row) => row.map(([cell]) => cell))
            .filter((row) => row.some((cell) => !/^[ \t,;|]*$/.test(cell)));
          expect(scan(text, separator)).toEqual(cells);
          expect(scan(text, separator)).toEqual(oracle(text, separator));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("agrees with csv-parse on text without stray quotes, whatever stands in it", () => {
    const line = fc.array(fc.string({ unit: fc.constantFrom(..."ab12.- ,;|\t'#/é"), maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), delimiter, lineEnd, (rows, separator, end) => {
        const text = rows.map((row) => row.join(separator)).join(end);
        expect(scan(text, separator)).toEqual(oracle(text, separator));
      }),
      { numRuns: 500 },
    );
  });

  test("numbers the lines through quoted line breaks", () => {
    const scanner = new RecordScanner(bytes('a,b\n"x\ny\r\nz",1\nc,2\n\n"q""\n",3\nd,4'), {
      delimiter: 44,
      comments: true,
    });
    const lines: number[] = [];
    while (scanner.next()) lines.push(scanner.line);
    expect(lines).toEqual([1, 2, 5, 7, 9]);
  });

  test("a quote that is never closed takes nothing but its own cell", () => {
    const scanner = new RecordScanner(bytes('a,"b\nc,"d"\ne,f "g" h\ni,"j'), { delimiter: 44, comments: true });
    const rows: string[][] = [];
    while (scanner.next()) rows.push(scanner.row());
    expect(rows).toEqual([
      ["a", '"b'],
      ["c", "d"],
      ["e", 'f "g" h'],
      ["i", '"j'],
    ]);
    expect(scanner.unclosedQuotes).toEqual([1, 4]);
  });
});

describe("the fast path", () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(2)),
    fc.integer().map(String),
    fc.constantFrom(
      "",
      "NA",
      "-0",
      "007",
      "1,5",
      "5.",
      ".5",
      "+3",
      " 4 ",
      "12%",
      "x",
      "99999999999999999",
      "0.1234567890123456789",
      "1e400",
    ),
  );

  /** The same cells, once plain and once quoted, which the fast path leaves to the scanner. */
  test("reads the same values as the slow one", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 30, maxLength: 60 }), lineEnd, (rows, end) => {
        const date = (i: number): string => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
        const plain = ["date;a;b", ...rows.map(([a, b], i) => `${date(i)};${a};${b}`)].join(end) + end;
        const quoted = ["date;a;b", ...rows.map(([a, b], i) => `"${date(i)}";"${a}";"${b}"`)].join(end) + end;
        const options = { kpis: ["a", "b"], decimal: "." } as const;
        const read = (text: string): unknown => {
          try {
            const table = readTable(text, options);
            return { columns: table.columns, time: table.time, lines: table.lines, warnings: table.warnings };
          } catch (error) {
            return (error as Error).message;
          }
        };
        expect(read(plain)).toEqual(read(quoted));
      }),
      { numRuns: 60 },
    );
  });
});
