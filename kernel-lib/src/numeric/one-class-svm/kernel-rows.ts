import { kernelRow, type RbfPoints } from "./rbf.js";

/** Memory for kernel rows kept at a time. */
const BUDGET = 256 * 2 ** 20;

/** Rows of the kernel matrix among some points, computed when first asked for; the oldest make room when space is short. */
export class KernelRows {
  private readonly places: Int32Array;
  private readonly owners: Int32Array;
  private readonly rows: Float64Array[] = [];
  private next = 0;

  constructor(private readonly points: RbfPoints) {
    const capacity = Math.max(2, Math.min(points.rows, Math.floor(BUDGET / (8 * points.rows))));
    this.places = new Int32Array(points.rows).fill(-1);
    this.owners = new Int32Array(capacity).fill(-1);
  }

  /** Valid until two further rows have been asked for. */
  row(point: number): Float64Array {
    const known = this.places[point];
    if (known >= 0) return this.rows[known];
    const place = this.next;
    this.next = (this.next + 1) % this.owners.length;
    if (this.owners[place] >= 0) this.places[this.owners[place]] = -1;
    this.rows[place] ??= new Float64Array(this.points.rows);
    kernelRow(this.points, point, this.points, this.rows[place]);
    this.owners[place] = point;
    this.places[point] = place;
    return this.rows[place];
  }
}
