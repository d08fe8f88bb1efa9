/** How flags agree with labels, row by row. */
export interface RowMetrics {
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  /** Share of rows flagged. */
  readonly flagged: number;
}

/**
 * Precision, recall and F1 by rows; one endless incident earns little here. A quotient of nothing is NaN, F1 then 0.
 *
 * @example
 * const { precision, recall } = rowMetrics(labels, series.flags);
 */
export function rowMetrics(labels: ArrayLike<number>, flags: ArrayLike<number>): RowMetrics {
  let labelled = 0;
  let flagged = 0;
  let both = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i]) labelled++;
    if (flags[i]) flagged++;
    if (labels[i] && flags[i]) both++;
  }
  return {
    recall: both / labelled,
    precision: both / flagged,
    f1: labelled + flagged > 0 ? (2 * both) / (labelled + flagged) : 0,
    flagged: flagged / labels.length,
  };
}
