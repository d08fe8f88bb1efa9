import { blockMaxima, usualMaximum } from "./block-maxima.js";

/**
 * A detector's scores in units of its own block maxima: 0 is what a block usually reaches, 2.3 is ten times rarer. Told row by
 * row, for a column of it would be as long as the scores again.
 */
export interface Surprise {
  readonly scores: Float64Array;
  /** Whether the scores are roots of twice a log chance already. */
  readonly isRoot: boolean;
  /** The least score, which stands for what the detector cannot judge. */
  readonly lowest: number;
  readonly place: number;
  readonly scale: number;
}

/** Surprises of the detectors, by id: one entry a row of the grid. */
export type Surprises = ReadonlyMap<string, Surprise>;

/** @param least smallest scale that the scores have where nothing happens */
export function surpriseBy(scores: Float64Array, block: number, least: number): Surprise {
  let lowest = Infinity;
  for (let i = 0; i < scores.length; i++) if (scores[i] < lowest) lowest = scores[i];
  if (lowest === Infinity)
    return { scores: new Float64Array(scores.length), isRoot: false, lowest: 0, place: 0, scale: 1 };
  const maxima = blockMaxima(scores, block);
  for (let k = 0; k < maxima.length; k++) maxima[k] = Math.max(maxima[k], lowest);
  return { scores, isRoot: false, lowest, ...usualMaximum(maxima, least) };
}

/** Scores that are roots of twice a log chance already. */
export function surpriseByRoot(scores: Float64Array): Surprise {
  return { scores, isRoot: true, lowest: 0, place: 0, scale: 1 };
}

/** The surprise of one row. */
export function surpriseAt({ scores, isRoot, lowest, place, scale }: Surprise, row: number): number {
  const score = scores[row];
  if (isRoot) return score > 0 ? (score * score) / 2 : 0;
  return ((Number.isNaN(score) ? lowest : score) - place) / scale;
}

/** Writes the surprises of the rows from `start` up to, without, `end`. */
export function surprisesOf(
  { scores, isRoot, lowest, place, scale }: Surprise,
  out: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start, k = 0; i < end; i++, k++) {
    const score = scores[i];
    if (isRoot) out[k] = score > 0 ? (score * score) / 2 : 0;
    else out[k] = ((score === score ? score : lowest) - place) / scale;
  }
}
