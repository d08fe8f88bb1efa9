import { log } from "../../numeric/math.js";
import type { Season } from "../../season/season.js";
import { blockRows } from "./block-maxima.js";
import { leastScale } from "./calibration.js";
import { detectorVoices, surpriseOf, surpriseOfRoot, type Columns, type Surprises } from "./detector-voices.js";
import { modelVoices } from "./model-voices.js";

/** A detector's scores, one a row of the grid, and whether they are roots of twice a log chance already. */
export interface Voice {
  readonly detector: string;
  readonly scores: Float64Array;
  readonly isRoot: boolean;
}

/** Below this part of its alarm level the former score tells nothing more. */
const LEAST_FORMER = 0.05;

/**
 * All columns that the evidence of a series is made of, by name: one entry a row of the grid.
 *
 * @param leastOf least scale of a detector's block maxima
 */
export function evidenceColumns(
  season: Season,
  voices: readonly Voice[],
  former: Float64Array,
  leastOf: (detector: string) => number = leastScale,
): Columns {
  return evidenceTrace(season, voices, former, leastOf).columns;
}

/** What the evidence of a series is made of, and what its columns were made from. */
export interface EvidenceTrace {
  readonly columns: Columns;
  readonly surprises: Surprises;
  /** What all detectors say together. */
  readonly pool: Float64Array;
  readonly block: number;
}

/** As `evidenceColumns`, with what they were made from: what `evidenceWithout` takes a voice out of. */
export function evidenceTrace(
  season: Season,
  voices: readonly Voice[],
  former: Float64Array,
  leastOf: (detector: string) => number = leastScale,
): EvidenceTrace {
  const block = blockRows(season.filled.length, season.rhythm);
  const surprises = new Map(
    voices.map(({ detector, scores, isRoot }) => [
      detector,
      isRoot ? surpriseOfRoot(scores) : surpriseOf(scores, block, leastOf(detector)),
    ]),
  );
  const { columns, pool } = detectorVoices(surprises, former, season, block);
  const all = new Map([...columns, ...modelVoices(season, pool, block), [FORMER, former.map(lnFormer)]]);
  return { columns: all, surprises, pool, block };
}

/** Name of the column of the former score's logarithm. */
export const FORMER = "former";

/** ln of the former score of a row, 0 where it tells nothing. */
export const lnFormer = (score: number): number => log(Math.max(LEAST_FORMER, score) / LEAST_FORMER);

/**
 * How unusual each row is, from what all detectors and the model of what is normal say: a sum of logarithms, in which one
 * strong voice is not drowned and many weak ones that depend on each other add little. `scoresOf` says how often so much
 * comes by chance. O(detectors * n).
 *
 * @param columns from `evidenceColumns`
 */
export function rowEvidence(
  columns: ReadonlyMap<string, ArrayLike<number>>,
  weights: Readonly<Record<string, number>>,
  rows: number,
): Float64Array {
  const evidence = new Float64Array(rows);
  for (const [name, column] of columns) {
    const own = weights[name] ?? 0;
    if (own !== 0) for (let i = 0; i < rows; i++) evidence[i] += own * column[i];
  }
  return evidence;
}
