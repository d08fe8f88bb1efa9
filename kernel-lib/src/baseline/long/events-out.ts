import type { Plan } from "../backfit.js";
import { residualOf, type DatedFit, type FlatSeries } from "./dated-fit.js";
import { growEvents } from "../events.js";
import type { LongProblem } from "./long-problem.js";
import { bridge } from "../memory.js";
import { noiseScale } from "../noise-scale.js";
import { robustFit } from "../robust-fit.js";
import { median, scaleAboutZero } from "../spread.js";
import { fitTail, toNormalColumn } from "../tail.js";

/** A fit that events did not take part in. */
export interface CleanFit extends DatedFit {
  /** Deviation of the noise by row. */
  readonly noise: Float64Array;
  /** Residual in deviations. */
  readonly z: Float64Array;
  /** 1 for rows that were left out as events. */
  readonly event: Uint8Array;
  /** `weight` of the series, 0 for events as well. */
  readonly clean: Float64Array;
}

/** Times that events are looked for and left out. */
const ROUNDS = 3;
/** Scales of the residuals beyond which a row does not teach the noise. */
const FAR = 6;
/** Fits on the planned level after events are left out. */
const ITERATIONS = 2;

/**
 * Leaves out rows beyond chance with the suspicious rows around them, and whole units whose mean is far off, and fits again,
 * until nothing changes or three times: an event is never in its own baseline.
 */
export function leaveEventsOut(problem: LongProblem, series: FlatSeries, plan: Plan, dated: DatedFit): CleanFit {
  const { n, periods, unit, year, yearTimes } = problem;
  const { weight } = series;
  const undated = residualOf(series.x, dated.effect);
  let { fit, residual } = dated;
  let event: Uint8Array = new Uint8Array(n);
  let clean: Float64Array = weight.slice();
  let noise: Float64Array = weight;
  for (let round = 0; round < ROUNDS; round++) {
    const limit = FAR * scaleAboutZero(residual, weight);
    const teaching = clean.map((value, i) => (Math.abs(residual[i]) < limit ? value : 0));
    noise = noiseScale(residual, fit.fit.map((value, i) => value + dated.effect[i]), teaching, periods, yearTimes);
    const z = inDeviations(residual, noise);
    const found = growEvents(toNormalColumn(fitTail(z, clean), z), weight, unit);
    keepWhatNeighboursLeadTo(found, z, weight);
    if (round > 0 && found.every((own, i) => own === event[i])) break;
    event = found;
    clean = weight.map((value, i) => (event[i] === 1 ? 0 : value));
    fit = robustFit(undated, clean, periods, plan, year, ITERATIONS);
    residual = residualOf(undated, fit.fit);
  }
  return { ...dated, fit, residual, noise, z: inDeviations(residual, noise), event, clean };
}

const inDeviations = (residual: Float64Array, noise: Float64Array): Float64Array => residual.map((value, i) => value / noise[i]);

/** Median spread left by the neighbours below which they tell what is an event. */
const TELLING = 0.7;
/** Scales of the innovation that an event needs in it or at its edges. */
const INNOVATION = 4;

/** Where neighbours tell more than half, a run that they lead up to and away from is no event. */
function keepWhatNeighboursLeadTo(event: Uint8Array, z: Float64Array, weight: Float64Array): void {
  if (!event.includes(1)) return;
  const { mean, rest } = bridge(z.map((value, i) => (weight[i] > 0 ? value : NaN)), weight, { autoregressive: true });
  if (!(median(rest) < TELLING)) return;
  const size = z.map((value, i) => Math.abs(value - mean[i]) / rest[i]);
  const limit = INNOVATION * scaleAboutZero(size, weight.map((value, i) => (event[i] === 1 ? 0 : value)));
  for (let start = event.indexOf(1); start >= 0; start = event.indexOf(1, start)) {
    let end = start;
    while (end < event.length && event[end] === 1) end++;
    let most = 0;
    for (let i = Math.max(0, start - 1); i < Math.min(event.length, end + 1); i++) if (weight[i] > 0 && size[i] > most) most = size[i];
    if (most < limit) event.fill(0, start, end);
    start = end;
  }
}
