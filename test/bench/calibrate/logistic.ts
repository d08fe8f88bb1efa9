/** Rows to learn from: one array a column, the truth and the weight of each row. */
export interface Lesson {
  readonly columns: readonly Float64Array[];
  readonly truth: Uint8Array;
  readonly weight: Float64Array;
}

/** Weights and what is added to them. */
export interface Fitted {
  readonly intercept: number;
  readonly weights: Float64Array;
}

/**
 * Logistic regression pulled towards a start, each weight kept on the side of zero on which it started (a start of 0: at or
 * above it): projected gradient descent with momentum restarts, a fixed number of steps, so that the same lesson gives the
 * same bytes. The pull is in units of the weighted mean loss.
 */
export function fitLogistic(lesson: Lesson, start: readonly number[], pull: number, steps = 200): Fitted {
  const { columns, truth, weight } = lesson;
  const n = truth.length;
  const p = columns.length;
  const whole = weight.reduce((sum, each) => sum + each, 0);
  // Steepest curvature: a quarter of the largest eigenvalue, bounded by the trace.
  let trace = 1;
  for (const column of columns) {
    let squares = 0;
    for (let i = 0; i < n; i++) squares += weight[i] * column[i] * column[i];
    trace += squares / whole;
  }
  const rate = 1 / (0.25 * trace + 2 * pull);
  let weights = Float64Array.from(start);
  let intercept = -2;
  let [ahead, aheadIntercept] = [weights.slice(), intercept];
  let speed = 1;
  const slope = new Float64Array(n);
  for (let step = 0; step < steps; step++) {
    slope.fill(aheadIntercept);
    for (let k = 0; k < p; k++) {
      const column = columns[k];
      const w = ahead[k];
      for (let i = 0; i < n; i++) slope[i] += w * column[i];
    }
    let bias = 0;
    for (let i = 0; i < n; i++) {
      slope[i] = (weight[i] / whole) * (1 / (1 + Math.exp(-slope[i])) - truth[i]);
      bias += slope[i];
    }
    const next = new Float64Array(p);
    for (let k = 0; k < p; k++) {
      const column = columns[k];
      let gradient = 2 * pull * (ahead[k] - start[k]);
      for (let i = 0; i < n; i++) gradient += slope[i] * column[i];
      const moved = ahead[k] - rate * gradient;
      next[k] = start[k] < 0 ? Math.min(0, moved) : Math.max(0, moved);
    }
    const nextIntercept = aheadIntercept - rate * bias;
    const nextSpeed = (1 + Math.sqrt(1 + 4 * speed * speed)) / 2;
    const beta = (speed - 1) / nextSpeed;
    ahead = next.map((value, k) => value + beta * (value - weights[k]));
    aheadIntercept = nextIntercept + beta * (nextIntercept - intercept);
    weights = next;
    intercept = nextIntercept;
    speed = nextSpeed;
  }
  return { intercept, weights };
}
