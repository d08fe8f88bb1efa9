import { expect, test } from "vitest";
import { columnNamed, type NumberColumn, type Table } from "../kernel-lib/src/table.js";
import { tableFromColumns } from "../kernel-lib/src/index.js";

const table = tableFromColumns({
  date: ["2024-01-01", "2024-01-02", "2024-01-03"],
  sales: [1, 2, 3],
  price: [4, 5, 6],
});

test("a column is known by its name; of one that is not there it is said which there are", () => {
  expect((columnNamed(table, "price") as NumberColumn).values).toEqual(new Float64Array([4, 5, 6]));
  expect(columnNamed(table, "sales")).toBe(table.columns.find(({ name }) => name === "sales"));
  expect(() => columnNamed(table, "profit")).toThrow(expect.objectContaining({ code: "column_not_found" }));
});

test("of columns of one name it is the first, and each of many thousands takes no look at all others", () => {
  const [column] = table.columns.filter(({ name }) => name === "sales");
  const wide: Table = {
    ...table,
    columns: Array.from({ length: 50_000 }, (_, k) => ({ ...column, name: `kpi_${k % 40_000}` })),
  };
  for (let k = 0; k < 40_000; k++) expect(columnNamed(wide, `kpi_${k}`) === wide.columns[k]).toBe(true);
});
