import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import type { Baseline } from "../../../kernel-lib/src/baseline/types.js";
import type { MadeSeries } from "./business-series.js";

/** What the model says of a series, as the analysis asks it: nothing is known beforehand. */
export function modelOf({ values, step, times }: Omit<MadeSeries, "name">): Baseline {
  return baseline({ values, step, times, excluded: null });
}
