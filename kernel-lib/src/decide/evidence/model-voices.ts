import type { Baseline } from "../../baseline/types.js";
import { clipped } from "../../numeric/elementwise.js";
import { centredMean } from "../../numeric/windows/centred-window.js";
import { normalLogTails } from "../../numeric/distributions/normal-log-tails.js";
import { log, log1p } from "../../numeric/math.js";
import { median, medianAbsoluteDeviation } from "../../numeric/statistics.js";
import type { Season } from "../../season/season.js";
import { blockMaxima, usualMaximum } from "./block-maxima.js";
import { aloneAt, loneness } from "./detector-voices.js";
import { columnByRow, columnOf, type EvidenceColumn } from "./evidence-column.js";

/** Least scale of the model's block maxima: that of a chance is 1. */
const LEAST_SCALE = 0.75;

/** ln of the rows up to which chance alone says where a block's highest lies. */
const MOST_BY_CHANCE = 4;

/** Evidence of a finding counts up to this, as minus the logarithm of a chance. */
const MOST_OF_A_FINDING = 80;

/**
 * What the model of what is normal says, as columns, one entry a row of the grid: how far each row is, alone, beside its
 * neighbours and as a mean over a cycle; what was found; changes of level; the same around a row; together with the detectors.
 * The only file of the decision that reads the model's facts row by row. O(n log n).
 *
 * @param pool what all detectors say together, from `detectorVoices`
 * @param block rows of a block
 */
export function modelVoices(season: Season, pool: Float64Array, block: number): readonly EvidenceColumn[] {
  const { baseline, filled, rhythm } = season;
  const n = filled.length;
  const half = Math.max(2, block >> 2);
  const far = surprise(baseline.z, block);
  const local = surprise(baseline.innovation, block);
  const lasting = surprise(meanOfCycle(season, block), block);
  const own = new Float64Array(n);
  for (const each of [far, local, lasting]) for (let i = 0; i < n; i++) if (each[i] > 0) own[i] += each[i] * each[i];
  for (let i = 0; i < n; i++) own[i] = Math.sqrt(own[i]);
  const alone = { values: own, beside: loneness(blockMaxima(own, block), 0.7, 0.5) };
  const both = { own, pool };
  return [
    columnOf("nz", far),
    columnOf("nzl", local),
    columnOf("nmean", lasting),
    { name: "nfound", isLogarithm: true, fill: (out) => found(baseline, rhythm === "minutes", out) },
    { name: "nlevel", isLogarithm: false, fill: (out) => levels(baseline, filled, block, half, out) },
    { name: "nctx", isLogarithm: true, fill: (out) => centredMean(own, 2 * half + 1, out) },
    { name: "nwide", isLogarithm: true, fill: (out) => centredMean(own, 2 * block + 1, out) },
    columnByRow("nalone", false, alone, aloneAt),
    columnByRow("both", true, both, smallerAt),
    columnByRow("msum", true, both, jointAt),
  ];
}

/** What the model says, and what all detectors say together. */
interface Both {
  readonly own: Float64Array;
  readonly pool: Float64Array;
}

function smallerAt({ own, pool }: Both, row: number): number {
  return Math.min(own[row], pool[row]);
}

function jointAt({ own, pool }: Both, row: number): number {
  return Math.sqrt(own[row] * own[row] + pool[row] * pool[row]);
}

/** Minus ln of the two-sided chance of a normal number so far from 0, in units of block maxima, but never easier than chance has it. */
function surprise(z: Float64Array, block: number): Float64Array {
  const own = new Float64Array(z.length);
  normalLogTails(z, own);
  for (let i = 0; i < z.length; i++) own[i] = Number.isFinite(z[i]) ? -(Math.LN2 + own[i]) : 0;
  const { place, scale } = usualMaximum(blockMaxima(own, block), LEAST_SCALE);
  const from = Math.max(place, Math.min(log(block), MOST_BY_CHANCE));
  for (let i = 0; i < own.length; i++) own[i] = (own[i] - from) / scale;
  return own;
}

/** Mean distance over a cycle (half a block in minutes), in its own robust deviations. */
function meanOfCycle({ baseline: { z }, cycleRows, rhythm }: Season, block: number): Float64Array {
  const cycle = cycleRows >= 3 ? cycleRows : 0;
  const most = rhythm === "minutes" ? block >> 1 : cycle || block;
  const wanted = Math.min(cycle || Math.max(3, block >> 1), most, Math.floor(z.length / 12));
  const width = Math.floor(Math.max(3, wanted)) | 1;
  const means = centredMean(clipped(z, 6), width);
  const middle = median(means);
  const spread = Math.max(medianAbsoluteDeviation(means, true, middle), 1 / Math.sqrt(width));
  for (let i = 0; i < means.length; i++) means[i] = (means[i] - middle) / spread;
  return means;
}

/**
 * Minus ln of the chance of the finding that covers a row, 0 for none; changes of level have a column of their own, and what
 * makes a time restless is told by its rows.
 */
function found({ findings }: Baseline, isMinutes: boolean, sure: Float64Array): void {
  sure.fill(0);
  for (const { kind, start, end, log10p } of findings) {
    if (kind === "lasting" || kind === "temporary" || kind === "restless" || (kind === "cycle" && isMinutes)) continue;
    const own = Math.min(MOST_OF_A_FINDING, -log10p * Math.LN10);
    for (let i = start; i < end; i++) if (own > sure[i]) sure[i] = own;
  }
}

/** ln(1 + size in deviations of the noise) at changes of level, fading to both sides; of long ones at both ends only. */
function levels({ changes }: Baseline, values: Float64Array, block: number, half: number, level: Float64Array): void {
  const n = values.length;
  level.fill(0);
  if (changes.length === 0) return;
  const noise = usualStep(values);
  for (const { row, end } of changes) {
    const [from, to] = end === null ? [row - 1, row + 1] : [row, end];
    const before = values.subarray(Math.max(0, row - block), row);
    const after = values.subarray(row, Math.min(n, end === null ? row + block : Math.min(end, row + block)));
    if (before.length === 0 || after.length === 0) continue;
    const size = log1p(Math.abs(median(after) - median(before)) / noise);
    const spans =
      to - from <= 2 * block
        ? [[from, to]]
        : [
            [from, from + block],
            [to - 2, to],
          ];
    for (const [first, last] of spans)
      for (let i = Math.max(0, first - half); i < Math.min(n, last + half); i++) {
        const away = Math.max(0, first - i, i - last + 1);
        level[i] = Math.max(level[i], size * (1 - away / (half + 1)));
      }
  }
}

/** Median step between neighbouring rows as a deviation of independent noise, never nothing beside the spread of the values. */
function usualStep(values: Float64Array): number {
  const steps = new Float64Array(Math.max(0, values.length - 1));
  for (let i = 0; i < steps.length; i++) steps[i] = Math.abs(values[i + 1] - values[i]);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) sum += values[i];
  const mean = sum / values.length;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) * (values[i] - mean);
  return Math.max((1.4826 * median(steps)) / 1.41, 1e-9 + 1e-3 * Math.sqrt(squares / values.length));
}
