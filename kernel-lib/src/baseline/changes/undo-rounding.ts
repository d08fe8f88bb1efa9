import { median } from "../spread.js";

/** Share of the steps that must be ties before rounding matters. */
const MANY_TIES = 0.1;
/** The golden ratio of 2³²: its multiples, taken modulo 2³², are spread evenly and in step with no season. */
const GOLDEN = 0x9e3779b1;
const TWO_TO_32 = 4_294_967_296;

/**
 * Values of a coarse measurement with its rounding undone: each somewhere within its step, the same place for the same row
 * (dither; Widrow and Kollár 2008, "Quantization Noise"), so that medians of blocks move as the quantity does and not from step to step.
 * The values themselves where few neighbours are equal. O(n log n).
 */
export function undoRounding(values: Float64Array): Float64Array {
  let ties = 0;
  for (let i = 1; i < values.length; i++) if (values[i] === values[i - 1]) ties++;
  if (ties < MANY_TIES * values.length) return values;
  const step = stepOf(values);
  return values.map((value, i) => value + step * ((Math.imul(i + 1, GOLDEN) >>> 0) / TWO_TO_32 - 0.5));
}

/** Middle distance of neighbouring values that occur; 0 when all are equal. */
function stepOf(values: Float64Array): number {
  const sorted = Float64Array.from(new Set(values)).sort();
  if (sorted.length < 2) return 0;
  return median(Float64Array.from({ length: sorted.length - 1 }, (_, i) => sorted[i + 1] - sorted[i]));
}
