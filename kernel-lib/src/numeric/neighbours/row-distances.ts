import { cholesky, choleskySolve } from "../linear-algebra/cholesky.js";

/** How far each row lies from the centre, given how columns go together. */
export interface RowDistances {
  /** Squared Mahalanobis distance over the columns known in the row; NaN where the first column is not known. */
  readonly squares: Float64Array;
  /** Columns known in each row. */
  readonly known: Uint16Array;
  /** The parts that each column has in the squared distance of a row; they add up to it. 0 for unknown columns. */
  parts(row: number): Float64Array;
}

/**
 * Squared Mahalanobis distances of rows of standardised columns (Mahalanobis 1936), over whatever is known in a row. A
 * column's part is x · (C⁻¹ x): exact, and negative where a column speaks against the deviation of the others.
 * O(rows × columns²) plus a factorisation for each pattern of missing columns.
 */
export function rowDistances(columns: readonly Float64Array[], correlation: Float64Array): RowDistances {
  const size = columns.length;
  const rows = columns[0]?.length ?? 0;
  const factors = new Map<string, Factor | null>();
  const complete = factorise(
    correlation,
    size,
    columns.map((_, column) => column),
  );
  const factorOf = (row: number): Factor | null => {
    if (columns.every((column) => !Number.isNaN(column[row]))) return complete;
    const places = columns.map((_, column) => column).filter((column) => !Number.isNaN(columns[column][row]));
    const name = places.join();
    if (!factors.has(name)) factors.set(name, factorise(correlation, size, places));
    return factors.get(name)!;
  };
  const parts = (row: number): Float64Array => {
    const found = new Float64Array(size);
    const factor = factorOf(row);
    if (!factor) return found;
    const x = Float64Array.from(factor.places, (column) => columns[column][row]);
    const solved = choleskySolve(factor.lower, x.length, x);
    factor.places.forEach((column, k) => (found[column] = x[k] * solved[k]));
    return found;
  };
  const squares = new Float64Array(rows).fill(NaN);
  const known = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(columns[0][row])) continue;
    known[row] = factorOf(row)?.places.length ?? 0;
    squares[row] = Math.max(
      0,
      parts(row).reduce((sum, part) => sum + part, 0),
    );
  }
  return { squares, known, parts };
}

interface Factor {
  readonly places: readonly number[];
  readonly lower: Float64Array;
}

function factorise(correlation: Float64Array, size: number, places: readonly number[]): Factor | null {
  const matrix = Float64Array.from(
    { length: places.length * places.length },
    (_, k) => correlation[places[Math.floor(k / places.length)] * size + places[k % places.length]],
  );
  const lower = cholesky(matrix, places.length);
  return lower && { places, lower };
}
