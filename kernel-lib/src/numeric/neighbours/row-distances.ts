import { cholesky, choleskySolveInPlace } from "../linear-algebra/cholesky.js";

/** How far each row lies from the centre, given how columns go together. */
export interface RowDistances {
  /** Squared Mahalanobis distance over the columns known in the row; NaN where the first column is not known. */
  readonly squares: Float64Array;
  /** Columns known in each row. */
  readonly known: Uint16Array;
  /** The part that the first column has in the squared distance. */
  readonly own: Float64Array;
  /** The parts that each column has in the squared distance of a row; they add up to it. 0 for unknown columns. */
  parts(row: number): Float64Array;
}

/**
 * Squared Mahalanobis distances of rows of standardised columns (Mahalanobis 1936), over whatever is known in a row. A
 * column's part is x · (C⁻¹ x): exact, and negative where a column speaks against the deviation of the others.
 * O(rows × columns²) plus a factorisation for each pattern of missing columns.
 */
export function rowDistances(columns: readonly Float64Array[], correlation: Float64Array): RowDistances {
  const rows = columns[0]?.length ?? 0;
  const solver = new RowSolver(columns, correlation);
  const squares = new Float64Array(rows).fill(NaN);
  const known = new Uint16Array(rows);
  const own = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(columns[0][row])) continue;
    known[row] = solver.solve(row);
    let sum = 0;
    for (let k = 0; k < known[row]; k++) sum += solver.part(k);
    squares[row] = Math.max(0, sum);
    own[row] = known[row] > 0 ? solver.part(0) : 0;
  }
  return { squares, known, own, parts: (row) => solver.parts(row) };
}

/** The parts of one row, as `RowDistances` tells them, where no other row is asked for. O(columns³). */
export function rowParts(columns: readonly Float64Array[], correlation: Float64Array, row: number): Float64Array {
  return new RowSolver(columns, correlation).parts(row);
}

/** Solves row after row, with a factor for each pattern of missing columns. */
class RowSolver {
  readonly #size: number;
  readonly #factors = new Map<string, Factor | null>();
  readonly #complete: Factor | null;
  /** The known values of the row that was solved last, and C⁻¹ times them. */
  readonly #x: Float64Array;
  readonly #solved: Float64Array;
  #places: readonly number[] = [];

  constructor(
    private readonly columns: readonly Float64Array[],
    private readonly correlation: Float64Array,
  ) {
    this.#size = columns.length;
    const all = columns.map((_, column) => column);
    this.#complete = factorise(correlation, this.#size, all);
    this.#x = new Float64Array(this.#size);
    this.#solved = new Float64Array(this.#size);
  }

  /** How many columns are known in the row; 0 also where what is known cannot be inverted. */
  solve(row: number): number {
    const factor = this.#factorOf(row);
    if (!factor) return 0;
    const { places, lower } = factor;
    for (let k = 0; k < places.length; k++) this.#solved[k] = this.#x[k] = this.columns[places[k]][row];
    choleskySolveInPlace(lower, places.length, this.#solved);
    this.#places = places;
    return places.length;
  }

  /** The part of the k-th known column in the row that was solved last. */
  part(k: number): number {
    return this.#x[k] * this.#solved[k];
  }

  parts(row: number): Float64Array {
    const found = new Float64Array(this.#size);
    const known = this.solve(row);
    for (let k = 0; k < known; k++) found[this.#places[k]] = this.part(k);
    return found;
  }

  #factorOf(row: number): Factor | null {
    let missing = false;
    for (let column = 0; column < this.#size && !missing; column++) missing = Number.isNaN(this.columns[column][row]);
    if (!missing) return this.#complete;
    const places = this.columns.map((_, column) => column).filter((column) => !Number.isNaN(this.columns[column][row]));
    const name = places.join();
    if (!this.#factors.has(name)) this.#factors.set(name, factorise(this.correlation, this.#size, places));
    return this.#factors.get(name)!;
  }
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
