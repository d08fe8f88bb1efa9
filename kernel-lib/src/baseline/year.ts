import { cholesky, choleskySolve } from "../numeric/cholesky.js";
import { cos, sin } from "../numeric/math.js";
import { DAY, YEAR_DAYS } from "./cycles.js";

/** Waves a year at most: a fortnight is the shortest half wave. */
const MOST_HARMONICS = 26;
/** Days that one wave needs at least. */
const DAYS_A_WAVE = 4;
/** A last year counts when so much of it is there. */
const NEARLY_WHOLE = 0.8;
const YEAR_SECONDS = YEAR_DAYS * DAY;

/**
 * Season of the year by harmonics of the date, for one series: rows are taken together by days (longer steps stay), waves
 * are fitted by least squares, and each is shrunk by how much single years disagree about it. Needs two years of rows.
 */
export class YearHarmonics {
  private readonly rows: number;
  private readonly days: number;
  private readonly waves: number;
  /** Row-major: cosine and sine of each wave. */
  private readonly basis: Float64Array;
  /** First day of each year counted from the first row, those that are whole enough, and the day after the last. */
  private readonly years: readonly { readonly from: number; readonly to: number }[];
  private readonly weight: Float64Array;
  private readonly mean: Float64Array;

  /** @param times epoch seconds of the rows, ascending */
  constructor(times: Float64Array, readonly rowsPerYear: number) {
    const n = times.length;
    this.rows = Math.max(1, Math.round(rowsPerYear / YEAR_DAYS));
    this.days = Math.ceil(n / this.rows);
    this.waves = Math.floor(Math.min(MOST_HARMONICS, rowsPerYear / this.rows / DAYS_A_WAVE));
    this.basis = new Float64Array(this.days * 2 * this.waves);
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
  }

  private setWaves(day: number, angle: number): void {
    for (let wave = 0, at = day * 2 * this.waves; wave < this.waves; wave++, at += 2) {
      this.basis[at] = cos((wave + 1) * angle);
      this.basis[at + 1] = sin((wave + 1) * angle);
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
    const kept = coefficients && this.disagreement(coefficients);
    const ofDays = this.mean;
    if (coefficients === null || kept === null) ofDays.fill(0);
    else {
      shrink(coefficients, kept);
      for (let day = 0; day < this.days; day++) ofDays[day] = this.at(day, coefficients);
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
      this.weight[day] = weights;
      this.mean[day] = sum / Math.max(weights, 1e-12);
    }
  }

  private at(day: number, coefficients: Float64Array): number {
    const { basis } = this;
    const width = coefficients.length;
    let sum = 0;
    for (let k = 0, at = day * width; k < width; k++) sum += basis[at + k] * coefficients[k];
    return sum;
  }

  /** Null when the rows do not determine the waves. */
  private leastSquares(): Float64Array | null {
    const { days, waves, rows, basis, weight, mean } = this;
    const width = 2 * waves;
    // Products of waves are waves of their sums and differences: 2 × 2K sums instead of (2K)² / 2.
    const cosines = new Float64Array(width + 1);
    const sines = new Float64Array(width + 1);
    const right = new Float64Array(width);
    for (let day = 0; day < days; day++) {
      const wi = Math.min(weight[day], rows);
      if (!(wi > 0)) continue;
      const from = day * width;
      const lastCosine = wi * basis[from + width - 2];
      const lastSine = wi * basis[from + width - 1];
      const value = wi * mean[day];
      cosines[0] += wi;
      for (let wave = 1, at = from; wave <= waves; wave++, at += 2) {
        const c = basis[at];
        const s = basis[at + 1];
        cosines[wave] += wi * c;
        sines[wave] += wi * s;
        cosines[waves + wave] += lastCosine * c - lastSine * s;
        sines[waves + wave] += lastSine * c + lastCosine * s;
        right[2 * wave - 2] += value * c;
        right[2 * wave - 1] += value * s;
      }
    }
    const lower = cholesky(this.normalMatrix(cosines, sines), width);
    return lower && choleskySolve(lower, width, right);
  }

  private normalMatrix(cosines: Float64Array, sines: Float64Array): Float64Array {
    const width = 2 * this.waves;
    const matrix = new Float64Array(width * width);
    for (let k = 1; k <= this.waves; k++) {
      for (let l = 1; l <= k; l++) {
        const both = cosines[k + l] / 2;
        const apart = cosines[k - l] / 2;
        const at = (2 * k - 2) * width + 2 * l - 2;
        matrix[at] = apart + both;
        matrix[at + width + 1] = apart - both;
        matrix[at + width] = (sines[k + l] + sines[k - l]) / 2;
        matrix[at + 1] = (sines[k + l] - sines[k - l]) / 2;
      }
    }
    for (let k = 0; k < width; k++) matrix[k * width + k] += 1e-6 * this.days;
    return matrix;
  }

  /** By how much the waves of single years differ, per wave, as variance of their mean; null with fewer than two years. */
  private disagreement(coefficients: Float64Array): Float64Array | null {
    const { waves, weight, mean, basis } = this;
    const width = 2 * waves;
    const power = new Float64Array(waves);
    let count = 0;
    for (const { from, to } of this.years) {
      const sums = new Float64Array(width);
      let weights = 0;
      for (let day = from; day < to; day++) {
        if (!(weight[day] > 0)) continue;
        weights += weight[day];
        const rest = mean[day] - this.at(day, coefficients);
        for (let k = 0, at = day * width; k < width; k++) sums[k] += basis[at + k] * rest;
      }
      if (weights < 0.5 * this.rows * (to - from) || to - from < 4 * waves) continue;
      const twice = 2 / (to - from);
      for (let k = 0; k < width; k++) power[k >> 1] += sums[k] * twice * (sums[k] * twice);
      count++;
    }
    if (count < 2) return null;
    return power.map((own, k) => (0.25 * (power[Math.max(0, k - 1)] + power[Math.min(waves - 1, k + 1)]) + 0.5 * own) / ((count - 1) * count));
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
    const value = day < 0 ? ofDays[0] : day >= last ? ofDays[last] : ofDays[day] + (ofDays[day + 1] - ofDays[day]) * (place - day);
    residual[i] += season[i] - value;
    season[i] = value;
  }
}
