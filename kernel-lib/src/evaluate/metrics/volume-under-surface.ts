import { lowestForNaN } from "./area-under-curve.js";
import { labelRuns, type Range } from "./label-runs.js";

const THRESHOLDS = 250;

/**
 * VUS-PR: the area under the precision-recall curve, averaged over label buffers of 0 to `window` rows, so that an alarm
 * a little beside its label still counts and no single buffer has to be chosen (Paparrizos et al., "Volume Under the
 * Surface", VLDB 2022; equal to its reference code with 250 thresholds). NaN when no row is labelled.
 * O(n log n + window * (rows near labels + 250)).
 *
 * @param labels one a row, non-zero where anomalous
 * @param scores one a row; where a method says nothing (NaN) its lowest score counts
 * @param window usual length of what is looked for, in rows; often the season
 *
 * @example
 * const volume = volumeUnderPrecisionRecall(labels, series.scores, 20);
 */
export function volumeUnderPrecisionRecall(labels: ArrayLike<number>, scores: Float64Array, window: number): number {
  const events = labelRuns(labels);
  if (events.length === 0) return NaN;
  const { bucket, predicted } = thresholdBuckets(lowestForNaN(scores));
  let volume = 0;
  for (let buffer = 0; buffer <= window; buffer++)
    volume += bufferedPrecisionRecall(events, scores.length, bucket, predicted, buffer);
  return volume / (window + 1);
}

/** For each row the first threshold, from the highest down, at which it is predicted; and how many rows each predicts. */
function thresholdBuckets(scores: Float64Array): { bucket: Uint16Array; predicted: Float64Array } {
  const n = scores.length;
  const descending = Float64Array.from(scores).sort().reverse();
  const step = (n - 1) / (THRESHOLDS - 1);
  const cuts = Float64Array.from(
    { length: THRESHOLDS },
    (_, k) => descending[k === THRESHOLDS - 1 ? n - 1 : Math.trunc(k * step)],
  );
  const bucket = new Uint16Array(n);
  const predicted = new Float64Array(THRESHOLDS);
  for (let i = 0; i < n; i++) {
    let low = 0;
    for (let high = THRESHOLDS - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (scores[i] >= cuts[middle]) high = middle;
      else low = middle + 1;
    }
    bucket[i] = low;
    predicted[low]++;
  }
  for (let k = 1; k < THRESHOLDS; k++) predicted[k] += predicted[k - 1];
  return { bucket, predicted };
}

/** Area under the range-based precision-recall curve for one buffer. */
function bufferedPrecisionRecall(
  events: readonly Range[],
  n: number,
  bucket: Uint16Array,
  predicted: Float64Array,
  buffer: number,
): number {
  const zones = bufferZones(events, n, buffer >> 1);
  const touched = new Float64Array(THRESHOLDS);
  const core = new Float64Array(THRESHOLDS);
  const rim = new Float64Array(THRESHOLDS);
  let positives = 0;
  for (const zone of zones) {
    let first = THRESHOLDS - 1;
    for (let i = zone.start; i <= zone.end; i++) first = Math.min(first, bucket[i]);
    touched[first]++;
  }
  for (const event of events) {
    positives += event.end - event.start + 1;
    for (let i = event.start; i <= event.end; i++) core[bucket[i]]++;
  }
  forEachRimRow(events, n, buffer, (row, weight) => (rim[bucket[row]] += weight));
  let area = 0;
  let lastRecall = 0;
  let existence = 0;
  let hits = 0;
  let fringe = 0;
  for (let k = 0; k < THRESHOLDS; k++) {
    existence += touched[k];
    fringe += rim[k];
    hits += core[k] + rim[k];
    const recall = Math.min(hits / ((positives + positives + fringe) / 2), 1) * (existence / zones.length);
    area += (recall - lastRecall) * (hits / predicted[k]);
    lastRecall = recall;
  }
  return area;
}

/** Events widened on both sides; those that then touch are one zone. */
function bufferZones(events: readonly Range[], n: number, half: number): Range[] {
  const zones: Range[] = [];
  let start = Math.max(events[0].start - half, 0);
  for (let i = 0; i + 1 < events.length; i++) {
    if (events[i].end + half >= events[i + 1].start - half) continue;
    zones.push({ start, end: events[i].end + half });
    start = events[i + 1].start - half;
  }
  zones.push({ start, end: Math.min(events[events.length - 1].end + half, n - 1) });
  return zones;
}

/**
 * Rows beside events with their weight, which falls from 1 with the distance; where buffers overlap, also across a short event
 * in between, it adds up to at most 1.
 */
function forEachRimRow(
  events: readonly Range[],
  n: number,
  buffer: number,
  visit: (row: number, weight: number) => void,
): void {
  const half = buffer >> 1;
  for (let e = -1; e < events.length; e++) {
    const gapStart = e < 0 ? 0 : events[e].end + 1;
    const gapEnd = e + 1 < events.length ? events[e + 1].start - 1 : n - 1;
    for (let i = e < 0 ? Math.max(gapEnd + 1 - half, 0) : gapStart; i <= gapEnd; i++) {
      let weight = 0;
      for (let past = e; past >= 0 && i - events[past].end <= half; past--)
        weight += Math.sqrt(1 - (i - events[past].end) / buffer);
      for (let next = e + 1; next < events.length && events[next].start - i <= half; next++)
        weight += Math.sqrt(1 - (events[next].start - i) / buffer);
      if (weight > 0) visit(i, Math.min(weight, 1));
    }
  }
}
