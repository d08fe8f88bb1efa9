import fc from "fast-check";
import { expect, test } from "vitest";
import { tableFromColumns } from "../../../kernel-lib/src/door.js";
import { sourceColumn } from "../../../kernel-lib/src/io/columns/source-columns.js";
import { sourceTable } from "../../../kernel-lib/src/io/columns/source-table.js";
import { readSourceTable } from "../../../kernel-lib/src/io/read-table.js";

/** Decimals as JavaScript writes them; numbers with an exponent tell none. */
function decimalsOf(value: number): number {
  const text = String(value);
  return text.includes("e") || !text.includes(".") ? 0 : text.length - text.indexOf(".") - 1;
}

const number = fc.oneof(
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.tuple(fc.integer(), fc.integer({ min: 0, max: 9 })).map(([digits, places]) => digits / Number(`1e${places}`)),
  fc.constantFrom(0.1, 0.001, 1e-6, 0.0012345678901234567, 4_503_599_627_370_495.5, 33_049.135833977605),
);

test("a column has as many decimals as the longest of its numbers", () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 3, maxLength: 12 }), (values) => {
      const date = values.map((_, i) => new Date(Date.UTC(2024, 0, 1 + i)));
      const { columns } = tableFromColumns({ date, values });
      expect(columns.find(({ name }) => name === "values")).toMatchObject({
        decimals: Math.max(...values.map(decimalsOf)),
      });
    }),
    { numRuns: 2000, seed: 20_261_130 },
  );
});

test("what is read from columns does not change them", () => {
  const day = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)));
  const cells = day.map((_, i) => (i === 3 ? -0 : i === 7 ? -999 : i / 2));
  const [date, values] = [sourceColumn("day", day), sourceColumn("values", cells)];
  const table = readSourceTable(sourceTable([date, values], 40), { file: "memory", missing: ["-999"] });
  expect(table.columns[1]).toMatchObject({
    values: Float64Array.from(cells, (cell, i) => (i === 7 ? NaN : i === 3 ? 0 : cell)),
  });
  expect(values).toMatchObject({ values: Float64Array.from(cells) });
});
