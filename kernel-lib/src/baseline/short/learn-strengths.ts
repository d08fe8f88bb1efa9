import type { KeptRows, Strengths } from "./kept-rows.js";

/** Log-likelihood that a changed strength must gain. */
const WORTH = 0.3;

/** Strengths and their log-likelihood. */
export interface Learnt {
  readonly strengths: Strengths;
  readonly logLikelihood: number;
}

/**
 * Coordinate search for the strengths of the parts named in `free`: at most twice through all of them, each moved to the best
 * of its grid when that gains enough.
 */
export function learnStrengths(kept: KeptRows, start: Strengths, changes: Int32Array, free: readonly number[]): Learnt {
  const strengths = start.slice();
  let current = kept.logLikelihood(strengths, changes);
  // Where nothing has moved since a part was looked at, looking again would say the same.
  let quiet = 0;
  for (let turn = 0; turn < 2 * free.length && quiet < free.length; turn++) {
    const part = free[turn % free.length];
    const grid = kept.table.parts[part].strengths;
    const found = kept.logLikelihoods(strengths, changes, part);
    const best = found.reduce((most, value, k) => (value > found[most] ? k : most), 0);
    quiet++;
    if (grid[best] === strengths[part] || !(found[best] > current + WORTH)) continue;
    strengths[part] = grid[best];
    current = found[best];
    quiet = 1;
  }
  return { strengths, logLikelihood: current };
}
