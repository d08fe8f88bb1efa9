import type { NormalFacts } from "../../report.js";

/** Largest over smallest value from which a plain axis hides the small ones. */
const LEAST_RANGE = 10;

/**
 * Whether a logarithmic axis shows a KPI better: all its values are above zero, the largest is ten times the smallest or
 * more, and the model of what is normal counts in factors as well.
 */
export function helpsLogScale(min: number, max: number, normal: NormalFacts | null): boolean {
  return min > 0 && max / min >= LEAST_RANGE && normal?.transform === "logarithm";
}
