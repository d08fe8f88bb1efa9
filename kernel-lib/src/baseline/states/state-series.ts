import { distinctOf } from "../kind.js";
import { switchRows } from "./levels-of.js";
import { longStays } from "./long-stays.js";
import { plainModel, teachingWeights } from "../plain-model.js";
import type { BaselineInput, FittedModel } from "../types.js";

/** More states than this are a price list: nobody knows how long one of them should stay. */
const MOST = 6;
/** Rows that are compared as one. */
const UNIT = 7;

/**
 * Values that are held: the value itself is normal; only a stay away from the main state that is far longer than the others of
 * that state is not. O(n log n).
 */
export function stateSeries({ values, excluded }: BaselineInput): FittedModel {
  const n = values.length;
  const held = heldValues(values);
  const { distinct, counts } = distinctOf(held);
  const most = counts.reduce((best, count, k) => (count > counts[best] ? k : best), 0);
  const starts = [0, ...switchRows(held)];
  const twoStates = distinct.length === 2 && counts[most] > 0.5 * n;
  const stays = distinct.length > MOST ? [] : longStays({ states: starts.map((start) => held[start]), starts, n, main: distinct[most], judgesFew: twoStates });
  const lower = new Float64Array(n).fill(distinct[0]);
  const upper = new Float64Array(n).fill(distinct[distinct.length - 1]);
  const ranges = { expected: held, lower, upper, usual: held, usualLower: lower, usualUpper: upper };
  return plainModel({ kind: "states", ...ranges, z: new Float64Array(n), weight: teachingWeights(values, excluded), stays, unit: UNIT });
}

/** Missing values stay what the last known one was, the first ones what the first known one is. */
export function heldValues(values: Float64Array): Float64Array {
  const held = values.slice();
  let before = values.find(Number.isFinite) ?? 0;
  for (let i = 0; i < held.length; i++) before = held[i] = Number.isFinite(held[i]) ? held[i] : before;
  return held;
}
