import type { Detection } from "../../report.js";

/** Points that exactly these detectors flagged. */
export interface VoteSet {
  readonly detectors: readonly string[];
  readonly points: number;
  /** The first of them, at most 5 indexes into the series. */
  readonly examples: readonly number[];
}

/** Splits the flagged points by who flagged them, most frequent first; the data of an UpSet plot. O(d n). */
export function voteSets(detections: readonly Detection[]): VoteSet[] {
  const found = new Map<string, { detectors: string[]; points: number; examples: number[] }>();
  const length = detections[0]?.flags.length ?? 0;
  for (let index = 0; index < length; index++) {
    const detectors = detections.filter(({ flags }) => flags[index] === 1).map(({ detector }) => detector);
    if (detectors.length === 0) continue;
    const key = detectors.join("\n");
    const set = found.get(key) ?? { detectors, points: 0, examples: [] };
    set.points++;
    if (set.examples.length < 5) set.examples.push(index);
    found.set(key, set);
  }
  return [...found.values()].sort((a, b) => b.points - a.points || a.detectors.length - b.detectors.length);
}
