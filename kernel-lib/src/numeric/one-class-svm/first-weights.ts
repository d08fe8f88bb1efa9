import type { Pause } from "../pause.js";
import type { KernelMachine } from "./kernel-machine.js";
import { lowest } from "./lowest.js";
import type { OneClassProblem } from "./solve.js";
import { supportsOf, valuesAt } from "./supports.js";

/** Up to so many rows are solved as one problem; above, samples give the first guess, the first of them of so many rows. */
const SAMPLE = 2000;

/** How many times as many rows the next sample has, at most; the last is as much smaller than the whole. */
const GROWTH = 16;

/** Rows that may carry weight, as a multiple of those that do. */
const CANDIDATES = 2.5;

/** Weights to start from and the rows that may matter. */
export async function firstWeights(machine: KernelMachine, { nu, tolerance }: OneClassProblem, pause: Pause): Promise<{ alpha: Float64Array; guess: Int32Array }> {
  const { rows } = machine;
  const total = nu * rows;
  if (rows <= SAMPLE) {
    const alpha = spread(rows, total, (count) => Int32Array.from({ length: count }, (_, i) => i));
    return { alpha, guess: lowest(alpha, rows) };
  }
  const largest = Math.max(SAMPLE, Math.floor(rows / GROWTH));
  let sums: Float64Array = new Float64Array(rows);
  for (let size = SAMPLE, before = 0; before < largest; before = size, size = Math.min(size * GROWTH, largest)) {
    const sample = Int32Array.from({ length: size }, (_, i) => Math.floor((i * rows) / size));
    sums = await sumsOfSample(machine, sample, before > 0 ? sums : null, nu, Math.max(1e-2, tolerance), pause);
  }
  return { alpha: spread(rows, total, (count) => lowest(sums, count)), guess: lowest(sums, Math.ceil(CANDIDATES * total) + 16) };
}

/** Kernel sums of all rows by a solution of a sample; of that only the outermost rows by the sums known, if any are, are looked at. */
async function sumsOfSample(machine: KernelMachine, sample: Int32Array, known: Float64Array | null, nu: number, tolerance: number, pause: Pause): Promise<Float64Array> {
  const total = nu * sample.length;
  const chosen = known ? lowest(valuesAt(known, sample), Math.ceil(CANDIDATES * total) + 16).map((place) => sample[place]) : sample;
  const evenly = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => Math.floor((i * chosen.length) / count));
  const weights = spread(chosen.length, total, (count) => (known ? lowest(valuesAt(known, chosen), count) : evenly(count)));
  await machine.solve(chosen, weights, await machine.exactly(chosen, ...supportsOf(chosen, weights), pause), tolerance, pause);
  const sums = new Float64Array(machine.rows);
  await machine.add(...supportsOf(chosen, weights), sums, pause);
  return sums;
}

/** Weights that sum up to `total`: 1 for the rows chosen, what is left for the last of them. */
function spread(rows: number, total: number, choose: (count: number) => Int32Array): Float64Array {
  const alpha = new Float64Array(rows);
  const full = Math.min(rows, Math.floor(total));
  const chosen = choose(Math.min(rows, full + 1));
  chosen.forEach((row, k) => (alpha[row] = k < full ? 1 : total - full));
  return alpha;
}
