import { exp, expm1, log10 } from "../../numeric/math.js";
import { createRandom, type Random } from "../../numeric/random.js";
import { runningMedian } from "../../numeric/windows/running-median.js";
import { moments } from "../../numeric/statistics.js";
import { fitAutoregression } from "../memory/autoregression.js";
import { compareLevels, comparisonOf, type Comparison } from "./compare-levels.js";
import { blockMedians } from "./deseasonalise.js";
import { largestRoot } from "./largest-root.js";
import { smoothLevel } from "../level.js";
import type { FoundChanges } from "./level-changes.js";
import { medianDeviation } from "../noise/spread.js";

/** Gumbel's law of the strength of the largest change that nothing made. */
export interface ChangeLaw {
  readonly place: number;
  readonly spread: number;
}

/** Series drawn to learn the law. */
const TIMES = 30;
/** Spread of the law at least: thirty draws do not know it better. */
const LEAST_SPREAD = 0.02;
const EULER = 0.5772;

/**
 * How striking the largest change of a series is that wanders like this one though its level never changes: per width the
 * block medians without the changes, as an autoregression whose residuals stay at their places with random signs, so that
 * restless times stay restless, filtered back and searched in the same way. Null when no width is long enough.
 *
 * O(30 n) for each width.
 */
export function lawOfChanges({ rest, widths, noise, floor }: FoundChanges, w: Float64Array): ChangeLaw | null {
  const random = createRandom("law of level changes");
  const top = new Float64Array(TIMES);
  for (const width of widths) {
    const comparison = comparisonOf(width);
    const count = Math.floor(rest.length / comparison.rows);
    const source = count < 3 * comparison.side ? null : innovationsOf(rest, w, comparison, count);
    if (source === null) continue;
    for (let k = 0; k < TIMES; k++) {
      const drawn = drawSeries(source, count, random);
      const { strength } = compareLevels(drawn, comparison, rest.length, noise, floor);
      if (strength > top[k]) top[k] = strength;
    }
  }
  if (!top.some((strength) => strength !== 0)) return null;
  const { mean, deviation } = moments(top);
  const spread = Math.max((deviation * Math.sqrt(6)) / Math.PI, LEAST_SPREAD);
  return { place: mean - EULER * spread, spread };
}

/** log10 of the chance that the largest change is at least that striking. */
export function changeLog10p(strength: number, law: ChangeLaw | null): number {
  if (law === null) return -9;
  const below = exp(Math.min(50, Math.max(-700, -(strength - law.place) / law.spread)));
  return log10(Math.max(-expm1(-below), 1e-300));
}

/** An autoregression and what drove it. */
interface Innovations {
  readonly phi: Float64Array;
  /** Some of the last ones before all of them, so that a drawn series has swung in when it begins. */
  readonly values: Float64Array;
}

/** Blocks of swinging in. */
const BEFORE = 200;
/** Deviations from the running median of five blocks beyond which a block is a holiday, and no memory. */
const LONE = 4;
/** Root at which memory is cut: a walk would make any change usual. */
const LARGEST_ROOT = 0.995;

function innovationsOf(rest: Float64Array, w: Float64Array, { rows }: Comparison, count: number): Innovations | null {
  const blocks = blockMedians(rest, rows, count);
  const trend = smoothLevel(blocks, new Float64Array(count).fill(1), count);
  for (let k = 0; k < count; k++) blocks[k] -= trend[k];
  replaceLone(blocks);
  const known = knownBlocks(w, rows, count);
  const limit = 4 * medianDeviation(blocks);
  const usual = known.map((isKnown, k) => (isKnown === 1 && Math.abs(blocks[k]) <= limit ? 1 : 0));
  const fit = fitAutoregression(blocks, usual, count >= 150 ? 6 : 2, 30);
  if (fit === null) return null;
  const phi = withRootBelow(fit.phi, LARGEST_ROOT);
  const spread = Math.sqrt((fit.variance * fit.rows) / Math.max(1, fit.rows - phi.length));
  const clipped = blocks.map((value) => Math.min(2.5 * limit, Math.max(-2.5 * limit, value)));
  const before = Math.min(count, BEFORE);
  const values = new Float64Array(before + count);
  let unknown = -phi.length - 1;
  for (let k = 0; k < count; k++) {
    if (known[k] === 0) unknown = k;
    let value = clipped[k];
    for (let lag = 1; lag <= Math.min(phi.length, k); lag++) value -= phi[lag - 1] * clipped[k - lag];
    values[before + k] = k - unknown <= phi.length ? spread : Math.min(6 * spread, Math.max(-6 * spread, value));
  }
  values.copyWithin(0, count, before + count);
  return { phi, values };
}

/** Single blocks far from their neighbours get their neighbours' median. */
function replaceLone(blocks: Float64Array): void {
  const near = runningMedian(blocks, 5);
  const limit = LONE * medianDeviation(blocks.map((value, k) => value - near[k]));
  for (let k = 0; k < blocks.length; k++) if (Math.abs(blocks[k] - near[k]) > limit) blocks[k] = near[k];
}

function knownBlocks(w: Float64Array, rows: number, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, k) => {
    let sum = 0;
    for (let i = k * rows; i < (k + 1) * rows; i++) sum += w[i];
    return sum > 0.5 * rows ? 1 : 0;
  });
}

function withRootBelow(phi: Float64Array, most: number): Float64Array {
  const root = largestRoot(phi);
  if (!(root > most)) return phi;
  let factor = 1;
  return phi.map((coefficient) => coefficient * (factor *= most / root));
}

/** The autoregression once more, each innovation with a sign by lot. */
function drawSeries({ phi, values }: Innovations, count: number, random: Random): Float64Array {
  const drawn = new Float64Array(values.length);
  for (let k = 0; k < drawn.length; k++) {
    let value = random.next() < 0.5 ? values[k] : -values[k];
    for (let lag = 1; lag <= Math.min(phi.length, k); lag++) value += phi[lag - 1] * drawn[k - lag];
    drawn[k] = value;
  }
  return drawn.subarray(drawn.length - count);
}
