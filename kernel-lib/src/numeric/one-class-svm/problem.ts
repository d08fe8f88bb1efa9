/** What the solver is to reach. */
export interface OneClassProblem {
  /** Upper bound of the share of rows outside, lower bound of the share of support vectors; 0 < nu ≤ 1. */
  readonly nu: number;
  /** Largest violation of the optimality conditions that is left. */
  readonly tolerance: number;
  /** Of so many supports the kernels may stand for those of all at rows well inside the boundary; see `estimateSums`. */
  readonly landmarks: number;
}
