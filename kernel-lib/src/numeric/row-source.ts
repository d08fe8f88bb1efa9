/** Rows of numbers that are made when they are asked for, so that a long matrix need not be held once more. */
export interface RowSource {
  readonly rows: number;
  readonly columns: number;
  /** Fills `target` with rows, one after the other, from the `first` on. */
  copy(first: number, target: Float64Array): void;
  /** Fills `target` with the rows of these numbers. */
  gather(rows: ArrayLike<number>, target: Float64Array): void;
}

/** The rows of a row-major matrix. */
export function rowsOf(values: Float64Array, columns: number): RowSource {
  return {
    rows: values.length / columns,
    columns,
    copy: (first, target) => target.set(values.subarray(first * columns, first * columns + target.length)),
    gather: (rows, target) => {
      for (let k = 0, to = 0; k < rows.length; k++) {
        const from = rows[k] * columns;
        for (let c = 0; c < columns; c++) target[to++] = values[from + c];
      }
    },
  };
}

/** All rows, side by side. */
export function allRows(source: RowSource): Float64Array {
  const values = new Float64Array(source.rows * source.columns);
  source.copy(0, values);
  return values;
}

/** The rows of these numbers, side by side. */
export function gathered(source: RowSource, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length * source.columns);
  source.gather(rows, values);
  return values;
}
