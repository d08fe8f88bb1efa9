import { kernel } from "./kernel-machine.js";

/** Memory for kernel rows kept at a time, in bytes. */
export const KERNEL_ROWS_BUDGET: number = 128 << 20;

/** Rows of the kernel matrix among some points, computed when first asked for; the oldest make room when space is short. */
export class KernelRows {
  private readonly places: Int32Array;
  private readonly owners: Int32Array;
  private readonly rows: Float64Array[] = [];
  private readonly count: number;
  private next = 0;

  constructor(
    private readonly values: Float64Array,
    private readonly columns: number,
    private readonly gamma: number,
  ) {
    this.count = values.length / columns;
    this.places = new Int32Array(this.count).fill(-1);
    this.owners = new Int32Array(kernelRowsKept(this.count)).fill(-1);
  }

  /** Valid until two further rows have been asked for. */
  row(point: number): Float64Array {
    const known = this.places[point];
    if (known >= 0) return this.rows[known];
    const place = this.next;
    this.next = (this.next + 1) % this.owners.length;
    if (this.owners[place] >= 0) this.places[this.owners[place]] = -1;
    const row = (this.rows[place] ??= new Float64Array(this.count));
    for (let other = 0; other < this.count; other++)
      row[other] = kernel(
        this.values,
        point * this.columns,
        this.values,
        other * this.columns,
        this.columns,
        this.gamma,
      );
    this.owners[place] = point;
    this.places[point] = place;
    return row;
  }
}

/** How many kernel rows of so many points are kept. */
export function kernelRowsKept(points: number): number {
  return Math.max(2, Math.min(points, Math.floor(KERNEL_ROWS_BUDGET / (8 * Math.max(1, points)))));
}
