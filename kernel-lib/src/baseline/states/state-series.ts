import { normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { distinctOf } from "../kind.js";
import { pairChanges } from "../pair-changes.js";
import { jumpZ, sizeOfJumps } from "./jumps.js";
import { switchRows } from "./levels-of.js";
import { longStays } from "./long-stays.js";
import { plainModel, teachingWeights } from "../plain-model.js";
import type { BaselineInput, Finding, FittedModel } from "../types.js";

/** More states than this are a price list: nobody knows how long one of them should stay. */
const MOST = 6;
/** Rows that are compared as one. */
const UNIT = 7;

/**
 * Values that are held: the value itself is normal; only a stay away from the main state that is far longer than the others of
 * that state is not, and a jump that is far larger than all others. O(n log n).
 */
export function stateSeries({ values, excluded }: BaselineInput): FittedModel {
  const n = values.length;
  const held = heldValues(values);
  const { distinct, counts } = distinctOf(held);
  const most = counts.reduce((best, count, k) => (count > counts[best] ? k : best), 0);
  const starts = [0, ...switchRows(held)];
  const z = distinct.length > 2 ? jumpZ(held) : new Float64Array(n);
  const twoStates = distinct.length === 2 && counts[most] > 0.5 * n;
  const stays =
    distinct.length > MOST
      ? []
      : longStays({
          states: starts.map((start) => held[start]),
          starts,
          n,
          main: distinct[most],
          judgesFew: twoStates,
        });
  const lower = new Float64Array(n).fill(distinct[0]);
  const upper = new Float64Array(n).fill(distinct[distinct.length - 1]);
  const ranges = { expected: held, lower, upper, usual: held, usualLower: lower, usualUpper: upper };
  return plainModel({ kind: "states", ...ranges, z, weight: teachingWeights(values, excluded), stays, unit: UNIT });
}

/**
 * Brings what is expected in stays that were found odd from the state itself to the main one, so that a stay has a direction
 * and a distance; its z is as far as its p is small. Changes the model.
 */
export function expectMainState(model: FittedModel, findings: readonly Finding[]): void {
  const held = model.expected;
  const { distinct, counts } = distinctOf(held);
  const main = distinct[counts.reduce((best, count, k) => (count > counts[best] ? k : best), 0)];
  const columns = [model.expected, model.lower, model.upper].map((column) => column.slice());
  const z = model.z.slice();
  for (const { start, end, log10p } of findings.filter(({ kind }) => kind === "run")) {
    const distance = -normalQuantileOfLog(Math.min(log10p, -1) * Math.LN10);
    for (let row = start; row < end; row++) z[row] = Math.sign(held[row] - main) * distance;
    for (const column of columns) column.fill(main, start, end);
  }
  [model.expected, model.lower, model.upper] = columns;
  [model.usual, model.usualLower, model.usualUpper] = columns;
  model.z = model.innovation = z;
}

/**
 * Brings what is expected after far jumps to the value before: all along a stay that is left by a far jump back, which is one
 * finding then, else at the row of the jump. Changes the model.
 *
 * @returns the findings, a stay instead of its jumps there and back
 */
export function expectValueBefore(model: FittedModel, findings: readonly Finding[]): Finding[] {
  const held = model.expected;
  const jumps = findings.filter(({ kind }) => kind === "row");
  if (jumps.length === 0) return [...findings];
  const sizeAt = sizeOfJumps(held);
  const { lasting, temporary } = pairChanges(
    jumps.map(({ start: row }) => ({ row, size: sizeAt(row) })),
    held.length,
  );
  const stays = [
    ...temporary.map(({ start, end }) => ({ start, end })),
    ...lasting.map(({ row }) => ({ start: row, end: row + 1 })),
  ];
  const columns = [model.expected, model.lower, model.upper].map((column) => column.slice());
  const z = model.z.slice();
  for (const { start, end } of stays) {
    z.fill(z[start], start, end);
    for (const column of columns) column.fill(held[start - 1], start, end);
  }
  const within = ({ start, end }: { readonly start: number; readonly end: number }): Finding[] =>
    jumps.filter((jump) => jump.start >= start && jump.start <= end);
  const runs = temporary.map(({ start, end }): Finding => {
    const own = within({ start, end });
    if (end < z.length) z[end] = 0;
    return { kind: "run", start, end, log10p: Math.min(...own.map(({ log10p }) => log10p)) };
  });
  const joined = new Set(temporary.flatMap(within));
  [model.expected, model.lower, model.upper] = columns;
  [model.usual, model.usualLower, model.usualUpper] = columns;
  model.z = model.innovation = z;
  return [...findings.filter((finding) => !joined.has(finding)), ...runs];
}

/** Missing values stay what the last known one was, the first ones what the first known one is. */
export function heldValues(values: Float64Array): Float64Array {
  const held = values.slice();
  let before = values.find(Number.isFinite) ?? 0;
  for (let i = 0; i < held.length; i++) before = held[i] = Number.isFinite(held[i]) ? held[i] : before;
  return held;
}
