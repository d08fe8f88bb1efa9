import { log } from "../../numeric/math.js";
import { normalLogTail } from "../../numeric/distributions/normal.js";
import { bridge } from "../memory/memory.js";
import { noiseScale } from "../noise/noise-scale.js";
import { medianDeviation } from "../noise/spread.js";
import { fitTail, toNormalColumn } from "../noise/tail.js";
import { rowsInARow } from "../rows-in-a-row.js";
import type { Finding, FittedModel, OneFactorMemory } from "../types.js";

/** Cycles needed before one can be far from the others. */
const LEAST_CYCLES = 20;
/** No row counts more than this in the mean of its cycle. */
const FARTHEST = 12;
/** Share of the rows that must be known. */
const KNOWN = 0.5;
/** Cycles further out teach the memory of cycles nothing. */
const TEACHES = 3;

/** Rows of a cycle needed to see that it is late. */
const LEAST_ROWS = 8;

/**
 * Cycles, such as days of hours, whose mean is far from expected or from what the cycles around say, and cycles, alone or in a
 * row, that come early or late as no other (a clock that is an hour off, a shift that began late). Both have their own noise
 * by time of year, memory and tail. O(n).
 *
 * @param known rows that tell; @param alpha p-value from which on nothing is striking
 */
export function farCycles(model: FittedModel, known: number, alpha: number): Finding[] {
  const { unit, weight, noise, evidence } = model;
  const { rawZ, fit } = evidence;
  if (rawZ === null || unit <= 1 || known < LEAST_CYCLES * unit) return [];
  const means = judgedCycles(cycleMeans(rawZ, weight, unit), model);
  const found = means === null ? [] : lone(means, 0, alpha);
  if (fit !== null && noise !== null && unit >= LEAST_ROWS) {
    const lags = judgedCycles(cycleLags(rawZ, weight, unit, { fit, noise }), model);
    if (lags !== null) found.push(...inARow(lags, lone(lags, Math.LN2, alpha), alpha));
  }
  return found.map(({ start, end, log10p }) => ({ kind: "cycle", start: start * unit, end: end * unit, log10p }));
}

/** Whole cycles: the first, and the one after the last. */
type Cycles = Pick<Finding, "start" | "end" | "log10p">;

/** How far each cycle is from the usual one, and from what those around say, in normal deviations; 0 where it is not known. */
interface JudgedCycles {
  readonly alone: Float64Array;
  readonly beside: Float64Array;
  readonly weight: Float64Array;
  readonly memory: OneFactorMemory;
}

/** @param values one a cycle, 0 where it is as expected, NaN where it is not known; are changed */
function judgedCycles(values: Float64Array, { unit, evidence: { fit, yearTimes } }: FittedModel): JudgedCycles | null {
  const scale = medianDeviation(values);
  if (!(scale > 0)) return null;
  const m = values.length;
  const v = Float64Array.from(values, (value) => (value === value ? 1 : 0));
  for (let k = 0; k < m; k++) if (v[k] === 0) values[k] = 0;
  const noise =
    yearTimes !== null && fit !== null
      ? noiseScale(
          values,
          blockMeans(fit, unit, m),
          v,
          [],
          Float64Array.from({ length: m }, (_, k) => yearTimes[k * unit]),
        )
      : null;
  for (let k = 0; k < m; k++) values[k] /= noise === null ? scale : noise[k];
  const teaching = v.map((one, k) => (Math.abs(values[k]) < TEACHES ? one : 0));
  const { mean, rest, memory } = bridge(values, teaching);
  const innovation = values.map((value, k) => (value - mean[k]) / rest[k]);
  const known = (z: Float64Array): Float64Array => z.map((value, k) => value * v[k]);
  return {
    alone: known(toNormalColumn(fitTail(values, v), values)),
    beside: known(toNormalColumn(fitTail(innovation, v), innovation)),
    weight: teaching,
    memory,
  };
}

/** Cycles that are far by themselves. @param more ln of the ways of looking at each, beside its two distances */
function lone({ alone, beside }: JudgedCycles, more: number, alpha: number): Cycles[] {
  const found: Cycles[] = [];
  for (let k = 0; k < alone.length; k++) {
    const far = Math.max(Math.abs(alone[k]), Math.abs(beside[k]));
    const log10p = (Math.LN2 + normalLogTail(far) + log(2 * alone.length) + more) / Math.LN10;
    if (far > 0 && log10p < log(alpha) / Math.LN10) found.push({ start: k, end: k + 1, log10p });
  }
  return found;
}

/** Runs of cycles that are far to one side together, and the single ones outside of them. */
function inARow({ alone, weight, memory }: JudgedCycles, single: readonly Cycles[], alpha: number): Cycles[] {
  const known = alone.length;
  const runs = rowsInARow(alone, { weight, evidence: { memory, autoregression: null } }, known, alpha);
  return [...runs, ...single.filter(({ start }) => !runs.some((run) => start >= run.start && start < run.end))];
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

/**
 * By how many rows each whole cycle is late: the regression of its distances on the slope of what is expected, which neither a
 * height nor a trend of the cycle moves. NaN where half of it or more is unknown.
 */
function cycleLags(
  z: Float64Array,
  weight: Float64Array,
  unit: number,
  { fit, noise }: { readonly fit: Float64Array; readonly noise: Float64Array },
): Float64Array {
  return Float64Array.from({ length: Math.floor(z.length / unit) }, (_, k) => {
    let [products, squares, known] = [0, 0, 0];
    for (let i = Math.max(1, k * unit); i < Math.min(z.length - 1, (k + 1) * unit); i++) {
      if (!(weight[i] > 0)) continue;
      known++;
      const slope = (fit[i + 1] - fit[i - 1]) / (2 * noise[i]);
      if (z[i] === z[i]) products -= slope * Math.max(-FARTHEST, Math.min(FARTHEST, z[i]));
      squares += slope * slope;
    }
    return known / unit > KNOWN && squares > 0 ? products / squares : NaN;
  });
}

function blockMeans(values: Float64Array, unit: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => {
    let sum = 0;
    for (let i = k * unit; i < (k + 1) * unit; i++) sum += values[i];
    return sum / unit;
  });
}
