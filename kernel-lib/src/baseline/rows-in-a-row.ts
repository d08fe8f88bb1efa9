import { log } from "../numeric/math.js";
import { normalLogTail } from "../numeric/distributions/normal.js";
import { quantiles } from "../numeric/statistics.js";
import { autocorrelations } from "./memory/autoregression.js";
import type { Evidence, Finding, FittedModel } from "./types.js";
import { SUSPICIOUS } from "./suspicious.js";

/** Neighbours on opposite sides beyond this show restless times. */
const RESTLESS = 1.5;
/** Rows beyond the first for which restless times count. */
const MOST_RESTLESS = 4;
/** Places: rows, two sides, two ways of looking, two kinds of finding. */
const PLACES = 8;
/** From so many runs on, each is also judged beside the others. */
const MANY_RUNS = 20;
/** Values are cut here before their autocorrelation is seen. */
const FARTHEST = 3;
/** Lags of the model and lags that are seen in the rows, at most. */
const LAGS = { model: 400, seen: 60 };

/** What is asked of a model: how rows remember each other, and which of them taught. */
export interface Remembering extends Pick<FittedModel, "weight"> {
  readonly evidence: Pick<Evidence, "autoregression" | "memory">;
}

interface Run {
  readonly start: number;
  readonly end: number;
  /** Σ |z| in the spread of such sums. */
  readonly sum: number;
}

/**
 * Runs of neighbouring rows on one side whose sum is far beyond what such sums are like, given how rows remember each other,
 * how restless the series is, and what its other runs look like. O(n × lags of the longest run).
 *
 * @param known rows that tell; @param alpha p-value from which on nothing is striking
 */
export function rowsInARow(z: Float64Array, model: Remembering, known: number, alpha: number): Finding[] {
  const runs = runsOf(z);
  if (runs.length === 0) return [];
  const longest = runs.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const memory = memorySums(z, model, longest);
  for (const run of runs)
    run.sum /= Math.sqrt((run.end - run.start) * Math.max(1, 1 + 2 * memory(run.end - run.start)));
  const restless = restlessness(z);
  const rarity = besideTheOthers(runs);
  const found: Finding[] = [];
  for (const { start, end, sum } of runs) {
    const chance =
      Math.LN2 + normalLogTail(sum) + log(PLACES * known) + restless * Math.min(end - start - 1, MOST_RESTLESS);
    const log10p = Math.max(chance, rarity(sum)) / Math.LN10;
    if (log10p < log(alpha) / Math.LN10) found.push({ kind: "rows", start, end, log10p });
  }
  return found;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** At least two rows each; `sum` is not yet divided by its spread. */
function runsOf(z: Float64Array): Writable<Run>[] {
  const n = z.length;
  const runs: Writable<Run>[] = [];
  for (let i = 0; i < n; ) {
    if (!(Math.abs(z[i]) > SUSPICIOUS)) {
      i++;
      continue;
    }
    let sum = Math.abs(z[i]);
    let end = i + 1;
    for (; end < n && Math.abs(z[end]) > SUSPICIOUS && z[end] * z[i] > 0; end++) sum += Math.abs(z[end]);
    if (end - i > 1) runs.push({ start: i, end, sum });
    i = end;
  }
  return runs;
}

/** Σ (1 − k/L) R(k) over the lags k of a run of L rows; R of the model, but never under what is seen in the rows. */
function memorySums(z: Float64Array, { evidence, weight }: Remembering, longest: number): (length: number) => number {
  const correlation = modelCorrelations(evidence, longest - 1);
  raiseToSeen(correlation, z, weight, Math.min(longest - 1, Math.min(LAGS.seen, z.length >> 2) - 1));
  const plain = new Float64Array(longest);
  const byLag = new Float64Array(longest);
  for (let k = 1; k < longest; k++) {
    plain[k] = plain[k - 1] + correlation[k - 1];
    byLag[k] = byLag[k - 1] + k * correlation[k - 1];
  }
  return (length) => plain[length - 1] - byLag[length - 1] / length;
}

function modelCorrelations({ autoregression, memory }: Remembering["evidence"], lags: number): Float64Array {
  const correlation = new Float64Array(lags);
  if (autoregression !== null) correlation.set(autocorrelations(autoregression, Math.min(lags, LAGS.model)));
  else
    for (let k = 0, power = memory.factor; k < lags; k++, power *= memory.factor) correlation[k] = memory.share * power;
  return correlation;
}

function raiseToSeen(correlation: Float64Array, z: Float64Array, weight: Float64Array, lags: number): void {
  const cut = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) cut[i] = weight[i] > 0 ? Math.max(-FARTHEST, Math.min(FARTHEST, z[i])) : 0;
  const variance = Math.max(productsAt(cut, 0), 1e-9);
  for (let lag = 1; lag <= lags; lag++)
    correlation[lag - 1] = Math.max(correlation[lag - 1], productsAt(cut, lag) / variance);
}

function productsAt(values: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < values.length; i++) sum += values[i] * values[i - lag];
  return sum;
}

/** ln of how many more far neighbours lie on opposite sides than by chance. */
function restlessness(z: Float64Array): number {
  const n = z.length;
  let far = 0;
  let opposite = 0;
  for (let i = 0; i < n; i++) {
    if (!(Math.abs(z[i]) > RESTLESS)) continue;
    far++;
    if (i > 0 && Math.abs(z[i - 1]) > RESTLESS && z[i] * z[i - 1] < 0) opposite++;
  }
  return log(Math.max(1, (opposite + 2) / ((n * (far / n) * (far / n)) / 2 + 2)));
}

/** ln of the chance of such a sum beside the other runs: exponential beyond their median, rate by their tenth. */
function besideTheOthers(runs: readonly Run[]): (sum: number) => number {
  if (runs.length < MANY_RUNS) return () => -Infinity;
  const [middle, tenth] = quantiles(
    Float64Array.from(runs, ({ sum }) => sum),
    [0.5, 0.9],
  );
  const rate = Math.max((tenth - middle) / log(5), 1e-9);
  return (sum) => log(runs.length) - (sum - middle) / rate;
}
