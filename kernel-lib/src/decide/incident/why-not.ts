import type { Incident, Pattern } from "../../report.js";
import { alarmCut } from "./alarms.js";
import type { AutoOptions } from "./auto-decision.js";
import { deviationFrom } from "./explain.js";
import { leastSensitivity } from "./least-sensitivity.js";
import { noRules, silencedBy, type KpiRules } from "./kpi-rules.js";

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
  readonly reason: string;
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
  if (incident) return { ...base, reason: `Part of incident ${incident.rank}.` };
  if (!Number.isFinite(values[point])) return { ...base, reason: "The value is missing." };
  if (pattern.known[point]) return { ...base, reason: "A known event covers it." };
  if (Number.isNaN(score)) return { ...base, reason: "Not judged: nothing is known of what is usual there." };
  const away = Number.isNaN(deviations)
    ? "Nothing to compare it with"
    : `${deviations.toFixed(1)} deviations from expected`;
  const far = `${away}; its score is ${score.toFixed(2)}, the line is at ${cut.toFixed(2)}`;
  if (!(score > cut)) return { ...base, reason: `${far}.` };
  const silenced = silencedBy(rules, { start: point, end: point }, { deviation, deviationPercent });
  return {
    ...base,
    reason: silenced
      ? `${far}, but ${silenced}.`
      : `${far}, but what is wrong there is told by the incident beside it.`,
  };
}
