import { heldFinite } from "../../numeric/scaling/usual-size.js";
import type { SeriesReport } from "../../report.js";

/** What a series leaves unexplained: value less expected value; NaN where either is not known. */
export function remainderOf({ values, expected }: Pick<SeriesReport, "values" | "expected">): Float64Array {
  return values.map((value, i) => heldFinite(value - expected[i]));
}
