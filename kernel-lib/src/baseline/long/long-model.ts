import { exp } from "../../numeric/math.js";
import { ratioOf, residualOf } from "./parts.js";
import { knownOf, wanders } from "./events-out.js";
import { growthPerYear, levelChanges } from "../growth.js";
import { expectedRanges, type BesideNeighbours } from "./expected-ranges.js";
import type { LongStages } from "./long-stages.js";
import { bridge, type Bridge } from "../memory/memory.js";
import { noiseScale } from "../noise/noise-scale.js";
import { clusteredVolatility } from "../clustered-volatility.js";
import { seasonsOf, strengthOf } from "../seasons/seasonal-strength.js";
import { median, scaleAboutZero } from "../noise/spread.js";
import { restlessTimes } from "../noise/restless-times.js";
import { fitTail, toNormalColumn, type Tail } from "../noise/tail.js";
import type { Finding, FittedModel, Undated } from "../types.js";

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
    ...expectedRanges(stages, mean, { around, tail, isWidened: from === z, beside: scores.beside }),
    z: scores.z,
    innovation: scores.innovation,
    weight,
    leftOut: clean.event,
    transform: series.transform.name,
    seasons: seasonsOf(clean.fit, clean.residual, problem.periods, plan.stiffness),
    changes: levelChanges(judged, mean, series.transform, input.values),
    dates: clean.learnt,
    undated: undatedOf(stages, mean),
    stays: [],
    restless: scores.restless,
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

function undatedOf({ clean, series: { transform } }: LongStages, mean: Float64Array): Undated | null {
  if (clean.learnt.length === 0) return null;
  const expected = new Float64Array(mean.length);
  const share = new Float64Array(mean.length).fill(1);
  for (let i = 0; i < mean.length; i++) {
    expected[i] = transform.inverse(mean[i] - clean.effect[i]);
    if (clean.effect[i] === 0) continue;
    const steeper = exp(transform.logSlope(transform.inverse(mean[i])) - transform.logSlope(expected[i]));
    share[i] = Math.min(1, steeper) / Math.sqrt(1 + (clean.doubt?.[i] ?? 0));
  }
  return { expected, share };
}

function levelOf({ clean, judged }: LongStages): Float64Array {
  const level = clean.fit.level.slice();
  for (let i = 0; i < level.length; i++) level[i] += judged.steps[i];
  return level;
}

interface Scores {
  readonly z: Float64Array;
  readonly innovation: Float64Array;
  /** z before the tail correction. */
  readonly raw: Float64Array;
  /** How far rows are from what their neighbours say. */
  readonly beside: BesideNeighbours;
  readonly restless: readonly Finding[];
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
  const times = restlessTimes(innovation, judged.weight);
  const restless = clusteredVolatility(innovation, judged.weight);
  let [raw, own, ownTail] = [z, z, tail];
  if (restless !== null) {
    for (let i = 0; i < restless.length; i++) restless[i] = exp(restless[i]);
    divide(innovation, restless);
    multiply(noise, restless);
    multiply(noise, rescale(innovation, clean.clean));
    raw = ratioOf(z, restless);
    own = raw.slice();
    rescale(own, clean.clean);
    ownTail = fitTail(own, clean.clean);
  }
  const beside = { tail: fitTail(innovation, clean.clean), size: noise };
  return {
    z: toNormalColumn(ownTail, own),
    innovation: toNormalColumn(beside.tail, innovation),
    raw,
    beside,
    restless: times,
  };
}

function divide(values: Float64Array, by: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] /= by[i];
}

function multiply(values: Float64Array, by: Float64Array | number): void {
  for (let i = 0; i < values.length; i++) values[i] *= typeof by === "number" ? by : by[i];
}

/** Divides values by their spread, which it returns. */
function rescale(values: Float64Array, weights: Float64Array): number {
  const scale = scaleAboutZero(values, weights);
  for (let i = 0; i < values.length; i++) values[i] /= scale;
  return scale;
}
