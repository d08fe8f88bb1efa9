/** Weights that were met last: fits come in rounds with the same ones, and plans share those of hidden rows. */
const KEPT = 3;

interface KeptMatrix {
  readonly weight: Float64Array;
  readonly made: Float64Array | null;
}

/**
 * Sums of products of the waves of a year with each other and with columns of days. Products of two waves are waves of the
 * sum and the difference of their numbers, so that 2 × 2K sums make all (2K)² of them; what depends on weights only is kept.
 * Coefficients stand as cosine, sine of the first wave, cosine, sine of the second, ...
 */
export class WaveProducts {
  private readonly days: number;
  private readonly cosineSums: Float64Array;
  private readonly sineSums: Float64Array;
  private readonly matrices: KeptMatrix[] = [];

  /** @param cosines wave after wave, one value a day */
  constructor(private readonly cosines: Float64Array, private readonly sines: Float64Array, private readonly waves: number) {
    this.days = cosines.length / waves;
    this.cosineSums = new Float64Array(2 * waves + 1);
    this.sineSums = new Float64Array(2 * waves + 1);
  }

  /** Sums of the waves times a column, over days `from` up to, without, `to`. O(days × waves). */
  withColumn(column: Float64Array, from: number, to: number, out: Float64Array): void {
    const { cosines, sines, days } = this;
    const even = to - ((to - from) & 1);
    for (let wave = 0, at = 0; wave < this.waves; wave++, at += days) {
      // Two sums each, so that an addition need not wait for the one before it.
      let c = 0;
      let s = 0;
      let c2 = 0;
      let s2 = 0;
      for (let day = from; day < even; day += 2) {
        const value = column[day];
        const next = column[day + 1];
        c += value * cosines[at + day];
        s += value * sines[at + day];
        c2 += next * cosines[at + day + 1];
        s2 += next * sines[at + day + 1];
      }
      if (even < to) {
        c += column[even] * cosines[at + even];
        s += column[even] * sines[at + even];
      }
      out[2 * wave] = c + c2;
      out[2 * wave + 1] = s + s2;
    }
  }

  /** What `make` makes of the matrix of weighted products with `ridge` on its diagonal; the same weights are not asked twice. */
  matrixOf(weight: Float64Array, ridge: number, make: (matrix: Float64Array) => Float64Array | null): Float64Array | null {
    const known = this.matrices.find((kept) => areEqual(kept.weight, weight));
    if (known !== undefined) return known.made;
    const matrix = this.matrix(weight);
    for (let k = 0; k < 2 * this.waves; k++) matrix[k * 2 * this.waves + k] += ridge;
    const made = make(matrix);
    this.matrices.unshift({ weight: weight.slice(), made });
    if (this.matrices.length > KEPT) this.matrices.pop();
    return made;
  }

  /** Adds the waves times their coefficients to a column. O(days × waves). */
  addTo(column: Float64Array, coefficients: Float64Array, sign: number): void {
    const { cosines, sines, days } = this;
    for (let wave = 0, at = 0; wave < this.waves; wave++, at += days) {
      const a = sign * coefficients[2 * wave];
      const b = sign * coefficients[2 * wave + 1];
      if (a === 0 && b === 0) continue;
      for (let day = 0; day < days; day++) column[day] += a * cosines[at + day] + b * sines[at + day];
    }
  }

  /** Weighted products of all waves with each other, the lower triangle. */
  private matrix(weight: Float64Array): Float64Array {
    this.sumWaves(weight);
    const { waves, cosineSums, sineSums } = this;
    const width = 2 * waves;
    const matrix = new Float64Array(width * width);
    for (let k = 1; k <= waves; k++) {
      for (let l = 1; l <= k; l++) {
        const both = cosineSums[k + l] / 2;
        const apart = cosineSums[k - l] / 2;
        const at = (2 * k - 2) * width + 2 * l - 2;
        matrix[at] = apart + both;
        matrix[at + width + 1] = apart - both;
        matrix[at + width] = (sineSums[k + l] + sineSums[k - l]) / 2;
        matrix[at + 1] = (sineSums[k + l] - sineSums[k - l]) / 2;
      }
    }
    return matrix;
  }

  /** Weighted sums of the waves 0 to 2K; those beyond K from the products with the last one. */
  private sumWaves(weight: Float64Array): void {
    const { cosines, sines, waves, days, cosineSums, sineSums } = this;
    const last = (waves - 1) * days;
    let whole = 0;
    for (let day = 0; day < days; day++) whole += weight[day];
    cosineSums[0] = whole;
    for (let wave = 1, at = 0; wave <= waves; wave++, at += days) {
      let c = 0;
      let s = 0;
      let cBeyond = 0;
      let sBeyond = 0;
      for (let day = 0; day < days; day++) {
        const cw = weight[day] * cosines[at + day];
        const sw = weight[day] * sines[at + day];
        c += cw;
        s += sw;
        cBeyond += cosines[last + day] * cw - sines[last + day] * sw;
        sBeyond += sines[last + day] * cw + cosines[last + day] * sw;
      }
      cosineSums[wave] = c;
      sineSums[wave] = s;
      cosineSums[waves + wave] = cBeyond;
      sineSums[waves + wave] = sBeyond;
    }
  }
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
