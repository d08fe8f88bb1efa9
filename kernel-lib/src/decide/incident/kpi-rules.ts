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

/** Why the rules silence an incident, in words; null when they let it through. */
export function silencedBy(
  rules: KpiRules,
  stretch: Stretch,
  { deviation, deviationPercent }: Pick<Explanation, "deviation" | "deviationPercent">,
): string | null {
  if (rules.direction === "up" && deviation < 0) return "only rises count for this KPI";
  if (rules.direction === "down" && deviation > 0) return "only falls count for this KPI";
  if (Math.abs(deviation) < rules.minimumEffect) return "it is smaller than the least effect that counts";
  if (Math.abs(deviationPercent) < rules.minimumEffectPercent) return "it is smaller than the least share that counts";
  if (stretch.end - stretch.start + 1 < rules.minimumLength) return "it is shorter than the least length that counts";
  return null;
}
