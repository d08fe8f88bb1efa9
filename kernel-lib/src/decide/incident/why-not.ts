import { log2 } from "../../numeric/math.js";
import type { Incident, Pattern } from "../../report.js";
import { alarmCut } from "./alarms.js";
import { noRules, silencedBy, type KpiRules } from "./kpi-rules.js";

/** Why a point is not flagged, or that it is. */
export interface WhyNot {
  readonly flagged: boolean;
  /** Score of the point; 1 is the alarm level. */
  readonly score: number;
  /** Score that a stretch has to reach. */
  readonly cut: number;
  /** Sensitivity at which it would be flagged; NaN when no sensitivity from 0 to 100 does. */
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
  readonly pattern: Pattern;
  readonly incidents: readonly Incident[];
  /** The line that was drawn; left out, it follows from the sensitivity. A cap on the share of flagged points raises it. */
  readonly threshold?: number;
}

/**
 * The question a reader asks of a point that looks odd and is not flagged. O(incidents).
 *
 * @param rules the rules of the KPI, which may have silenced it
 */
export function whyNotFlagged(
  point: number,
  series: AskedSeries,
  sensitivity: number,
  rules: KpiRules = noRules,
): WhyNot {
  const { scores, values, expected, pattern, incidents, threshold = NaN } = series;
  const cut = Number.isFinite(threshold) ? threshold : alarmCut(sensitivity);
  const score = scores[point];
  const deviation = values[point] - expected[point];
  const deviations = Math.abs(deviation) / pattern.spread;
  const incident = incidents.find(({ start, end }) => start <= point && point <= end);
  const needed = score > 0 ? 50 - 25 * log2(score) : NaN;
  const base = {
    flagged: incident !== undefined,
    score,
    cut,
    deviations,
    neededSensitivity: needed <= 100 ? Math.max(0, Math.ceil(needed)) : NaN,
  };
  if (incident) return { ...base, reason: `Part of incident ${incident.rank}.` };
  if (!Number.isFinite(values[point])) return { ...base, reason: "The value is missing." };
  if (pattern.known[point]) return { ...base, reason: "A known event covers it." };
  const far = `${deviations.toFixed(1)} deviations from expected; its score is ${score.toFixed(2)}, the line is at ${cut.toFixed(2)}`;
  if (!(score > cut)) return { ...base, reason: `${far}.` };
  const silenced = silencedBy(
    rules,
    { start: point, end: point },
    { deviation, deviationPercent: (100 * deviation) / Math.abs(expected[point]) },
  );
  return {
    ...base,
    neededSensitivity: NaN,
    reason: silenced
      ? `${far}, but ${silenced}.`
      : `${far}, but what is wrong there is told by the incident beside it.`,
  };
}
