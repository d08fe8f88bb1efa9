import type { Explanation } from "../../report.js";
import type { Stretch } from "./stretches.js";

/** What counts for a KPI, whatever its score. */
export interface KpiRules {
  /** Only rises, only falls, or both. */
  readonly direction: "up" | "down" | "both";
  /** Least distance from expected at the peak, in the KPI's unit. */
  readonly minimumEffect: number;
  /** The same in percent of the expected value. */
  readonly minimumEffectPercent: number;
  /** Least number of points. */
  readonly minimumLength: number;
}

/** Rules that silence nothing: what stands where a rule leaves something out. */
export const noRules: KpiRules = { direction: "both", minimumEffect: 0, minimumEffectPercent: 0, minimumLength: 1 };

/** A rule that leaves an incident out. */
export type SilencingRule = "only_rises" | "only_falls" | "least_effect" | "least_share" | "least_length";

/** The rule that silences an incident; null when all let it through. */
export function silencedBy(
  rules: KpiRules,
  stretch: Stretch,
  { deviation, deviationPercent }: Pick<Explanation, "deviation" | "deviationPercent">,
): SilencingRule | null {
  if (rules.direction === "up" && deviation < 0) return "only_rises";
  if (rules.direction === "down" && deviation > 0) return "only_falls";
  if (Math.abs(deviation) < rules.minimumEffect) return "least_effect";
  if (Math.abs(deviationPercent) < rules.minimumEffectPercent) return "least_share";
  if (stretch.end - stretch.start + 1 < rules.minimumLength) return "least_length";
  return null;
}
