/** Records of one series in time order, and what had to be done for it. */
export interface TimeOrder {
  /** Indexes of the records with a usable date, by time, then as in the file. */
  readonly records: Uint32Array;
  /** Records that stand before their predecessor in time. */
  readonly descents: number;
  readonly ascents: number;
}

/**
 * Sorts records by time without moving records of the same moment (natural merge sort: stretches that are in order already,
 * forwards or backwards, are only merged). `members` null stands for all records. Records without a date are left out. Linear for files that are sorted or turned around.
 */
export function orderByTime(times: Float64Array, members: Uint32Array | null): TimeOrder {
  const records = withDate(times, members);
  const ends: number[] = [];
  let descents = 0;
  let ascents = 0;
  for (let start = 0; start < records.length; ) {
    let end = start + 1;
    const falling = end < records.length && times[records[end]] < times[records[start]];
    while (
      end < records.length &&
      (falling ? times[records[end]] < times[records[end - 1]] : times[records[end]] >= times[records[end - 1]])
    ) {
      if (falling) descents++;
      else if (times[records[end]] > times[records[end - 1]]) ascents++;
      end++;
    }
    if (falling) records.subarray(start, end).reverse();
    if (end < records.length) {
      if (falling) ascents++;
      else descents++;
    }
    ends.push((start = end));
  }
  return { records: mergeRuns(times, records, ends), descents, ascents };
}

/** The moments of ordered records, each once; the times themselves when they are just that. */
export function distinctTimes(times: Float64Array, ordered: Uint32Array): Float64Array {
  if (ordered.length === times.length && isAscending(times)) return times;
  const distinct = new Float64Array(ordered.length);
  let count = 0;
  for (let i = 0; i < ordered.length; i++) {
    const time = times[ordered[i]];
    if (count === 0 || time !== distinct[count - 1]) distinct[count++] = time;
  }
  return distinct.subarray(0, count);
}

function isAscending(times: Float64Array): boolean {
  for (let i = 1; i < times.length; i++) if (!(times[i] > times[i - 1])) return false;
  return true;
}

function withDate(times: Float64Array, members: Uint32Array | null): Uint32Array {
  const length = members ? members.length : times.length;
  const records = new Uint32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const record = members ? members[i] : i;
    if (!Number.isNaN(times[record])) records[count++] = record;
  }
  return count === length ? records : records.slice(0, count);
}

/** Merges neighbouring runs, given by their ends, until one is left. */
function mergeRuns(times: Float64Array, runs: Uint32Array, runEnds: readonly number[]): Uint32Array {
  let from = runs;
  let into = runEnds.length > 1 ? new Uint32Array(runs.length) : runs;
  for (let ends = [...runEnds]; ends.length > 1; ) {
    const merged: number[] = [];
    for (let r = 0; r < ends.length; r += 2) {
      const start = r === 0 ? 0 : ends[r - 1];
      const middle = ends[r];
      const end = r + 1 < ends.length ? ends[r + 1] : middle;
      mergePair(times, from, into, start, middle, end);
      merged.push(end);
    }
    [from, into] = [into, from];
    ends = merged;
  }
  return from;
}

function mergePair(
  times: Float64Array,
  from: Uint32Array,
  into: Uint32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let left = start;
  let right = middle;
  for (let i = start; i < end; i++) {
    const takeLeft = right >= end || (left < middle && times[from[left]] <= times[from[right]]);
    into[i] = takeLeft ? from[left++] : from[right++];
  }
}
