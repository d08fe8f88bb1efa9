import { exp } from "../../numeric/math.js";
import type { Plan } from "../seasons/backfit.js";
import { nearUnknown } from "../events.js";
import { ratioOf, residualOf } from "./dated-fit.js";
import { knownOf, wanders, type CleanFit } from "./events-out.js";
import { growthPerYear, levelChanges } from "../growth.js";
import type { JudgedChanges } from "./judged-changes.js";
import type { GapFactors } from "./leave-one-out.js";
import type { LongProblem } from "./long-problem.js";
import { bridge, type Bridge } from "../memory/memory.js";
import { noiseScale } from "../noise/noise-scale.js";
import { clusteredVolatility } from "../clustered-volatility.js";
import { seasonsOf, strengthOf } from "../seasons/seasonal-strength.js";
import { median, scaleAboutZero } from "../noise/spread.js";
import { fitTail, toNormalColumn, type Tail } from "../noise/tail.js";
import type { TransformedSeries } from "./transform-choice.js";
import type { BaselineInput, ExpectedRanges, FittedModel } from "../types.js";

/** What the stages of a long series found. */
export interface LongStages {
  readonly input: BaselineInput;
  readonly problem: LongProblem;
  readonly series: TransformedSeries;
  readonly judged: JudgedChanges;
  readonly plan: Plan;
  readonly clean: CleanFit;
  readonly hat: Float64Array;
  readonly gaps: GapFactors;
  /** Distance of each row from a fit that did not see it, in deviations. */
  readonly z: Float64Array;
}

/** Puts the stages together: what neighbours say, tails, ranges and facts. */
export function longModel(stages: LongStages): FittedModel {
  const { input, problem, series, judged, plan, clean, z } = stages;
  const { weight } = judged;
  const tail = fitTail(z, clean.clean);
  const { around, from } = bridgeOf(stages);
  const mean = meanOf(stages);
  const scores = scoresOf(stages, around, from, tail);
  const isMissing = (i: number): boolean => !Number.isFinite(input.values[i]);
  for (let i = 0; i < problem.n; i++) if (isMissing(i)) scores.z[i] = scores.innovation[i] = 0;
  return {
    kind: "long",
    ...rangesOf(stages, mean, around, tail),
    z: scores.z,
    innovation: scores.innovation,
    weight,
    leftOut: clean.event,
    transform: series.transform.name,
    seasons: seasonsOf(clean.fit, clean.residual, problem.periods, plan.stiffness),
    changes: levelChanges(judged, mean, series.transform, input.values),
    dates: clean.learnt,
    stays: [],
    unit: problem.unit,
    noise: clean.noise,
    growthPerYear: growthPerYear(clean.fit.level, judged.steps, series.transform, problem.rowsPerYear),
    yearStrength: plan.year ? strengthOf(clean.fit.year, clean.residual, clean.fit.weights) : null,
    course: { transform: series.transform, level: levelOf(stages), levelPeriod: plan.levelPeriod },
    evidence: {
      memory: around.memory,
      autoregression: around.autoregression,
      medianRest: median(around.rest),
      wanders: wanders(around, plan.levelPeriod, problem.limits),
      rawZ: scores.raw,
      fit: clean.fit.fit,
      yearTimes: problem.yearTimes,
    },
  };
}

/** Spread that neighbours leave below which a row follows them as it is, whatever its weight in the fit. */
const FOLLOWS = 0.4;

/**
 * What neighbours say. Distances to a fit that did not see the row are larger for rows that taught nothing than for those
 * beside them, which a series that follows its neighbours closely would show as a jump: there the plain residuals tell.
 */
function bridgeOf({ z, clean, plan, problem, judged: { weight } }: LongStages): {
  readonly around: Bridge;
  readonly from: Float64Array;
} {
  const of = (from: Float64Array, uncut: boolean): Bridge =>
    bridge(knownOf(from, weight), clean.clean, { autoregressive: true, uncut, teachable: weight });
  const around = of(z, false);
  // In a series that wanders far rows that are no events are where it has wandered.
  if (!wanders(around, plan.levelPeriod, problem.limits)) return { around, from: z };
  const from = median(around.rest) < FOLLOWS ? clean.z : z;
  return { around: of(from, true), from };
}

function meanOf({ clean, judged }: LongStages): Float64Array {
  const mean = clean.fit.fit.slice();
  for (let i = 0; i < mean.length; i++) mean[i] += clean.effect[i] + judged.steps[i];
  return mean;
}

function levelOf({ clean, judged }: LongStages): Float64Array {
  const level = clean.fit.level.slice();
  for (let i = 0; i < level.length; i++) level[i] += judged.steps[i];
  return level;
}

/** 99 % of a normal distribution lie within so many deviations. */
const RANGE = 2.5758;
/** The deviation that 97 % of normal sizes lie below. */
const FAR = 2.17;

function rangesOf(
  { series, clean, judged, hat, gaps, problem }: LongStages,
  mean: Float64Array,
  { mean: around, rest }: Bridge,
  tail: Tail,
): ExpectedRanges {
  const { n, unit } = problem;
  const { inverse } = series.transform;
  const low = tail.fromNormal(-RANGE);
  const high = tail.fromNormal(RANGE);
  const gapFactor = Math.max(gaps.middle, gaps.far / Math.abs(tail.fromNormal(FAR)));
  const gap = nearUnknown(clean.clean, unit);
  const column = (): Float64Array => new Float64Array(n);
  const ranges = {
    expected: column(),
    lower: column(),
    upper: column(),
    usual: column(),
    usualLower: column(),
    usualUpper: column(),
  };
  for (let i = 0; i < n; i++) {
    const isOut = !(judged.weight[i] > 0) || clean.event[i] === 1;
    const width = clean.noise[i] * Math.max(isOut ? 1 / Math.sqrt(1 - hat[i]) : 1, 1 + (gapFactor - 1) * gap[i]);
    const usual = mean[i] + around[i] * clean.noise[i];
    ranges.expected[i] = inverse(mean[i]);
    ranges.lower[i] = inverse(mean[i] + low * width);
    ranges.upper[i] = inverse(mean[i] + high * width);
    ranges.usual[i] = inverse(usual);
    ranges.usualLower[i] = inverse(usual + low * width * rest[i]);
    ranges.usualUpper[i] = inverse(usual + high * width * rest[i]);
  }
  return ranges;
}

interface Scores {
  readonly z: Float64Array;
  readonly innovation: Float64Array;
  /** z before the tail correction. */
  readonly raw: Float64Array;
}

/** Both distances as normal deviations; in restless times in the size of the noise around. */
function scoresOf(
  { z, clean, judged, problem }: LongStages,
  { mean, rest }: Bridge,
  from: Float64Array,
  tail: Tail,
): Scores {
  const innovation = ratioOf(residualOf(from, mean), rest);
  const noise = noiseScale(innovation, clean.fit.fit, clean.clean, problem.periods, problem.yearTimes);
  divide(innovation, noise);
  const restless = clusteredVolatility(innovation, judged.weight);
  if (restless === null)
    return {
      z: toNormalColumn(tail, z),
      innovation: toNormalColumn(fitTail(innovation, clean.clean), innovation),
      raw: z,
    };
  const size = restless;
  for (let i = 0; i < size.length; i++) size[i] = exp(restless[i]);
  divide(innovation, size);
  rescale(innovation, clean.clean);
  const raw = ratioOf(z, size);
  const own = raw.slice();
  rescale(own, clean.clean);
  return {
    z: toNormalColumn(fitTail(own, clean.clean), own),
    innovation: toNormalColumn(fitTail(innovation, clean.clean), innovation),
    raw,
  };
}

function divide(values: Float64Array, by: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] /= by[i];
}

function rescale(values: Float64Array, weights: Float64Array): void {
  const scale = scaleAboutZero(values, weights);
  for (let i = 0; i < values.length; i++) values[i] /= scale;
}
