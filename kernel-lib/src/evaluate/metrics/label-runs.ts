/** First and last position of a stretch, both inclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches of rows that are marked, in order: how labels or flags by row become events.
 *
 * @example
 * labelRuns([0, 1, 1, 0]); // [{ start: 1, end: 2 }]
 */
export function labelRuns(marks: ArrayLike<number>): Range[] {
  const runs: Range[] = [];
  for (let i = 0; i < marks.length; i++) {
    if (!marks[i]) continue;
    const start = i;
    while (i + 1 < marks.length && marks[i + 1]) i++;
    runs.push({ start, end: i });
  }
  return runs;
}
