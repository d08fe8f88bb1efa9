import { normalCdf } from "../../numeric/distributions/normal.js";
import { cholesky, choleskySolve } from "../../numeric/linear-algebra/cholesky.js";
import { log, pow } from "../../numeric/math.js";
import { deviation, mean } from "../../numeric/statistics.js";

/** The augmented test of Dickey and Fuller: small p-values speak against a course that wanders without ever coming back. */
export interface DickeyFuller {
  readonly statistic: number;
  /** Asymptotic, by the response surfaces of MacKinnon (1994). */
  readonly p: number;
  /** Earlier changes in the regression, as many as Akaike's criterion asks for. */
  readonly lags: number;
}

/** What the values come back to when they do not wander: one level, or a straight line. */
type Around = "level" | "trend";

/**
 * p = Φ(polynomial of the statistic), one polynomial up to `turn` and one beyond; 0 and 1 outside `least` and `most`.
 * MacKinnon 1994, "Approximate asymptotic distribution functions for unit-root and cointegration tests", Journal of Business
 * & Economic Statistics 12(2), 167-176, https://doi.org/10.1080/07350015.1994.10510005, tables 3 and 4, one variable.
 */
const SURFACES = {
  level: {
    least: -18.83,
    turn: -1.61,
    most: 2.74,
    below: [2.1659, 1.4412, 0.038269],
    above: [1.7339, 0.93202, -0.12745, -0.010368],
  },
  trend: {
    least: -16.18,
    turn: -2.89,
    most: 0.7,
    below: [3.2512, 1.6047, 0.049588],
    above: [2.5261, 0.61654, -0.37956, -0.060285],
  },
} as const;

/** Below this share of its own square a column is as good as a sum of those before it. */
const DEPENDENT = 1e-12;

/**
 * The augmented Dickey-Fuller test (Said and Dickey 1984, https://doi.org/10.1093/biomet/71.3.599) for values without holes.
 * The number of lags is found among those up to Schwert's 12 (n/100)^¼, compared over the same values, and the regression
 * then taken over all values that it reaches. Null where the regression has no answer: few values, or an exact course.
 * O(n · lags).
 */
export function dickeyFuller(values: Float64Array, around: Around): DickeyFuller | null {
  const n = values.length;
  const fixed = around === "level" ? 1 : 2;
  const most = Math.min(Math.floor(n / 2) - fixed - 1, Math.ceil(12 * pow(n / 100, 0.25)));
  const spread = deviation(values);
  if (most < 0 || !(spread > 0)) return null;
  const centre = mean(values);
  const scaled = values.map((value) => (value - centre) / spread);
  const lags = bestLags(scaled, around, most);
  if (lags === null) return null;
  const statistic = statisticOf(scaled, around, lags);
  return statistic === null ? null : { statistic, p: chanceOf(statistic, around), lags };
}

/** By Akaike's criterion; all numbers of lags are tried by one triangle, as each regression begins with the one before. */
function bestLags(values: Float64Array, around: Around, most: number): number | null {
  const { triangle, size, rows } = regression(values, around, most);
  if (triangle === null) return null;
  const last = (size - 1) * size;
  let rest = triangle[last + size - 1] * triangle[last + size - 1];
  let best = most;
  let least = Infinity;
  // Of equal ones the shortest, which comes last.
  for (let lags = most; lags >= 0; lags--) {
    const columns = size - 1 - most + lags;
    const criterion = rows * log(rest / rows) + 2 * columns;
    if (criterion <= least) [least, best] = [criterion, lags];
    rest += triangle[last + columns - 1] * triangle[last + columns - 1];
  }
  return Number.isFinite(least) ? best : null;
}

/** The coefficient of the level before, in units of its standard error. */
function statisticOf(values: Float64Array, around: Around, lags: number): number | null {
  const { triangle, size, rows, level } = regression(values, around, lags);
  if (triangle === null) return null;
  const columns = size - 1;
  const upper = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i++) for (let k = 0; k <= i; k++) upper[i * columns + k] = triangle[i * size + k];
  const unit = new Float64Array(columns);
  unit[level] = 1;
  // (X'X)⁻¹ at the level is both the variance of its coefficient and, against X'y, the coefficient.
  const inverse = choleskySolve(upper, columns, unit);
  let coefficient = 0;
  for (let i = 0; i < columns; i++) {
    let product = 0;
    for (let k = 0; k <= i; k++) product += triangle[i * size + k] * triangle[columns * size + k];
    coefficient += inverse[i] * product;
  }
  const variance = (triangle[columns * size + columns] * triangle[columns * size + columns]) / (rows - columns);
  const statistic = coefficient / Math.sqrt(variance * inverse[level]);
  return Number.isFinite(statistic) ? statistic : null;
}

interface Regression {
  /** Of the products of all columns: 1, time (around a trend), level before, earlier changes, change; null where dependent. */
  readonly triangle: Float64Array | null;
  readonly size: number;
  readonly rows: number;
  /** Column of the level before. */
  readonly level: number;
}

function regression(values: Float64Array, around: Around, lags: number): Regression {
  const n = values.length;
  const rows = n - 1 - lags;
  const change = values.subarray(1).map((value, i) => value - values[i]);
  const time = Float64Array.from({ length: rows }, (_, i) => (2 * i - rows + 1) / rows);
  const plain = [
    new Float64Array(rows).fill(1),
    ...(around === "trend" ? [time] : []),
    values.subarray(lags, n - 1),
    change.subarray(lags),
  ];
  const level = plain.length - 2;
  const size = plain.length + lags;
  // The earlier changes stand between the level before and the change of now, which is the last.
  const placeOf = (column: number): number => (column === plain.length - 1 ? size - 1 : column);
  const earlier = (lag: number): Float64Array => change.subarray(lags - lag, n - 1 - lag);
  const products = new Float64Array(size * size);
  const put = (i: number, k: number, value: number): void => {
    products[i * size + k] = value;
    products[k * size + i] = value;
  };
  plain.forEach((column, i) => {
    for (let k = 0; k <= i; k++) put(placeOf(i), placeOf(k), product(column, plain[k]));
    for (let lag = 1; lag <= lags; lag++) put(placeOf(i), level + lag, product(column, earlier(lag)));
  });
  for (let lag = 1; lag <= lags; lag++) put(level + 1, level + lag, product(earlier(1), earlier(lag)));
  // Two columns further back see the same changes, but for one that comes in and one that goes.
  for (let i = 2; i <= lags; i++)
    for (let k = i; k <= lags; k++)
      put(
        level + i,
        level + k,
        products[(level + i - 1) * size + level + k - 1] +
          change[lags - i] * change[lags - k] -
          change[n - 1 - i] * change[n - 1 - k],
      );
  const triangle = cholesky(products, size);
  const dependent =
    triangle?.some((value, at) => at % (size + 1) === 0 && value * value < DEPENDENT * products[at]) ?? true;
  return { triangle: dependent ? null : triangle, size, rows, level };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function chanceOf(statistic: number, around: Around): number {
  const { least, turn, most, below, above } = SURFACES[around];
  if (statistic > most) return 1;
  if (statistic < least) return 0;
  const surface = statistic <= turn ? below : above;
  return normalCdf(surface.reduceRight((sum: number, coefficient) => sum * statistic + coefficient, 0));
}
