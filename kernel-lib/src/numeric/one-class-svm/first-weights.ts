import type { Checkpoint } from "../checkpoint.js";
import type { KernelMachine } from "./kernel-machine.js";
import { select } from "../order/select.js";
import { mayEstimate } from "./inside.js";
import { lowest } from "./lowest.js";
import type { OneClassProblem } from "./problem.js";
import { evenly, supportsOf, valuesAt } from "./supports.js";

/** Up to so many rows are solved as one problem; above, samples give the first guess, the first of them of so many rows. */
const SAMPLE = 2000;

/** How many times as many rows the next sample has, at most; the last is as much smaller than the whole. */
const GROWTH = 16;

/** Rows that may carry weight are at least and at most so many times those that do. */
const FEWEST_CANDIDATES = 1.5;
export const MOST_CANDIDATES = 5;

/** Weights to start from and the rows that may matter. */
export async function firstWeights(
  machine: KernelMachine,
  { nu, tolerance, landmarks }: OneClassProblem,
  checkpoint: Checkpoint,
): Promise<{ alpha: Float64Array; guess: Int32Array }> {
  const { rows } = machine;
  const total = nu * rows;
  if (rows <= SAMPLE) {
    const alpha = spread(rows, total, (count) => Int32Array.from({ length: count }, (_, i) => i));
    return { alpha, guess: lowest(alpha, rows) };
  }
  const largest = Math.max(SAMPLE, Math.floor(rows / GROWTH));
  const long = mayEstimate(rows, total, landmarks);
  let sums: Float64Array = new Float64Array(rows);
  for (let size = SAMPLE, before = 0; before < largest; before = size, size = Math.min(size * GROWTH, largest)) {
    const sample = evenly(rows, size);
    const known = before === 0 ? null : sums.length < rows ? sums : valuesAt(sums, sample);
    const supports = await solveSample(machine, sample, known, nu, Math.max(1e-2, tolerance), checkpoint);
    // Of a long series only the rows of the next sample are looked at.
    sums =
      long && size < largest
        ? await machine.exactly(evenly(rows, Math.min(size * GROWTH, largest)), ...supports, checkpoint)
        : await sumsOfAll(machine, supports, checkpoint);
  }
  await checkpoint(1);
  const alpha = spread(rows, total, (count) => lowest(sums, count));
  await checkpoint(1);
  return { alpha, guess: candidates(sums, total) };
}

/** Rows of a sample that carry weight, and their weights; of the sample only the outermost rows by the sums known, if any are, are looked at. */
async function solveSample(
  machine: KernelMachine,
  sample: Int32Array,
  known: Float64Array | null,
  nu: number,
  tolerance: number,
  checkpoint: Checkpoint,
): Promise<[Int32Array, Float64Array]> {
  const total = nu * sample.length;
  const places = known && candidates(known, total);
  const chosen = places ? places.map((place) => sample[place]) : sample;
  const weights = spread(chosen.length, total, (count) =>
    known && places ? lowest(valuesAt(known, places), count) : evenly(chosen.length, count),
  );
  await machine.solve(
    chosen,
    weights,
    await machine.exactly(chosen, ...supportsOf(chosen, weights), checkpoint),
    tolerance,
    checkpoint,
  );
  return supportsOf(chosen, weights);
}

async function sumsOfAll(
  machine: KernelMachine,
  supports: [Int32Array, Float64Array],
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  const sums = new Float64Array(machine.rows);
  await machine.add(...supports, sums, checkpoint);
  return sums;
}

/**
 * The rows that may be among the `total` outermost, by sums that a sample tells. A row of the sample has its own weight, up
 * to 1, in its sum and a row just like it has not, so that sums of rows that are equally far out differ by about 1.
 */
function candidates(sums: Float64Array, total: number): Int32Array {
  const edge = select(sums.slice(), Math.min(sums.length - 1, Math.floor(total)));
  let within = 0;
  for (let row = 0; row < sums.length; row++) if (sums[row] < edge + 1) within++;
  return lowest(sums, Math.ceil(Math.max(FEWEST_CANDIDATES * total, Math.min(MOST_CANDIDATES * total, within))) + 16);
}

/** Weights that sum up to `total`: 1 for the rows chosen, what is left for the last of them. */
function spread(rows: number, total: number, choose: (count: number) => Int32Array): Float64Array {
  const alpha = new Float64Array(rows);
  const full = Math.min(rows, Math.floor(total));
  const chosen = choose(Math.min(rows, full + 1));
  chosen.forEach((row, k) => (alpha[row] = k < full ? 1 : total - full));
  return alpha;
}
