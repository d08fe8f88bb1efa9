import { circularMean } from "../numeric/centred-window.js";
import { between } from "../numeric/statistics.js";

/**
 * What is usual at each place of a cycle: for every row the median of the values at the same phase in all OTHER cycles, so
 * that no value is compared with a baseline that contains it. Rows marked in `left out`, and NaN, teach nothing. Long cycles are
 * smoothed over neighbouring phases (p / 192 on both sides from 96 on). Zero where no other cycle has a value.
 * O(n log cycles).
 */
export function cycleProfile(values: Float64Array, place: Int32Array, period: number, leftOut: Uint8Array | null): Float64Array {
  const n = values.length;
  const cycles = Math.floor(place[n - 1] / period) + 1;
  const others = new Float64Array(cycles * period);
  const rows = rowsByPhase(values, place, period, leftOut);
  for (let phase = 0; phase < period; phase++) fillOthers(values, place, period, rows[phase], phase, cycles, others);
  const half = period >= 96 ? Math.round(period / 192) : 0;
  if (half > 0) {
    for (let cycle = 0; cycle < cycles; cycle++) {
      const part = others.subarray(cycle * period, (cycle + 1) * period);
      part.set(circularMean(part, half));
    }
  }
  return Float64Array.from({ length: n }, (_, i) => others[place[i]]);
}

function rowsByPhase(values: Float64Array, place: Int32Array, period: number, leftOut: Uint8Array | null): number[][] {
  const rows: number[][] = Array.from({ length: period }, () => []);
  for (let i = 0; i < place.length; i++) if (!leftOut?.[i] && !Number.isNaN(values[i])) rows[place[i] % period].push(i);
  return rows;
}

/** For one phase, the median without each cycle in turn: one sort serves all of them. */
function fillOthers(values: Float64Array, place: Int32Array, period: number, rows: number[], phase: number, cycles: number, others: Float64Array): void {
  const order = rows.slice().sort((a, b) => values[a] - values[b]);
  const sorted = Float64Array.from(order, (row) => values[row]);
  const all = medianWithout(sorted, -1);
  for (let cycle = 0; cycle < cycles; cycle++) others[cycle * period + phase] = all;
  order.forEach((row, rank) => (others[place[row]] = medianWithout(sorted, rank)));
}

/** Median of sorted values with the one at `rank` taken out; 0 when nothing is left. */
function medianWithout(sorted: Float64Array, rank: number): number {
  const count = sorted.length - (rank >= 0 ? 1 : 0);
  if (count === 0) return 0;
  const at = (k: number): number => sorted[rank >= 0 && k >= rank ? k + 1 : k];
  return count % 2 ? at(count >> 1) : between(at(count / 2 - 1), at(count / 2), 0.5);
}
