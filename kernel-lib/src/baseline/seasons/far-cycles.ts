import { log } from "../../numeric/math.js";
import { normalLogTail } from "../../numeric/distributions/normal.js";
import { bridge } from "../memory/memory.js";
import { noiseScale } from "../noise/noise-scale.js";
import { medianDeviation } from "../noise/spread.js";
import { fitTail, toNormalColumn } from "../noise/tail.js";
import type { Finding, FittedModel } from "../types.js";

/** Cycles needed before one can be far from the others. */
const LEAST_CYCLES = 20;
/** No row counts more than this in the mean of its cycle. */
const FARTHEST = 12;
/** Share of the rows that must be known. */
const KNOWN = 0.5;
/** Cycles further out teach the memory of cycles nothing. */
const TEACHES = 3;

/**
 * Cycles, such as days of hours, whose mean is far from expected or from what the cycles around say. The means have their own
 * noise by time of year, memory and tail. O(n).
 *
 * @param known rows that tell; @param alpha p-value from which on nothing is striking
 */
export function farCycles(model: FittedModel, known: number, alpha: number): Finding[] {
  const { unit, weight, evidence } = model;
  const { rawZ, fit, yearTimes } = evidence;
  if (rawZ === null || unit <= 1 || known < LEAST_CYCLES * unit) return [];
  const means = cycleMeans(rawZ, weight, unit);
  const scale = medianDeviation(means);
  if (!(scale > 0)) return [];
  const m = means.length;
  const v = Float64Array.from(means, (mean) => (mean === mean ? 1 : 0));
  for (let k = 0; k < m; k++) if (v[k] === 0) means[k] = 0;
  const noise =
    yearTimes !== null && fit !== null
      ? noiseScale(
          means,
          blockMeans(fit, unit, m),
          v,
          [],
          Float64Array.from({ length: m }, (_, k) => yearTimes[k * unit]),
        )
      : null;
  for (let k = 0; k < m; k++) means[k] /= noise === null ? scale : noise[k];
  const teaching = v.map((one, k) => (Math.abs(means[k]) < TEACHES ? one : 0));
  const { mean, rest } = bridge(means, teaching);
  const alone = toNormalColumn(fitTail(means, v), means);
  const innovation = means.map((value, k) => (value - mean[k]) / rest[k]);
  const beside = toNormalColumn(fitTail(innovation, v), innovation);
  const found: Finding[] = [];
  for (let k = 0; k < m; k++) {
    if (v[k] === 0) continue;
    const far = Math.max(Math.abs(alone[k]), Math.abs(beside[k]));
    const log10p = (Math.LN2 + normalLogTail(far) + log(2 * m)) / Math.LN10;
    if (log10p < log(alpha) / Math.LN10) found.push({ kind: "cycle", start: k * unit, end: (k + 1) * unit, log10p });
  }
  return found;
}

/** Mean z of each whole cycle, NaN where half of it or more is unknown. */
function cycleMeans(z: Float64Array, weight: Float64Array, unit: number): Float64Array {
  return Float64Array.from({ length: Math.floor(z.length / unit) }, (_, k) => {
    let sum = 0;
    let known = 0;
    for (let i = k * unit; i < (k + 1) * unit; i++) {
      if (!(weight[i] > 0)) continue;
      known++;
      if (z[i] === z[i]) sum += Math.max(-FARTHEST, Math.min(FARTHEST, z[i]));
    }
    return known / unit > KNOWN ? sum / Math.max(1, known) : NaN;
  });
}

function blockMeans(values: Float64Array, unit: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => {
    let sum = 0;
    for (let i = k * unit; i < (k + 1) * unit; i++) sum += values[i];
    return sum / unit;
  });
}
