import { anomalousSeries } from "../generated/anomalous-series.js";
import { everydaySeries } from "../generated/everyday-series.js";
import { kindSeries } from "../generated/kinds/index.js";
import { nullSeries, OTHER_LENGTHS } from "../generated/null-series.js";
import { wildNullSeries } from "../generated/wild-null-series.js";
import type { Prepared } from "./evidence-of.js";

/** Seed of all series that anything is learnt from; benches use others. */
const SEED = 101;

/** The series that the decision is calibrated on. */
export function calibrationSeries(): { readonly anomalous: Prepared["item"][]; readonly calm: Prepared["item"][] } {
  const from =
    (source: string) =>
    (item: Omit<Prepared["item"], "source">): Prepared["item"] => ({ ...item, source });
  return {
    anomalous: [
      ...(["operations", "business", "heldBack"] as const).flatMap((group) =>
        anomalousSeries(group, 24, SEED).map(from(group)),
      ),
      ...(["watched", "services", "faults"] as const).flatMap((group) =>
        everydaySeries(group, 24, SEED).map(from(group)),
      ),
      ...kindSeries(4, SEED).map(from("kinds")),
    ],
    calm: [
      ...nullSeries(288, SEED).map(from("nulls")),
      ...nullSeries(256, SEED, OTHER_LENGTHS).map(from("other lengths")),
      ...wildNullSeries(288, SEED).map(from("wild")),
    ],
  };
}
