import type { FeatureMatrix } from "../feature.js";

/** Rows left out beyond this share are not kept in memory. */
const WASTE = 1 / 8;

/** A feature matrix that grows by rows. */
export class MatrixRows {
  private readonly points: Uint32Array;
  private readonly values: Float64Array;
  private count = 0;

  /** With room for a row for each of so many points. */
  constructor(
    private readonly names: readonly string[],
    private readonly length: number,
  ) {
    this.points = new Uint32Array(length);
    this.values = new Float64Array(length * names.length);
  }

  /** Adds the rows of these points, which follow the last one. */
  append(points: ArrayLike<number>, values: Float64Array): void {
    this.points.set(points, this.count);
    this.values.set(values, this.count * this.names.length);
    this.count += points.length;
  }

  matrix(): FeatureMatrix {
    const { names, points, values, count, length } = this;
    const cells = count * names.length;
    if (length - count > length * WASTE)
      return { names, points: points.slice(0, count), values: values.slice(0, cells) };
    return { names, points: points.subarray(0, count), values: values.subarray(0, cells) };
  }
}
