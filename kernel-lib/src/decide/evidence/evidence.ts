import { log } from "../../numeric/math.js";
import type { Season } from "../../season/season.js";
import { blockRows } from "./block-maxima.js";
import { leastScale } from "./calibration.js";
import { detectorVoices, surpriseOf, surpriseOfRoot, type Columns } from "./detector-voices.js";
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
  const block = blockRows(season.filled.length, season.rhythm);
  const surprises = new Map(
    voices.map(({ detector, scores, isRoot }) => [
      detector,
      isRoot ? surpriseOfRoot(scores) : surpriseOf(scores, block, leastOf(detector)),
    ]),
  );
  const { columns, pool } = detectorVoices(surprises, former, season, block);
  return new Map([...columns, ...modelVoices(season, pool, block), [FORMER, lnFormer(former)]]);
}

/** Name of the column of the former score's logarithm. */
export const FORMER = "former";

const lnFormer = (former: Float64Array): Float64Array =>
  former.map((score) => log(Math.max(LEAST_FORMER, score) / LEAST_FORMER));

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
