import { log } from "../../numeric/math.js";
import type { CovariancePart } from "./covariance-parts.js";
import { factorise } from "./factorise.js";

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

/** Covariances of the kept rows, and room for two more. */
interface Matrices {
  /** Level, slope and noise. */
  readonly base: Float64Array;
  readonly parts: readonly Float64Array[];
  /** Columns of the parts of low rank. */
  readonly factors: readonly (Float64Array | null)[];
  readonly rest: Float64Array;
  readonly work: Float64Array;
}

/**
 * Likelihoods of the rows of a short table that are kept. All matrices hold their lower triangle only, row-major.
 */
export class KeptRows {
  readonly size: number;
  /** Values of the kept rows. */
  readonly values: Float64Array;
  private readonly known = new Map<string, unknown>();
  private made: Matrices | null = null;

  constructor(
    readonly table: ShortTable,
    readonly rows: Int32Array,
  ) {
    this.size = rows.length;
    this.values = Float64Array.from(rows, (row) => table.values[row]);
  }

  /** Made when first asked for: most sets of rows in a search never are. */
  private get matrices(): Matrices {
    return (this.made ??= this.makeMatrices());
  }

  private makeMatrices(): Matrices {
    const { size, table } = this;
    const { n, parts } = table;
    const none = new Int32Array(n);
    const level: ShortTable = { ...table, parts: [] };
    const factors = parts.map(({ factor }) =>
      factor && factor.rank < size ? this.columnsOf(factor.values, factor.rank) : null,
    );
    const rank = Math.max(0, ...factors.map((factor) => (factor ? factor.length / size : 0)));
    return {
      base: this.lower((i, j) => covarianceBetween(level, [], none, i, j) + Number(i === j)),
      parts: parts.map(({ covariance }) => this.lower((i, j) => covariance[i * n + j])),
      factors,
      rest: new Float64Array(size * size),
      work: new Float64Array((size + 1 + rank) * size),
    };
  }

  private lower(of: (i: number, j: number) => number): Float64Array {
    const { rows, size } = this;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) matrix[i * size + j] = of(rows[i], rows[j]);
    return matrix;
  }

  private columnsOf(values: Float64Array, rank: number): Float64Array {
    const { rows, size, table } = this;
    const kept = new Float64Array(rank * size);
    for (let r = 0; r < rank; r++) for (let i = 0; i < size; i++) kept[r * size + i] = values[r * table.n + rows[i]];
    return kept;
  }

  /** The covariance of the kept rows with their noise, but for one part. */
  covariance(
    strengths: Strengths,
    changes: Int32Array,
    without: number = -1,
    target: Float64Array = this.matrices.rest,
  ): Float64Array {
    const { rows, size } = this;
    const { base, parts } = this.matrices;
    for (let i = 0; i < size; i++) {
      const at = i * size;
      for (let j = 0; j <= i; j++) target[at + j] = base[at + j] + CHANGE * changes[rows[j]];
    }
    for (let p = 0; p < parts.length; p++) {
      if (p === without || strengths[p] === 0) continue;
      addScaled(target, target, parts[p], strengths[p], size);
    }
    return target;
  }

  /** Marginal likelihood, its scale profiled out; −1e300 where the covariance is not positive definite. */
  logLikelihood(strengths: Strengths, changes: Int32Array): number {
    return this.once(`${strengths}|${changes}`, () => {
      this.covariance(strengths, changes, -1, this.matrices.work);
      return this.ofWork();
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
      const rest = this.covariance(strengths, changes, part);
      const { factors, parts, work } = this.matrices;
      const factor = factors[part];
      if (factor) return this.lowRank(rest, factor, tried);
      return outwards(tried, tried.indexOf(strengths[part]), (strength) => {
        addScaled(work, rest, parts[part], strength, this.size);
        return this.ofWork();
      });
    });
  }

  /** Searches from several starts come by the same strengths again. */
  private once<T>(key: string, make: () => T): T {
    const found = this.known.get(key) ?? make();
    this.known.set(key, found);
    return found as T;
  }

  private ofWork(): number {
    const { size, values } = this;
    const { work } = this.matrices;
    work.set(values, size * size);
    if (!factorise(work, size, size + 1)) return -1e300;
    return profiled(size, squares(work, size * size, size), halfLogDeterminant(work, size));
  }

  /** K + v FᵀF by the matrix determinant lemma and Woodbury's identity. */
  private lowRank(rest: Float64Array, factor: Float64Array, tried: readonly number[]): number[] {
    const { size, values } = this;
    const { work } = this.matrices;
    const rank = factor.length / size;
    work.set(rest);
    work.set(values, size * size);
    work.set(factor, (size + 1) * size);
    if (!factorise(work, size, size + 1 + rank)) return tried.map(() => -1e300);
    const half = halfLogDeterminant(work, size);
    const square = squares(work, size * size, size);
    const gram = gramOf(work, size, rank);
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

/** target = a + factor × b, lower triangles. */
function addScaled(target: Float64Array, a: Float64Array, b: Float64Array, factor: number, size: number): void {
  for (let i = 0; i < size; i++) {
    const end = i * size + i;
    for (let k = i * size; k <= end; k++) target[k] = a[k] + factor * b[k];
  }
}

/** Scalar products of the rows that follow the factor: the values (0) and the columns of a part (1 on). */
function gramOf(work: Float64Array, size: number, rank: number): Float64Array {
  const gram = new Float64Array((rank + 1) * (rank + 1));
  for (let i = 0; i <= rank; i++) {
    for (let j = 0; j <= i; j++) {
      const a = (size + i) * size;
      const b = (size + j) * size;
      let sum = 0;
      for (let k = 0; k < size; k++) sum += work[a + k] * work[b + k];
      gram[i * (rank + 1) + j] = sum;
    }
  }
  return gram;
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
