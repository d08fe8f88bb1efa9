import { log2, pow } from "../../numeric/math.js";

/**
 * How much an incident matters, 0 to 100, on one scale across detectors, KPIs and files: how rare it is (its score against
 * the alarm level), how far the values are off (total deviation at the peak in usual deviations) and how long it lasts (in
 * cycles). An incident that just reaches the level, off by three deviations for a few points, is about 30; ten times the
 * level is above 90.
 *
 * @param score peak score, 1 = alarm level
 * @param far distance from expected at the peak in robust deviations of the remainder; NaN where nothing is known of it:
 *   then it has no say
 * @param cycles length of the incident in cycles
 */
export function severityOf(score: number, far: number, cycles: number): number {
  const rare = Math.max(0, score);
  const distance = Number.isNaN(far) ? 1 : Math.max(0.5, Math.min(4, far / 4));
  const duration = 1 + 0.2 * log2(1 + Math.max(0, cycles));
  const strength = Math.sqrt(rare * distance) * duration;
  return Math.round(100 * (1 - pow(2, -0.55 * strength)));
}
