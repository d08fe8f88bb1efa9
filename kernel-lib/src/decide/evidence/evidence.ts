import { log } from "../../numeric/math.js";
import type { Season } from "../../season/season.js";
import { blockRows } from "./block-maxima.js";
import { leastScale } from "./calibration.js";
import { detectorVoices } from "./detector-voices.js";
import { addColumns, columnByRow, fillColumn, type EvidenceColumn } from "./evidence-column.js";
import { modelVoices } from "./model-voices.js";
import { surpriseBy, surpriseByRoot, type Surprises } from "./surprise.js";

/** A detector's scores, one a row of the grid, and whether they are roots of twice a log chance already. */
export interface Voice {
  readonly detector: string;
  readonly scores: Float64Array;
  readonly isRoot: boolean;
}

/** Below this part of its alarm level the former score tells nothing more. */
const LEAST_FORMER = 0.05;

/** Columns of a linear evidence, by name. */
export type Columns = ReadonlyMap<string, Float64Array>;

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
  const { columns, pool } = evidenceTrace(season, voices, former, leastOf);
  return new Map(
    columns.map((column) => {
      const whole = new Float64Array(pool.length);
      fillColumn(column, whole);
      return [column.name, whole];
    }),
  );
}

/** What the evidence of a series is made of, and what its columns are made from. */
export interface EvidenceTrace {
  readonly columns: readonly EvidenceColumn[];
  readonly surprises: Surprises;
  /** What all detectors say together. */
  readonly pool: Float64Array;
  readonly block: number;
}

/** As `evidenceColumns`, none of them made yet, with what they are made from: what `evidenceWithout` takes a voice out of. */
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
      isRoot ? surpriseByRoot(scores) : surpriseBy(scores, block, leastOf(detector)),
    ]),
  );
  const { columns, pool } = detectorVoices(surprises, former, season, block);
  const last = columnByRow(FORMER, false, former, lnFormerAt);
  return { columns: [...columns, ...modelVoices(season, pool, block), last], surprises, pool, block };
}

/** Name of the column of the former score's logarithm. */
export const FORMER = "former";

/** ln of the former score of a row, 0 where it tells nothing. */
export const lnFormer = (score: number): number => log(Math.max(LEAST_FORMER, score) / LEAST_FORMER);

function lnFormerAt(former: Float64Array, row: number): number {
  return lnFormer(former[row]);
}

/**
 * How unusual each row is, from what all detectors and the model of what is normal say: a sum of logarithms, in which one
 * strong voice is not drowned and many weak ones that depend on each other add little. `scoresOf` says how often so much
 * comes by chance. O(detectors * n).
 */
export function evidenceOf(
  { columns, pool }: Pick<EvidenceTrace, "columns" | "pool">,
  weights: Readonly<Record<string, number>>,
): Float64Array {
  const evidence = new Float64Array(pool.length);
  const heard = columns.filter(({ name }) => (weights[name] ?? 0) !== 0);
  addColumns(
    heard,
    heard.map(({ name }) => weights[name]),
    evidence,
  );
  return evidence;
}

/** The same of columns that are there, from `evidenceColumns`. */
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
