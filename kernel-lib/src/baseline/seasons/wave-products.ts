import type { WaveSums } from "../../numeric/waves/wave-sums.js";

/** Weights that were met last: fits come in rounds with the same ones, and plans share those of hidden rows, two for each of two folds. */
const KEPT = 4;

interface KeptMatrix {
  readonly weight: Float64Array;
  readonly made: Float64Array | null;
}

/**
 * Weighted products of the waves of a year with each other. Products of two waves are waves of the sum and the difference of
 * their numbers, so that 2 × 2K sums make all (2K)² of them; what was made for the last weights is kept.
 */
export class WaveProducts {
  private readonly cosineSums: Float64Array;
  private readonly sineSums: Float64Array;
  private readonly matrices: KeptMatrix[] = [];

  constructor(
    private readonly sums: WaveSums,
    private readonly waves: number,
  ) {
    this.cosineSums = new Float64Array(2 * waves + 1);
    this.sineSums = new Float64Array(2 * waves + 1);
  }

  /** What `make` makes of the matrix of weighted products with `ridge` on its diagonal; the same weights are not asked twice. */
  matrixOf(
    weight: Float64Array,
    ridge: number,
    make: (matrix: Float64Array) => Float64Array | null,
  ): Float64Array | null {
    const place = this.placeOf(weight);
    if (place >= 0) {
      const [known] = this.matrices.splice(place, 1);
      this.matrices.unshift(known);
      return known.made;
    }
    const matrix = this.matrix(weight);
    for (let k = 0; k < 2 * this.waves; k++) matrix[k * 2 * this.waves + k] += ridge;
    const made = make(matrix);
    this.matrices.unshift({ weight: weight.slice(), made });
    if (this.matrices.length > KEPT) this.matrices.pop();
    return made;
  }

  private placeOf(weight: Float64Array): number {
    for (let k = 0; k < this.matrices.length; k++) if (areEqual(this.matrices[k].weight, weight)) return k;
    return -1;
  }

  /** Weighted products of all waves with each other, the lower triangle. */
  private matrix(weight: Float64Array): Float64Array {
    const { waves, cosineSums, sineSums } = this;
    cosineSums[0] = 0;
    for (let day = 0; day < weight.length; day++) cosineSums[0] += weight[day];
    this.sums.sumWaves(weight, cosineSums, sineSums);
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
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
