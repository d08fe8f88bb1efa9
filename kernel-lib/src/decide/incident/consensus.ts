import { ranks } from "../../numeric/statistics.js";
import type { Detection } from "../../report.js";
import { memoize } from "../../numeric/memoize.js";

/** What several detectors say together. */
export interface Consensus {
  /** Mean of the rank-scaled scores of the detectors that judged the point, 0 to 1; NaN where none did. */
  readonly scores: Float64Array;
  /** Detectors that flag the point. */
  readonly votes: Uint8Array;
  /** 1 where at least `needed` detectors agree. */
  readonly flags: Uint8Array;
}

/**
 * Lets detectors vote: a point is an anomaly when at least `needed` of them flag it (1 sensitive, 2 balanced, 3 strict).
 * Scores of different detectors have different units, so each is scaled to its rank among the detector's own scores first.
 */
export function consensus(detections: readonly Detection[], length: number, needed: number): Consensus {
  const votes = countVotes(detections, length);
  const sums = new Float64Array(length);
  const judges = new Uint8Array(length);
  for (const { scores } of voters(detections)) {
    const scaled = memoizedRanks(scores);
    for (let i = 0; i < length; i++) {
      if (Number.isNaN(scaled[i])) continue;
      sums[i] += scaled[i];
      judges[i]++;
    }
  }
  const flags = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    sums[i] = judges[i] > 0 ? sums[i] / judges[i] : NaN;
    flags[i] = votes[i] >= needed ? 1 : 0;
  }
  return { scores: sums, votes, flags };
}

/** How many detectors flag each point. O(detectors * n). */
export function countVotes(detections: readonly Detection[], length: number): Uint8Array {
  const votes = new Uint8Array(length);
  for (const { flags } of voters(detections)) for (let i = 0; i < length; i++) votes[i] += flags[i];
  return votes;
}

function voters(detections: readonly Detection[]): Detection[] {
  return detections.filter((detection) => detection.votes && detection.skipped === null);
}

/** Ranks from 0 (least) to 1 (worst), ties sharing their mean rank; NaN stays NaN. */
export function rankScaled(scores: Float64Array): Float64Array {
  const scaled = ranks(scores);
  let last = -1;
  for (let i = 0; i < scores.length; i++) if (!Number.isNaN(scores[i])) last++;
  for (let i = 0; i < scaled.length; i++) scaled[i] = last > 0 ? (scaled[i] - 1) / last : scaled[i] - 1;
  return scaled;
}

/** The ranks of stored scores stay the same from cut to cut; to ask for them ahead makes the first cut by vote a quick one. */
export const memoizedRanks: (scores: Float64Array) => Float64Array = memoize(rankScaled);
