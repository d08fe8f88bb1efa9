import { describe, expect, it } from "vitest";
import { noCheckpoint } from "../../kernel-lib/src/numeric/checkpoint.js";
import { allRows, gathered, rowsOf } from "../../kernel-lib/src/numeric/row-source.js";
import { pausingScaler } from "../../kernel-lib/src/numeric/scaling/robust-scaler.js";

describe("rows that are made when they are asked for", () => {
  const columns = 3;
  const values = Float64Array.from({ length: 3 * 40 }, (_, i) => Math.sin(i) * 10 ** (i % 3));

  it("are those of the matrix", () => {
    const source = rowsOf(values, columns);
    expect(source.rows).toBe(40);
    expect(allRows(source)).toEqual(values);
    const two = new Float64Array(6);
    source.copy(7, two);
    expect(two).toEqual(values.slice(21, 27));
    expect(gathered(source, Int32Array.of(39, 0))).toEqual(
      Float64Array.of(...values.slice(117), ...values.slice(0, 3)),
    );
  });

  it("are scaled as the whole matrix is, to the byte", async () => {
    const scale = await pausingScaler(values, columns, noCheckpoint);
    const scaled = await scale(values, noCheckpoint);
    const source = scale.rows(values);
    expect(allRows(source)).toEqual(scaled);
    expect(gathered(source, Int32Array.of(5))).toEqual(scaled.slice(15, 18));
  });
});
