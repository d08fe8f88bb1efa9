import type { Plan } from "../seasons/backfit.js";
import type { BaselineInput } from "../types.js";
import type { CleanFit } from "./events-out.js";
import type { JudgedChanges } from "./judged-changes.js";
import type { GapFactors } from "./leave-one-out.js";
import type { LongProblem } from "./long-problem.js";
import type { TransformedSeries } from "./transform-choice.js";

/** What the stages of a long series found. */
export interface LongStages {
  readonly input: BaselineInput;
  readonly problem: LongProblem;
  readonly series: TransformedSeries;
  readonly judged: JudgedChanges;
  readonly plan: Plan;
  readonly clean: CleanFit;
  readonly hat: Float64Array;
  readonly gaps: GapFactors;
  /** Distance of each row from a fit that did not see it, in deviations. */
  readonly z: Float64Array;
}
