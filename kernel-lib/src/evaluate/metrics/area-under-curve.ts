/**
 * Area under the receiver operating characteristic: the chance that a labelled row scores above an unlabelled one
 * (ties count half; Hanley and McNeil 1982). 0.5 is guessing, NaN when all rows have the same label. O(n log n).
 *
 * @example
 * areaUnderRoc([0, 1, 0], Float64Array.of(0.1, 0.9, 0.2)); // 1
 */
export function areaUnderRoc(labels: ArrayLike<number>, scores: Float64Array): number {
  let area = 0;
  let hits = 0;
  let misses = 0;
  forEachTie(labels, scores, (positives, negatives) => {
    area += negatives * (hits + positives / 2);
    hits += positives;
    misses += negatives;
  });
  return area / (hits * misses);
}

/**
 * Average precision: precision at each distinct score, weighted by the recall it adds (no interpolation, as scikit-learn's
 * `average_precision_score`). Better than ROC where anomalies are rare. NaN without a labelled row. O(n log n).
 *
 * @example
 * areaUnderPrecisionRecall([0, 1, 0], Float64Array.of(0.1, 0.9, 0.2)); // 1
 */
export function areaUnderPrecisionRecall(labels: ArrayLike<number>, scores: Float64Array): number {
  let area = 0;
  let hits = 0;
  let predicted = 0;
  forEachTie(labels, scores, (positives, negatives) => {
    hits += positives;
    predicted += positives + negatives;
    area += positives * (hits / predicted);
  });
  return area / hits;
}

/** Visits the rows from the highest score down, rows of equal score together. */
function forEachTie(
  labels: ArrayLike<number>,
  scores: Float64Array,
  visit: (positives: number, negatives: number) => void,
): void {
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => scores[b] - scores[a]);
  for (let from = 0; from < order.length; ) {
    let positives = 0;
    let to = from;
    for (; to < order.length && scores[order[to]] === scores[order[from]]; to++) if (labels[order[to]]) positives++;
    visit(positives, to - from - positives);
    from = to;
  }
}
