import { describe, expect, it } from "vitest";
import {
  addColumns,
  columnByRow,
  columnOf,
  fillColumn,
  rowsOfColumns,
  type EvidenceColumn,
} from "../../../kernel-lib/src/decide/evidence/evidence-column.js";

const values = Float64Array.of(-2, 0, Math.E - 1, NaN);
const filled = (column: EvidenceColumn): number[] => {
  const out = new Float64Array(values.length).fill(9);
  fillColumn(column, out);
  return [...out];
};

describe("a column of evidence", () => {
  it("counts as the logarithm of what is above 0, or as it is", () => {
    expect(filled(columnOf("sum", values))).toEqual([0, 0, 1, 0]);
    expect(filled(columnByRow("alone", false, values, (own, row) => own[row]))).toEqual([...values]);
  });

  it("is the same by row as it is whole, also where a row hangs on the others", () => {
    const running: EvidenceColumn = {
      name: "running",
      isLogarithm: true,
      fill: (out) => out.forEach((_, i) => (out[i] = i === 0 ? 1 : out[i - 1] + 1)),
    };
    const columns = [columnOf("sum", values), columnByRow("alone", false, 3, (times, row) => times * row - 1), running];
    const rows = rowsOfColumns(columns, [3, 0, 2], values.length);
    for (const column of columns)
      expect([...rows.get(column.name)!]).toEqual([3, 0, 2].map((row) => [row, filled(column)[row]]));
  });

  it.each([5000, 70_000])("is added strip by strip as it is whole (%i rows)", (rows) => {
    const whole: EvidenceColumn = { name: "whole", isLogarithm: true, fill: (out) => out.fill(0.3) };
    const some = Float64Array.from({ length: rows }, (_, i) => Math.sin(i));
    const columns = [
      columnOf("a", some),
      columnByRow("b", false, rows, (all, row) => row / all),
      whole,
      columnOf("c", some),
    ];
    const weights = [0.7, -0.2, 0.5, 0.1];
    const added = new Float64Array(rows);
    addColumns(columns, weights, added);
    const sum = new Float64Array(rows);
    const out = new Float64Array(rows);
    columns.forEach((column, k) => {
      fillColumn(column, out);
      for (let i = 0; i < rows; i++) sum[i] += weights[k] * out[i];
    });
    const farthest = added.reduce((most, value, i) => Math.max(most, Math.abs(value - sum[i])), 0);
    expect(farthest).toBeLessThanOrEqual(rows > 60_000 ? 1e-15 : 0);
  });

  it("is not made where no row is asked for", () => {
    const untouched: EvidenceColumn = {
      name: "untouched",
      isLogarithm: false,
      fill: () => {
        throw new Error("made");
      },
    };
    expect(rowsOfColumns([untouched], [], 4).get("untouched")?.size).toBe(0);
  });
});
