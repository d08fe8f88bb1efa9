import type { Threshold } from "../../detectors/detector.js";
import { select } from "../../numeric/order/select.js";
import { median, medianAbsoluteDeviation } from "../../numeric/statistics.js";

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
  const judged = withoutNaN(scores);
  const wanted = offered(threshold, judged);
  const flags = new Uint8Array(scores.length);
  if (judged.length === 0) return { threshold: wanted, flags };
  const allowed = Math.max(1, Math.floor(contamination * judged.length));
  let above = 0;
  for (let i = 0; i < judged.length; i++) if (judged[i] > wanted) above++;
  const from = above > allowed ? Math.max(wanted, select(judged, judged.length - allowed - 1)) : wanted;
  for (let i = 0; i < scores.length; i++) if (scores[i] > from) flags[i] = 1;
  return { threshold: from, flags };
}

function withoutNaN(scores: Float64Array): Float64Array {
  const kept = new Float64Array(scores.length);
  let count = 0;
  for (let i = 0; i < scores.length; i++) if (!Number.isNaN(scores[i])) kept[count++] = scores[i];
  return kept.subarray(0, count);
}

function offered(threshold: Threshold, judged: Float64Array): number {
  if (threshold.kind === "fixed" || judged.length === 0) return threshold.value;
  const centre = median(judged);
  return centre + threshold.value * medianAbsoluteDeviation(judged, true, centre);
}
