import type { Incident, Pattern } from "../report.js";
import { alarmCut } from "./alarms.js";

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

/** The question a reader asks of a point that looks odd and is not flagged. O(incidents). */
export function whyNotFlagged(
  point: number,
  series: { readonly scores: Float64Array; readonly values: Float64Array; readonly expected: Float64Array; readonly pattern: Pattern; readonly incidents: readonly Incident[] },
  sensitivity: number,
): WhyNot {
  const { scores, values, expected, pattern, incidents } = series;
  const cut = alarmCut(sensitivity);
  const score = scores[point];
  const deviations = Math.abs(values[point] - expected[point]) / pattern.spread;
  const incident = incidents.find(({ start, end }) => start <= point && point <= end);
  const needed = score > 0 ? 50 - 25 * Math.log2(score) : NaN;
  const base = { flagged: incident !== undefined, score, cut, deviations, neededSensitivity: needed <= 100 ? Math.max(0, Math.ceil(needed)) : NaN };
  if (incident) return { ...base, reason: `Part of incident ${incident.rank}.` };
  if (!Number.isFinite(values[point])) return { ...base, reason: "The value is missing." };
  if (pattern.known[point]) return { ...base, reason: "A known event covers it." };
  return { ...base, reason: `${deviations.toFixed(1)} deviations from expected; its score is ${score.toFixed(2)}, the line is at ${cut.toFixed(2)}.` };
}
