import * as arrow from "apache-arrow";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableFromArrow } from "../../kernel-lib/src/adapters/table-from-arrow.js";
import { tableFromColumns } from "../../kernel-lib/src/adapters/table-from-columns.js";
import { tableFromObjects } from "../../kernel-lib/src/adapters/table-from-objects.js";
import { featureRows, pointScores } from "../../kernel-lib/src/adapters/feature-rows.js";
import { reportToColumns, tableToColumns, tableToObjects } from "../../kernel-lib/src/adapters/table-to-columns.js";
import { kpiNames } from "../../kernel-lib/src/table.js";
import { salesReport } from "../plots/hand-made-report.js";

const days = Array.from({ length: 30 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)));
const sales = Float64Array.from({ length: 30 }, (_, i) => 100 + i / 3);
const shop = days.map((_, i) => (i % 2 ? 'North, "old"' : "South"));

describe("tables from memory", () => {
  test("objects become a table with its dates, KPIs and text found", () => {
    const table = tableFromObjects(days.map((date, i) => ({ date, sales: sales[i], shop: shop[i] })));
    expect(table.time!.columns).toEqual(["date"]);
    expect([...table.time!.values]).toEqual(days.map(Number));
    expect(kpiNames(table)).toEqual(["sales"]);
    expect(table.source.file).toBe("memory");
    expect(tableToObjects(table)).toEqual(days.map((date, i) => ({ date, sales: sales[i], shop: shop[i] })));
  });

  test("a name that an object lacks, null and NaN are missing", () => {
    const table = tableFromObjects([
      { a: 1 },
      { a: null, b: 2 },
      { a: NaN, b: 3 },
      { a: 4, b: undefined },
      { a: 5, b: 6 },
    ]);
    expect(tableToColumns(table)).toEqual({
      a: Float64Array.of(1, NaN, NaN, 4, 5),
      b: Float64Array.of(NaN, 2, 3, NaN, 6),
    });
  });

  test("columns keep every digit there and back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 3, maxLength: 40 }),
        (list) => {
          const values = Float64Array.from([0.1, 1 / 3, ...list]);
          expect(tableToColumns(tableFromColumns({ kpi: values }, { kpis: ["kpi"] })).kpi).toEqual(
            values.map((value) => value + 0),
          );
        },
      ),
    );
  });

  test("columns of different length are refused", () => {
    expect(() => tableFromColumns({ a: [1, 2], b: [1] })).toThrow('Column "b" holds 1 cells, "a" 2');
    expect(() => tableFromObjects([])).toThrow();
  });
});

describe("Apache Arrow", () => {
  test("a table of apache-arrow goes in, timestamps as dates", () => {
    const made = new arrow.Table({
      when: arrow.vectorFromArray(days, new arrow.TimestampMillisecond()),
      sales: arrow.makeVector(sales),
      shop: arrow.vectorFromArray(shop),
    });
    const table = tableFromArrow(made);
    expect([...table.time!.values]).toEqual(days.map(Number));
    expect(tableToColumns(table)).toMatchObject({ sales, shop });
  });

  test("columns of a table and of a report make Arrow tables", () => {
    const table = tableFromColumns({ date: days, sales, shop });
    const back = tableFromArrow(arrow.tableFromArrays(tableToColumns(table)));
    expect(tableToColumns(back)).toEqual(tableToColumns(table));
    const report = arrow.tableFromArrays(reportToColumns(salesReport()));
    expect(report.numRows).toBe(180);
    expect([...(report.getChild("flag") as Iterable<unknown>)].filter(Boolean)).toHaveLength(3);
  });
});

describe("features for another library", () => {
  const features = { names: ["a", "b"], points: Uint32Array.of(1, 2, 4), values: Float64Array.of(1, 10, 2, 20, 3, 30) };

  test("rows hold the numbers of the matrix, scaled when asked for", () => {
    expect(featureRows(features)).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
    expect(featureRows(features, { scaled: true })).toEqual([
      [-1, -1],
      [0, 0],
      [1, 1],
    ]);
  });

  test("scores of rows find back to their points", () => {
    expect(pointScores(features, [7, 8, 9], 6)).toEqual(Float64Array.of(NaN, 7, 8, NaN, 9, NaN));
  });
});
