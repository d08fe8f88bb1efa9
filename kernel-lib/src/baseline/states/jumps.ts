import { normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { studentLogTail } from "../../numeric/distributions/student.js";
import { log } from "../../numeric/math.js";
import { median } from "../noise/spread.js";

/** Other jumps that tell how far one usually goes. */
const LEAST_OTHERS = 4;
/** Jumps are long-tailed: Student's law with so many degrees of freedom. */
const DEGREES = 3;
const TO_DEVIATION = 1.4826;
/** From so many jumps on one of them no longer moves their median. */
const MANY = 40;
/** A jump that others reach oftener than this, on either side, is as good as any. */
const USUAL = 0.05;

/**
 * Normal equivalents of the jumps between values that are held, one a row, 0 where nothing jumps or no farther than others do.
 * The size is judged by the median size of all OTHER jumps, as a ratio where all values are positive, and counts the more the
 * rarer jumps are. O(n).
 */
export function jumpZ(held: Float64Array): Float64Array {
  const n = held.length;
  const z = new Float64Array(n);
  const size = sizeOfJumps(held);
  const rows = Int32Array.from(held.keys()).filter((row) => row > 0 && held[row] !== held[row - 1]);
  if (rows.length <= LEAST_OTHERS) return z;
  const sizes = Float64Array.from(rows, size);
  const distances = sizes.map(Math.abs);
  const ofAll = median(distances);
  for (const [k, row] of rows.entries()) {
    const scale =
      TO_DEVIATION *
      (rows.length >= MANY ? ofAll : median(distances.map((distance, other) => (other === k ? NaN : distance))));
    const logTail = studentLogTail(Math.abs(sizes[k]) / scale, DEGREES);
    if (logTail > log(USUAL / 2)) continue;
    z[row] = -Math.sign(sizes[k]) * normalQuantileOfLog(log(rows.length / n) + logTail);
  }
  return z;
}

/** How far a row is from the row before: as a ratio where all values are positive. */
export function sizeOfJumps(held: Float64Array): (row: number) => number {
  const ratio = held.every((value) => value > 0);
  return (row) => (ratio ? log(held[row] / held[row - 1]) : held[row] - held[row - 1]);
}
