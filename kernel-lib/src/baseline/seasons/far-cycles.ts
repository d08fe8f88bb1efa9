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
  const found = means === null ? [] : lone(atBothEnds(means), 0, alpha).filter(({ start }) => !returns(means, start));
  if (fit !== null && noise !== null && unit >= LEAST_ROWS) {
    const { rows, agreed } = cycleLags(rawZ, weight, unit, { fit, noise });
    const lags = judgedCycles(rows, model);
    if (lags !== null) found.push(...lateOnes(lags, agreed, alpha));
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

/**
 * The same with what the four cycles beside the first and the last one lead up to taken out there: a level bends where it ends,
 * and an event is no bend.
 */
function atBothEnds({ alone, beside }: JudgedCycles): Pick<JudgedCycles, "alone" | "beside"> {
  return { alone: withoutBend(alone), beside: withoutBend(beside) };
}

/** Of the cycles next to an end, the weights by which a straight line through four of them goes on to it, and its variance. */
const GOES_ON = [1, 0.5, 0, -0.5];
const VARIANCE = 1.5;

function withoutBend(z: Float64Array): Float64Array {
  const straight = z.slice();
  for (const [end, step] of [
    [0, 1],
    [z.length - 1, -1],
  ]) {
    const line = GOES_ON.reduce((sum, weight, k) => sum + weight * z[end + step * (k + 1)], 0);
    // Shrunk by what such lines are by chance.
    const led = Math.max(0, line * Math.sign(z[end])) * Math.max(0, 1 - VARIANCE / (line * line));
    straight[end] = Math.sign(z[end]) * Math.max(0, Math.abs(z[end]) - led);
  }
  return straight;
}

/** Cycles that are far by themselves. @param more ln of the ways of looking at each, beside its two distances */
function lone({ alone, beside }: Pick<JudgedCycles, "alone" | "beside">, more: number, alpha: number): Cycles[] {
  const found: Cycles[] = [];
  for (let k = 0; k < alone.length; k++) {
    const far = Math.max(Math.abs(alone[k]), Math.abs(beside[k]));
    const log10p = (Math.LN2 + normalLogTail(far) + log(2 * alone.length) + more) / Math.LN10;
    if (far > 0 && log10p < log(alpha) / Math.LN10) found.push({ start: k, end: k + 1, log10p });
  }
  return found;
}

/** Times that a cycle must come back, the share of its times at which it does, and how often others look like it at most. */
const RETURNS = { times: 4, share: 0.75, others: 0.4 };

/** Whether cycles so many after each other are all far on the same side, half as far or more: a rota of seven weeks is no event in each. */
function returns({ alone, beside }: Pick<JudgedCycles, "alone" | "beside">, cycle: number): boolean {
  const z = Math.abs(alone[cycle]) >= Math.abs(beside[cycle]) ? alone : beside;
  const half = Math.abs(z[cycle]) / 2;
  const isAlike = (k: number): boolean => z[k] * Math.sign(z[cycle]) >= half;
  const alike = Array.from(z.keys()).filter(isAlike).length;
  for (let gap = 2; RETURNS.times * gap <= z.length; gap++) {
    let [times, seen] = [0, 0];
    for (let k = cycle % gap; k < z.length; k += gap) {
      times++;
      if (isAlike(k)) seen++;
    }
    const others = (alike - seen) / (z.length - times);
    if (times >= RETURNS.times && seen >= RETURNS.share * times && others <= RETURNS.others) return true;
  }
  return false;
}

/** Runs of cycles that are late, or early, together, and the single ones outside of them. */
function lateOnes(lags: JudgedCycles, agreed: Uint8Array, alpha: number): Cycles[] {
  const { weight, memory } = lags;
  const sure = (z: Float64Array): Float64Array => z.map((value, k) => value * agreed[k]);
  const [alone, beside] = [sure(lags.alone), sure(lags.beside)];
  const single = lone({ alone, beside }, Math.LN2, alpha);
  const runs = rowsInARow(alone, { weight, evidence: { memory, autoregression: null } }, alone.length, alpha);
  return [...runs, ...single.filter(({ start }) => !runs.some((run) => start >= run.start && start < run.end))];
}

/** Mean z of each whole cycle, NaN where half of it or more is unknown. */
function cycleMeans(z: Float64Array, weight: Float64Array, unit: number): Float64Array {
  const means = new Float64Array(Math.floor(z.length / unit));
  for (let k = 0; k < means.length; k++) {
    let sum = 0;
    let known = 0;
    for (let i = k * unit; i < (k + 1) * unit; i++) {
      if (!(weight[i] > 0)) continue;
      known++;
      if (z[i] === z[i]) sum += Math.max(-FARTHEST, Math.min(FARTHEST, z[i]));
    }
    means[k] = known / unit > KNOWN ? sum / Math.max(1, known) : NaN;
  }
  return means;
}

/** No row counts more than this in the lag of its cycle: an outage is no delay. */
const FARTHEST_OF_LAG = 3;
/** Part of the lag that each half of a cycle must show. */
const SHOWN_BY_HALF = 1 / 3;

/** By how many rows each whole cycle is late, NaN where half of it or more is unknown; and whether both halves of it say so. */
interface Lags {
  readonly rows: Float64Array;
  readonly agreed: Uint8Array;
}

/**
 * The regression of the distances of a cycle on the slope of what is expected, which neither a height nor a trend of it moves.
 * Its halves hold as much slope each: what happens at one time of day is seen in one of them only.
 */
function cycleLags(
  z: Float64Array,
  weight: Float64Array,
  unit: number,
  { fit, noise }: { readonly fit: Float64Array; readonly noise: Float64Array },
): Lags {
  const count = Math.floor(z.length / unit);
  const lags = { rows: new Float64Array(count).fill(NaN), agreed: new Uint8Array(count) };
  const slope = new Float64Array(unit);
  for (let k = 0; k < count; k++) {
    let [all, known] = [0, 0];
    for (let j = 0; j < unit; j++) {
      const i = k * unit + j;
      slope[j] = weight[i] > 0 && i > 0 && i < z.length - 1 ? (fit[i + 1] - fit[i - 1]) / (2 * noise[i]) : 0;
      all += slope[j] * slope[j];
      if (weight[i] > 0) known++;
    }
    if (!(known / unit > KNOWN && all > 0)) continue;
    const products = [0, 0];
    for (let j = 0, squares = 0; j < unit; j++) {
      squares += slope[j] * slope[j];
      const own = z[k * unit + j];
      const cut = own === own ? Math.max(-FARTHEST_OF_LAG, Math.min(FARTHEST_OF_LAG, own)) : 0;
      products[2 * squares <= all ? 0 : 1] -= slope[j] * cut;
    }
    const sum = products[0] + products[1];
    lags.rows[k] = sum / all;
    lags.agreed[k] = products.every((half) => half * Math.sign(sum) >= (SHOWN_BY_HALF / 2) * Math.abs(sum)) ? 1 : 0;
  }
  return lags;
}

function blockMeans(values: Float64Array, unit: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => {
    let sum = 0;
    for (let i = k * unit; i < (k + 1) * unit; i++) sum += values[i];
    return sum / unit;
  });
}
