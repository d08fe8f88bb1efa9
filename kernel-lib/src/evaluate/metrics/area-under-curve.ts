/**
 * Area under the receiver operating characteristic: the chance that a labelled row scores above an unlabelled one
 * (ties count half; Hanley and McNeil 1982). 0.5 is guessing, NaN when all rows have the same label. A row without a score
 * ties with the lowest. O(n log n).
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
 * `average_precision_score`). Better than ROC where anomalies are rare. NaN without a labelled row. A row without a
 * score ties with the lowest. O(n log n).
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

/** The scores, with the lowest of them where there is none: a method that says nothing of a row does not suspect it. */
export function lowestForNaN(scores: Float64Array): Float64Array {
  const lowest = scores.reduce((least, score) => (score < least ? score : least), Infinity);
  return scores.map((score) => (Number.isNaN(score) ? (lowest < Infinity ? lowest : 0) : score));
}

/** Visits the rows from the highest score down, rows of equal score together. */
function forEachTie(
  labels: ArrayLike<number>,
  given: Float64Array,
  visit: (positives: number, negatives: number) => void,
): void {
  const scores = lowestForNaN(given);
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => scores[b] - scores[a]);
  for (let from = 0; from < order.length; ) {
    let positives = 0;
    let to = from;
    for (; to < order.length && scores[order[to]] === scores[order[from]]; to++) if (labels[order[to]]) positives++;
    visit(positives, to - from - positives);
    from = to;
  }
}
