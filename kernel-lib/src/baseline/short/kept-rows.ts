import { log } from "../../numeric/math.js";
import type { CovariancePart } from "./covariance-parts.js";
import { factorise, productsOfRows } from "../../numeric/linear-algebra/factorise.js";
import { matrixSums, type MatrixSums } from "../../numeric/linear-algebra/matrix-sums.js";

/** Variance of the level, and of its slope over the whole table, in variances of the noise: as good as free. */
const LEVEL = 1e3;
const SLOPE = 1.2e3;
/** The same of a level change. */
export const CHANGE = 400;

/** A short table: standardised values, and what their covariance may be made of. */
export interface ShortTable {
  /** Rows. */
  readonly n: number;
  /** One value a row, any number where it is unknown. */
  readonly values: Float64Array;
  readonly parts: readonly CovariancePart[];
}

/** Strength of each part. */
export type Strengths = readonly number[];

/** Covariance of two rows for given strengths and level changes, without the noise. `changes` counts those at or before each row. */
export function covarianceBetween(
  { n, parts }: ShortTable,
  strengths: Strengths,
  changes: Int32Array,
  i: number,
  j: number,
): number {
  let sum = LEVEL + ((SLOPE * (i - n / 2)) / n) * ((j - n / 2) / n) + CHANGE * changes[Math.min(i, j)];
  for (let p = 0; p < parts.length; p++) if (strengths[p] !== 0) sum += strengths[p] * parts[p].covariance[i * n + j];
  return sum;
}

/** How many level changes there are at or before each row. */
export function countChanges(n: number, rows: readonly number[]): Int32Array {
  const counts = new Int32Array(n);
  for (const row of rows) for (let i = row; i < n; i++) counts[i]++;
  return counts;
}

/** Sums of the covariances of a table: level, slope and noise, and then its parts. */
const sums = new WeakMap<ShortTable, MatrixSums>();

function sumsOf(table: ShortTable): MatrixSums {
  const found = sums.get(table);
  if (found !== undefined) return found;
  const { n, parts } = table;
  const none = new Int32Array(n);
  const level: ShortTable = { ...table, parts: [] };
  const base = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) base[i * n + j] = covarianceBetween(level, [], none, i, j) + Number(i === j);
  const made = matrixSums(n, [base, ...parts.map(({ covariance }) => covariance)]);
  sums.set(table, made);
  return made;
}

/**
 * Likelihoods of the rows of a short table that are kept. All matrices hold their lower triangle only, row-major.
 */
export class KeptRows {
  readonly size: number;
  /** Values of the kept rows. */
  readonly values: Float64Array;
  private readonly known = new Map<string, unknown>();
  private readonly factors = new Map<number, Float64Array | null>();

  constructor(
    readonly table: ShortTable,
    readonly rows: Int32Array,
  ) {
    this.size = rows.length;
    this.values = Float64Array.from(rows, (row) => table.values[row]);
  }

  /** Columns of a part of low rank, one after the other; null of others. */
  private factorOf(part: number): Float64Array | null {
    const known = this.factors.get(part);
    if (known !== undefined) return known;
    const { factor } = this.table.parts[part];
    const made = factor && factor.rank < this.size ? this.columnsOf(factor.values, factor.rank) : null;
    this.factors.set(part, made);
    return made;
  }

  private columnsOf(values: Float64Array, rank: number): Float64Array {
    const { rows, size, table } = this;
    const kept = new Float64Array(rank * size);
    for (let r = 0; r < rank; r++) for (let i = 0; i < size; i++) kept[r * size + i] = values[r * table.n + rows[i]];
    return kept;
  }

  /** The covariance of the kept rows with their noise, into the first rows of `target`. */
  covariance(strengths: Strengths, changes: Int32Array, target: Float64Array): Float64Array {
    const ofColumn = Float64Array.from(changes, (count) => CHANGE * count);
    sumsOf(this.table).sumInto(target, this.rows, strengths, ofColumn);
    return target;
  }

  /** Marginal likelihood, its scale profiled out; −1e300 where the covariance is not positive definite. */
  logLikelihood(strengths: Strengths, changes: Int32Array): number {
    return this.once(`${strengths}|${changes}`, () => {
      const { size, values } = this;
      const work = this.workspace(strengths, changes, 1);
      work.set(values, size * size);
      if (!factorise(work, size, size + 1)) return -1e300;
      return profiled(size, squares(work, size * size, size), halfLogDeterminant(work, size));
    });
  }

  /**
   * The same for each strength of one part, from its present one outwards; −Infinity beyond one at which the likelihood has
   * fallen hopelessly. O(size³ / 6) for each; for all together where the part has a low rank.
   */
  logLikelihoods(strengths: Strengths, changes: Int32Array, part: number): number[] {
    const others = strengths.map((strength, p) => (p === part ? -1 : strength));
    return this.once(`${others}|${changes}|${strengths[part]}`, () => {
      const { strengths: tried } = this.table.parts[part];
      const withStrength = (own: number): Strengths => strengths.map((strength, p) => (p === part ? own : strength));
      const factor = this.factorOf(part);
      if (factor !== null) return this.lowRank(withStrength(0), changes, factor, tried);
      return outwards(tried, tried.indexOf(strengths[part]), (own) => this.logLikelihood(withStrength(own), changes));
    });
  }

  /** The covariance, with room for so many rows after it; for one computation. */
  private workspace(strengths: Strengths, changes: Int32Array, rows: number): Float64Array {
    const work = sumsOf(this.table).workspace((this.size + rows) * this.size);
    return this.covariance(strengths, changes, work);
  }

  /** Searches from several starts come by the same strengths again. */
  private once<T>(key: string, make: () => T): T {
    const found = this.known.get(key) ?? make();
    this.known.set(key, found);
    return found as T;
  }

  /** K + v FᵀF by the matrix determinant lemma and Woodbury's identity. */
  private lowRank(others: Strengths, changes: Int32Array, factor: Float64Array, tried: readonly number[]): number[] {
    const { size, values } = this;
    const rank = factor.length / size;
    const work = this.workspace(others, changes, 1 + rank);
    work.set(values, size * size);
    work.set(factor, (size + 1) * size);
    if (!factorise(work, size, size + 1 + rank)) return tried.map(() => -1e300);
    const half = halfLogDeterminant(work, size);
    const square = squares(work, size * size, size);
    // Products of the values (0) and the columns of the part (1 on) with each other.
    const gram = productsOfRows(work, size, size, rank + 1);
    const inner = new Float64Array((rank + 1) * rank);
    return tried.map((strength) => {
      const root = Math.sqrt(strength);
      for (let i = 0; i < rank; i++)
        for (let j = 0; j <= i; j++)
          inner[i * rank + j] = strength * gram[(i + 1) * (rank + 1) + j + 1] + Number(i === j);
      for (let j = 0; j < rank; j++) inner[rank * rank + j] = root * gram[(j + 1) * (rank + 1)];
      if (!factorise(inner, rank, rank + 1)) return -1e300;
      return profiled(size, square - squares(inner, rank * rank, rank), half + halfLogDeterminant(inner, rank));
    });
  }
}

/** A log-likelihood so far below the best is not followed any further. */
const HOPELESS = 4;

/** Values at the strengths from `start` up and down, each way until they are hopeless. */
function outwards(tried: readonly number[], start: number, of: (strength: number) => number): number[] {
  const found = new Array<number>(tried.length).fill(-Infinity);
  found[start] = of(tried[start]);
  let best = found[start];
  for (const way of [1, -1]) {
    for (let k = start + way; k >= 0 && k < tried.length; k += way) {
      found[k] = of(tried[k]);
      best = Math.max(best, found[k]);
      if (found[k] < best - HOPELESS) break;
    }
  }
  return found;
}

function profiled(size: number, square: number, halfLogDeterminant: number): number {
  return -0.5 * (size - 2) * log(Math.max(square, 1e-12) / Math.max(1, size - 2)) - halfLogDeterminant;
}

function squares(values: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let k = from; k < from + count; k++) sum += values[k] * values[k];
  return sum;
}

function halfLogDeterminant(factor: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += log(factor[i * size + i]);
  return sum;
}
