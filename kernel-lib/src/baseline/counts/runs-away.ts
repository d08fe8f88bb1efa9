import { log, log1p } from "../../numeric/math.js";
import { normalCdf, normalLogTail } from "../../numeric/distributions/normal.js";
import type { Stay } from "../types.js";

/** Away from nothing is odd only where there is nothing in most rows. */
const RARE = 0.5;
/** Runs must be so many times rarer, as rows in a row must: their rows have been looked at one by one. */
const LOOKED_AT = 2;
/** Halvings that find the rate to the last bit. */
const HALVINGS = 52;

/** What a run of something is judged by. */
export interface RunTerms {
  /** 1 where there is something, 0 where there is nothing or nothing is known. */
  readonly positive: Float64Array;
  /** Chance of nothing at each row. */
  readonly zeroChance: Float64Array;
  /** Normal equivalents of the sizes. */
  readonly sizeZ: Float64Array;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly excess: number;
}

/**
 * Runs of something where there is mostly nothing, with ln p: how often such a run comes and how large its sizes are together.
 * Each row after the first adds −ln of the chance that it goes on, each row −ln of the chance of so large a size; under
 * independent rows such sums have an exponential tail (Wald 1944), whose rate belongs to the share of rows with something. A
 * run is compared with all OTHERS, which tell how far rows hang together: a ratio of exponential lengths, as for stays. Empty
 * with fewer than two runs or where there is oftener something than nothing. O(n).
 */
export function runsAway({ positive, zeroChance, sizeZ }: RunTerms): Stay[] {
  const n = positive.length;
  let [rows, share] = [0, 0];
  for (let i = 0; i < n; i++) {
    share += 1 - zeroChance[i];
    rows += positive[i];
  }
  share /= n;
  if (rows === 0 || share >= RARE) return [];
  const rate = 1 - tailExponent(share);
  const runs: Run[] = [];
  for (let start = 0; start < n; start++) {
    if (!(positive[start] > 0)) continue;
    let end = start;
    let sum = 0;
    while (end < n && positive[end] > 0) {
      sum += (end > start ? -log1p(-zeroChance[end]) : 0) - logOfLarger(sizeZ[end]);
      end++;
    }
    runs.push({ start, end, excess: rate * sum });
    start = end;
  }
  const others = runs.length - 1;
  if (others < 1) return [];
  const all = runs.reduce((sum, { excess }) => sum + excess, 0);
  return runs
    .filter(({ start, end }) => end - start > 1)
    .map(({ start, end, excess }) => ({
      start,
      end,
      // Never rarer than independent rows let expect, of which runs have a mean excess of 1.
      logP: -others * log1p(excess / Math.max(all - excess, others)) + log((LOOKED_AT * runs.length) / n),
    }));
}

/** ln of the chance of a size at least so large. */
function logOfLarger(z: number): number {
  return z > 0 ? normalLogTail(z) : log1p(-normalCdf(z));
}

/** The u below 1 with share^u = u: sums over a run fall off as exp(−(1 − u) sum). */
function tailExponent(share: number): number {
  const slope = log(share);
  let [low, high] = [0, 1];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (log(middle) < slope * middle) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
