import { describe, expect, it } from "vitest";
import {
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
