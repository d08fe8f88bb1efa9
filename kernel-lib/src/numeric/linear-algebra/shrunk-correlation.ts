/** How columns go together. */
export interface ShrunkCorrelation {
  /** Row-major, ones on the diagonal. */
  readonly matrix: Float64Array;
  /** How far it was drawn towards "unrelated", 0 to 1: near 0 with many rows, 1 when the rows can not tell. */
  readonly shrinkage: number;
}

/**
 * Correlation matrix drawn towards the identity by as much as its entries are uncertain, so that it can be inverted with few
 * rows and many columns and does not take chance for a relation (Schäfer and Strimmer 2005, target D, with the variance of a
 * correlation in its normal approximation (1 - r²)² / (n - 1)). Pairs in which either is NaN are left out pair by pair.
 * O(rows × columns²).
 *
 * @param columns standardised, their extremes cut
 * @param leftOut 1 for rows that are not learnt from
 */
export function shrunkCorrelation(columns: readonly Float64Array[], leftOut: Uint8Array): ShrunkCorrelation {
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  let uncertain = 0;
  let squares = 0;
  for (let a = 0; a < size; a++) {
    matrix[a * size + a] = 1;
    for (let b = 0; b < a; b++) {
      const { correlation, pairs } = pairCorrelation(columns[a], columns[b], leftOut);
      matrix[a * size + b] = correlation;
      const known = correlation * correlation;
      squares += known;
      uncertain += ((1 - known) * (1 - known)) / Math.max(1, pairs - 1);
    }
  }
  const shrinkage = squares > 0 ? Math.min(1, uncertain / squares) : 1;
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) matrix[b * size + a] = matrix[a * size + b] *= (1 - shrinkage) * LARGEST;
  return { matrix, shrinkage };
}

/** Correlations stay below this, so that columns which repeat each other can still be inverted. */
const LARGEST = 0.9999;

/** How two columns go together, and how many rows tell. */
export interface PairCorrelation {
  readonly correlation: number;
  readonly pairs: number;
}

/** Pearson correlation of the rows in which both are known; 0 where there is none to tell. With an empty `leftOut` no row is left out. */
export function pairCorrelation(first: Float64Array, second: Float64Array, leftOut: Uint8Array): PairCorrelation {
  let pairs = 0;
  let sumA = 0;
  let sumB = 0;
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  const all = leftOut.length === 0;
  for (let i = 0; i < first.length; i++) {
    const a = first[i];
    const b = second[i];
    const product = a * b;
    // A product is NaN when either is; asking an empty array at each row would cost more than all the rest.
    if (product !== product || (!all && leftOut[i])) continue;
    pairs++;
    sumA += a;
    sumB += b;
    squaresA += a * a;
    squaresB += b * b;
    products += product;
  }
  return correlationOf(pairs, { sum: sumA, squares: squaresA }, { sum: sumB, squares: squaresB }, products);
}

/** Sum and sum of squares of a column. */
interface Sums {
  readonly sum: number;
  readonly squares: number;
}

/** The correlation that so many pairs of values have, from their sums. */
export function correlationOf(pairs: number, a: Sums, b: Sums, products: number): PairCorrelation {
  const spread = (a.squares - (a.sum * a.sum) / pairs) * (b.squares - (b.sum * b.sum) / pairs);
  return {
    pairs,
    correlation: spread > 0 ? Math.max(-1, Math.min(1, (products - (a.sum * b.sum) / pairs) / Math.sqrt(spread))) : 0,
  };
}
