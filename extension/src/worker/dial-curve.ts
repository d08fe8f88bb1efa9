import { moments, type Report } from "kpi-anomaly";
import type { DialCurve, StoredVerdict } from "../../shared/protocol/index.js";
import { newsOf } from "./facts/news.js";
import { stepOf } from "./facts/step-of.js";

/** Steps of the dial that are tried. */
const every = 5;

/**
 * How much each place of the dial finds, from the stored scores; nothing is fitted. Natural breaks are the places after which
 * the next step finds clearly more: where a reader would stop.
 *
 * @param cut decides the report anew at a sensitivity
 */
export function dialCurve(
  report: Report,
  verdicts: readonly StoredVerdict[],
  cut: (sensitivity: number) => Report,
): DialCurve {
  const step = stepOf(report);
  const count = ({ series }: Report): number =>
    series.length === 1
      ? newsOf(series[0], step, verdicts).length
      : moments(series.map((one) => ({ ...one, incidents: newsOf(one, step, verdicts) }))).length;
  const found: number[] = [];
  const sensitivities: number[] = [];
  for (let sensitivity = 0; sensitivity <= 100; sensitivity += every) {
    sensitivities.push(sensitivity);
    found.push(count(cut(sensitivity)));
  }
  return { sensitivities, found, breaks: naturalBreaks(sensitivities, found) };
}

/** Places where the count has stood still for two steps or more and then rises by half or more. */
export function naturalBreaks(sensitivities: readonly number[], found: readonly number[]): number[] {
  const breaks: number[] = [];
  let since = 0;
  for (let at = 1; at < found.length; at++) {
    if (found[at] === found[at - 1]) continue;
    if (at - since > 2 && found[at - 1] > 0 && found[at] >= 1.5 * found[at - 1]) breaks.push(sensitivities[at - 1]);
    since = at;
  }
  return breaks;
}
