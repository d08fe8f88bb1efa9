import { cholesky, choleskySolve } from "../../numeric/linear-algebra/cholesky.js";
import { cos, sin } from "../../numeric/math.js";
import { waveSums, type WaveSums } from "../../numeric/waves/wave-sums.js";
import { DAY, YEAR_DAYS } from "./cycles.js";
import { WaveProducts } from "./wave-products.js";

/** Waves a year at most: a fortnight is the shortest half wave. */
const MOST_HARMONICS = 26;
/** Days that one wave needs at least. */
const DAYS_A_WAVE = 4;
/** A last year counts when so much of it is there. */
const NEARLY_WHOLE = 0.8;
/** Small weight of every day that keeps the system solvable. */
const RIDGE = 1e-6;
const YEAR_SECONDS = YEAR_DAYS * DAY;

/** Days of one year counted from the first row: from `from` up to, without, `to`. */
interface YearOfDays {
  readonly from: number;
  readonly to: number;
}

/**
 * Season of the year by harmonics of the date, for one series: rows are taken together by days (longer steps stay), waves
 * are fitted by least squares, and each is shrunk by how much single years disagree about it. Needs two years of rows.
 */
export class YearHarmonics {
  private readonly rows: number;
  private readonly days: number;
  private readonly waves: number;
  /** Wave after wave, one value a day. */
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  /** Those that are whole enough. */
  private readonly years: readonly YearOfDays[];
  private readonly weight: Float64Array;
  private readonly mean: Float64Array;
  private readonly sums: WaveSums;
  private readonly products: WaveProducts;
  private readonly scratch: Float64Array;

  /** @param times epoch seconds of the rows, ascending */
  constructor(
    times: Float64Array,
    readonly rowsPerYear: number,
  ) {
    const n = times.length;
    this.rows = Math.max(1, Math.round(rowsPerYear / YEAR_DAYS));
    this.days = Math.ceil(n / this.rows);
    this.waves = Math.floor(Math.min(MOST_HARMONICS, rowsPerYear / this.rows / DAYS_A_WAVE));
    this.cosines = new Float64Array(this.days * this.waves);
    this.sines = new Float64Array(this.days * this.waves);
    this.weight = new Float64Array(this.days);
    this.mean = new Float64Array(this.days);
    const starts: number[] = [];
    let share = 0;
    for (let day = 0; day < this.days; day++) {
      const time = times[Math.min(day * this.rows, n - 1)];
      const since = (time - times[0]) / YEAR_SECONDS;
      while (starts.length <= Math.floor(since)) starts.push(day);
      share = since % 1;
      this.setWaves(day, 2 * Math.PI * (time / YEAR_SECONDS));
    }
    const whole = share > NEARLY_WHOLE ? starts.length : Math.max(1, starts.length - 1);
    this.years = starts.slice(0, whole).map((from, year) => ({ from, to: starts[year + 1] ?? this.days }));
    this.scratch = new Float64Array(this.days);
    this.sums = waveSums(this.cosines, this.sines, this.days);
    this.products = new WaveProducts(this.sums, this.waves);
  }

  /** Each wave from the one before it, turned by the first angle once more. */
  private setWaves(day: number, angle: number): void {
    const first = { cosine: cos(angle), sine: sin(angle) };
    let c = 1;
    let s = 0;
    for (let wave = 0, at = day; wave < this.waves; wave++, at += this.days) {
      const turned = c * first.cosine - s * first.sine;
      s = s * first.cosine + c * first.sine;
      c = turned;
      this.cosines[at] = c;
      this.sines[at] = s;
    }
  }

  /**
   * The season of the year in `r`, one value a row; zeros when fewer than two years say something. O(days × waves).
   *
   * @param r values less all other parts; those of weight 0 are not looked at
   * @param out where to put it, a new column when absent
   */
  fit(r: Float64Array, w: Float64Array, out: Float64Array = new Float64Array(r.length)): Float64Array {
    out.fill(0);
    this.refit(r.slice(), w, out);
    return out;
  }

  /**
   * The same for one part of several: fits `season` anew to what it and the residual hold together, and leaves the rest in the
   * residual. Both are overwritten.
   */
  refit(residual: Float64Array, w: Float64Array, season: Float64Array): void {
    this.takeTogether(residual, w, season);
    const coefficients = this.leastSquares();
    const disagreement = coefficients && this.disagreement(coefficients);
    const ofDays = this.mean.fill(0);
    if (coefficients !== null && disagreement !== null) {
      shrink(coefficients, disagreement);
      this.sums.addTo(ofDays, coefficients);
    }
    spread(ofDays, this.rows, season, residual);
  }

  private takeTogether(r: Float64Array, w: Float64Array, plus: Float64Array): void {
    for (let day = 0, i = 0; day < this.days; day++) {
      const end = Math.min(r.length, (day + 1) * this.rows);
      let weights = 0;
      let sum = 0;
      for (; i < end; i++) {
        if (!(w[i] > 0)) continue;
        weights += w[i];
        sum += w[i] * (r[i] + plus[i]);
      }
      this.weight[day] = Math.min(weights, this.rows);
      this.mean[day] = sum / Math.max(weights, 1e-12);
    }
  }

  /** Null when the rows do not determine the waves. */
  private leastSquares(): Float64Array | null {
    const width = 2 * this.waves;
    const right = new Float64Array(width);
    for (let day = 0; day < this.days; day++) this.scratch[day] = this.mean[day] * this.weight[day];
    this.sums.withColumn(this.scratch, 0, this.days, right);
    const lower = this.products.matrixOf(this.weight, RIDGE * this.days, (matrix) => cholesky(matrix, width));
    return lower && choleskySolve(lower, width, right);
  }

  /** By how much the waves of single years differ, per wave, as variance of their mean; null with fewer than two years. */
  private disagreement(coefficients: Float64Array): Float64Array | null {
    const { waves, weight, scratch: rest } = this;
    rest.set(this.mean);
    this.sums.addTo(
      rest,
      coefficients.map((coefficient) => -coefficient),
    );
    for (let day = 0; day < this.days; day++) if (!(weight[day] > 0)) rest[day] = 0;
    const power = new Float64Array(waves);
    const sums = new Float64Array(2 * waves);
    let count = 0;
    for (const { from, to } of this.years) {
      let weights = 0;
      for (let day = from; day < to; day++) weights += weight[day];
      if (weights < 0.5 * this.rows * (to - from) || to - from < 4 * waves) continue;
      this.sums.withColumn(rest, from, to, sums);
      const twice = 2 / (to - from);
      for (let k = 0; k < 2 * waves; k++) power[k >> 1] += sums[k] * twice * (sums[k] * twice);
      count++;
    }
    if (count < 2) return null;
    return power.map(
      (own, k) =>
        (0.25 * (power[Math.max(0, k - 1)] + power[Math.min(waves - 1, k + 1)]) + 0.5 * own) / ((count - 1) * count),
    );
  }
}

/** Each wave times 1 − disagreement / power, or nothing. */
function shrink(coefficients: Float64Array, disagreement: Float64Array): void {
  for (let wave = 0; wave < disagreement.length; wave++) {
    const a = coefficients[2 * wave];
    const b = coefficients[2 * wave + 1];
    const kept = Math.max(0, 1 - disagreement[wave] / Math.max(a * a + b * b, 1e-30));
    coefficients[2 * wave] = a * kept;
    coefficients[2 * wave + 1] = b * kept;
  }
}

/** Lines between the middles of the days, level beyond the first and the last; what changes goes into the residual. */
function spread(ofDays: Float64Array, rows: number, season: Float64Array, residual: Float64Array): void {
  const last = ofDays.length - 1;
  for (let i = 0; i < season.length; i++) {
    const place = (i - (rows - 1) / 2) / rows;
    const day = Math.floor(place);
    const value =
      day < 0 ? ofDays[0] : day >= last ? ofDays[last] : ofDays[day] + (ofDays[day + 1] - ofDays[day]) * (place - day);
    residual[i] += season[i] - value;
    season[i] = value;
  }
}
