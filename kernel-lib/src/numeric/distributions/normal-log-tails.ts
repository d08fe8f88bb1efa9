import { LOG_ROOT_TWO_PI } from "./log-gamma.js";
import { exp } from "../math.js";
import { normalLogTail } from "./normal.js";

/** Columns longer than this are looked up in a table. */
const MANY = 60_000;
/** Nodes a deviation, and the deviation from which on the function itself is asked. */
const PER_UNIT = 64;
const FARTHEST = 8;

/** Values and slopes at the nodes, over the place between two of them. */
let nodes: Float64Array | null = null;

function nodesOf(): Float64Array {
  const made = new Float64Array(2 * (FARTHEST * PER_UNIT + 2));
  for (let k = 0; 2 * k < made.length; k++) {
    const size = k / PER_UNIT;
    made[2 * k] = normalLogTail(size);
    // Density divided by tail.
    made[2 * k + 1] = -exp(-0.5 * size * size - LOG_ROOT_TWO_PI - made[2 * k]) / PER_UNIT;
  }
  return made;
}

/**
 * ln of the chance that a standard normal number is larger than the size of each value; what is not finite is left as it is.
 * More than 60,000 by a polynomial of the third degree between nodes (Hermite), off by less than 1e-9. O(n).
 */
export function normalLogTails(z: Float64Array, out: Float64Array): void {
  if (z.length <= MANY) {
    for (let i = 0; i < z.length; i++) if (Number.isFinite(z[i])) out[i] = normalLogTail(Math.abs(z[i]));
    return;
  }
  nodes ??= nodesOf();
  for (let i = 0; i < z.length; i++) {
    const size = Math.abs(z[i]);
    if (size < FARTHEST) {
      const place = size * PER_UNIT;
      const k = Math.floor(place);
      const x = place - k;
      const a = nodes[2 * k];
      const b = nodes[2 * k + 1];
      const rise = nodes[2 * k + 2] - a - b;
      const slope = nodes[2 * k + 3] - b;
      out[i] = a + x * (b + x * (3 * rise - slope + x * (slope - 2 * rise)));
    } else if (size < Infinity) out[i] = normalLogTail(size);
  }
}
