import type { Incident, Pattern } from "../../report.js";
import { alarmCut } from "./alarms.js";
import type { AutoOptions } from "./auto-decision.js";
import { deviationFrom } from "./explain.js";
import { leastSensitivity } from "./least-sensitivity.js";
import { noRules, silencedBy, type KpiRules, type SilencingRule } from "./kpi-rules.js";

/** Why a point is flagged or not, as facts. */
export type WhyNotReason =
  | { readonly kind: "incident"; readonly rank: number }
  | { readonly kind: "missing" | "known event" | "not judged" | "below threshold" | "beside incident" }
  | { readonly kind: "silenced"; readonly rule: SilencingRule };

/** Why a point is not flagged, or that it is. */
export interface WhyNot {
  readonly flagged: boolean;
  /** Score of the point; 1 is the alarm level. */
  readonly score: number;
  /** Score that a stretch has to reach. */
  readonly cut: number;
  /** Least whole sensitivity at which it is flagged; NaN when no sensitivity from 0 to 100 does. */
  readonly neededSensitivity: number;
  /** Distance from expected in usual deviations of the remainder. */
  readonly deviations: number;
  readonly because: WhyNotReason;
}

/** What a series' report says, as far as the question needs it. */
export interface AskedSeries {
  readonly scores: Float64Array;
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly pattern: Pattern;
  readonly incidents: readonly Incident[];
  /** The line that was drawn; left out, it follows from the sensitivity. A cap on the share of flagged points raises it. */
  readonly threshold?: number;
}

/**
 * The question a reader asks of a point that looks odd and is not flagged. O(n) for each sensitivity that is tried.
 *
 * @param rules the rules of the KPI, which may have silenced it
 * @param further the cap on flagged rows (half of all when left out), and the cuts where several series are decided together
 *
 * @example
 * const { pattern } = series;
 * if (pattern) console.log(whyNotFlagged(12, { ...series, pattern }, 50));
 */
export function whyNotFlagged(
  point: number,
  series: AskedSeries,
  sensitivity: number,
  rules: KpiRules = noRules,
  further: Partial<Pick<AutoOptions, "contamination" | "cutAt">> = {},
): WhyNot {
  const { scores, values, expected, pattern, incidents, threshold = NaN } = series;
  const cut = Number.isFinite(threshold) ? threshold : alarmCut(sensitivity);
  const score = scores[point];
  const { deviation, deviationPercent } = deviationFrom(expected[point], values[point]);
  const deviations = Math.abs(deviation) / pattern.spread;
  const incident = incidents.find(({ start, end }) => start <= point && point <= end);
  const base = {
    flagged: incident !== undefined,
    score,
    cut,
    deviations,
    neededSensitivity: leastSensitivity(point, series, { contamination: 0.5, ...further, rules }),
  };
  if (incident) return { ...base, because: { kind: "incident", rank: incident.rank } };
  if (!Number.isFinite(values[point])) return { ...base, because: { kind: "missing" } };
  if (pattern.known[point]) return { ...base, because: { kind: "known event" } };
  if (Number.isNaN(score)) return { ...base, because: { kind: "not judged" } };
  if (!(score > cut)) return { ...base, because: { kind: "below threshold" } };
  const rule = silencedBy(rules, { start: point, end: point }, { deviation, deviationPercent });
  return { ...base, because: rule ? { kind: "silenced", rule } : { kind: "beside incident" } };
}
