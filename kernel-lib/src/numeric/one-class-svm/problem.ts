/** What the solver is to reach. */
export interface OneClassProblem {
  /** Upper bound of the share of rows outside, lower bound of the share of support vectors; 0 < nu ≤ 1. */
  readonly nu: number;
  /** Largest violation of the optimality conditions that is left. */
  readonly tolerance: number;
}
