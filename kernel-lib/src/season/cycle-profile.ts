import { ascendingOrder } from "../numeric/order/ascending-order.js";
import { circularMean } from "../numeric/windows/centred-window.js";
import { interpolate } from "../numeric/statistics.js";

/**
 * What is usual at each place of a cycle: for every row the median of the values at the same phase in all OTHER cycles, so
 * that no value is compared with a baseline that contains it. Rows marked in `left out`, and values that are not finite, teach nothing. Long cycles are
 * smoothed over neighbouring phases (p / 192 on both sides from 96 on). Zero where no other cycle has a value.
 * O(n log cycles).
 */
export function cycleProfile(
  values: Float64Array,
  place: Int32Array,
  period: number,
  leftOut: Uint8Array | null,
): Float64Array {
  const n = values.length;
  const cycles = Math.floor(place[n - 1] / period) + 1;
  const others = new Float64Array(cycles * period);
  const { rows, starts } = rowsByPhase(values, place, period, leftOut);
  for (let phase = 0; phase < period; phase++)
    fillOthers(values, place, period, rows.subarray(starts[phase], starts[phase + 1]), phase, cycles, others);
  const half = period >= 96 ? Math.round(period / 192) : 0;
  if (half > 0) {
    for (let cycle = 0; cycle < cycles; cycle++) {
      const part = others.subarray(cycle * period, (cycle + 1) * period);
      part.set(circularMean(part, half));
    }
  }
  const profile = new Float64Array(n);
  for (let i = 0; i < n; i++) profile[i] = others[place[i]];
  return profile;
}

/** The rows that teach, phase by phase; those of a phase begin at its entry in `starts`. */
function rowsByPhase(
  values: Float64Array,
  place: Int32Array,
  period: number,
  leftOut: Uint8Array | null,
): { readonly rows: Int32Array; readonly starts: Int32Array } {
  const teaches = (i: number): boolean => !leftOut?.[i] && Number.isFinite(values[i]);
  const starts = new Int32Array(period + 1);
  for (let i = 0; i < place.length; i++) if (teaches(i)) starts[(place[i] % period) + 1]++;
  for (let phase = 0; phase < period; phase++) starts[phase + 1] += starts[phase];
  const next = starts.slice();
  const rows = new Int32Array(starts[period]);
  for (let i = 0; i < place.length; i++) if (teaches(i)) rows[next[place[i] % period]++] = i;
  return { rows, starts };
}

/** For one phase, the median without each cycle in turn: one sort serves all of them. */
function fillOthers(
  values: Float64Array,
  place: Int32Array,
  period: number,
  rows: Int32Array,
  phase: number,
  cycles: number,
  others: Float64Array,
): void {
  const count = rows.length;
  const own = new Float64Array(count);
  for (let k = 0; k < count; k++) own[k] = values[rows[k]];
  const order = new Int32Array(count);
  ascendingOrder(own, 0, count, order, new Int32Array(count));
  const sorted = new Float64Array(count);
  for (let rank = 0; rank < count; rank++) sorted[rank] = own[order[rank]];
  const all = medianWithout(sorted, -1);
  for (let cycle = 0; cycle < cycles; cycle++) others[cycle * period + phase] = all;
  for (let rank = 0; rank < count; rank++) others[place[rows[order[rank]]]] = medianWithout(sorted, rank);
}

/** Median of sorted values with the one at `rank` taken out; 0 when nothing is left. */
function medianWithout(sorted: Float64Array, rank: number): number {
  const count = sorted.length - (rank >= 0 ? 1 : 0);
  if (count === 0) return 0;
  const at = (k: number): number => sorted[rank >= 0 && k >= rank ? k + 1 : k];
  return count % 2 ? at(count >> 1) : interpolate(at(count / 2 - 1), at(count / 2), 0.5);
}
