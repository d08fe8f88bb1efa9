/** Records of one series in time order, and what had to be done for it. */
export interface TimeOrder {
  /** Indexes of the records with a usable date, by time, then as in the file. */
  readonly records: Uint32Array;
  /** Records that stand before their predecessor in time. */
  readonly descents: number;
  readonly ascents: number;
}

/** Sorts records by time without moving records of the same moment. Records without a date are left out. Linear when already sorted. */
export function orderByTime(times: Float64Array, records: Uint32Array): TimeOrder {
  const dated = records.filter((record) => !Number.isNaN(times[record]));
  let descents = 0;
  let ascents = 0;
  for (let i = 1; i < dated.length; i++) {
    const step = times[dated[i]] - times[dated[i - 1]];
    if (step < 0) descents++;
    else if (step > 0) ascents++;
  }
  if (descents > 0) dated.sort((a, b) => times[a] - times[b] || a - b);
  return { records: dated, descents, ascents };
}

/** The moments of ordered records, each once. */
export function distinctTimes(times: Float64Array, ordered: Uint32Array): Float64Array {
  const distinct = new Float64Array(ordered.length);
  let count = 0;
  for (const record of ordered) if (count === 0 || times[record] !== distinct[count - 1]) distinct[count++] = times[record];
  return distinct.subarray(0, count);
}
