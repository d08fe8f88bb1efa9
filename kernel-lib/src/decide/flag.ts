import type { Threshold } from "../detectors/detector.js";
import { median, medianAbsoluteDeviation } from "../numeric/statistics.js";

/** Which points a detector's scores single out, and from which score on. */
export interface Flagged {
  readonly threshold: number;
  /** 1 where the score lies above the threshold. */
  readonly flags: Uint8Array;
}

/**
 * Turns scores into flags. No flag at all is a possible answer; `contamination` only caps the share of judged points that
 * may be flagged: when more lie above the threshold, the threshold rises until no more than that share does.
 */
export function flag(scores: Float64Array, threshold: Threshold, contamination: number): Flagged {
  const judged = scores.filter((score) => !Number.isNaN(score)).sort();
  if (judged.length === 0) return { threshold: offered(threshold, judged), flags: new Uint8Array(scores.length) };
  const allowed = Math.max(1, Math.floor(contamination * judged.length));
  const cap = judged.length > allowed ? judged[judged.length - allowed - 1] : -Infinity;
  const from = Math.max(offered(threshold, judged), cap);
  return { threshold: from, flags: Uint8Array.from(scores, (score) => (score > from ? 1 : 0)) };
}

function offered(threshold: Threshold, judged: Float64Array): number {
  if (threshold.kind === "fixed" || judged.length === 0) return threshold.value;
  return median(judged) + threshold.value * medianAbsoluteDeviation(judged, true);
}
