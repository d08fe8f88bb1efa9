import { subtract } from "../../numeric/elementwise.js";
import { finiteValues } from "../../numeric/finite.js";
import { medianAbsoluteDeviation, median } from "../../numeric/statistics.js";
import type { Incident, IncidentKind, Pattern } from "../../report.js";
import type { Stretch } from "./stretches.js";

/** What the kind of an incident is told from. */
export interface KindEvidence {
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly pattern: Pattern;
}

/** Deviations of the remainder that count as far. */
const FAR = 3;

/**
 * What an incident looks like, by plain questions in order: do the values stand still, does a new level stay, do they run
 * away steadily, do they jump about, do they leave to one side; else the pattern is broken. O(length of the incident).
 */
export function incidentKind(
  stretch: Stretch,
  peak: number,
  { values, expected, pattern }: KindEvidence,
): IncidentKind {
  const { start, end } = stretch;
  const length = end - start + 1;
  const around = windowAround(pattern);
  const deviations = finiteValues(subtract(values.subarray(start, end + 1), expected.subarray(start, end + 1)));
  if (finiteValues(values.subarray(start, end + 1)).length === 0) return "missing";
  if (length >= 4 && standsStill(values, start, end, pattern.spread)) return "flat line";
  if (staysAway(values, start, end, around, pattern.spread)) return "level shift";
  if (deviations.length === 0) return "pattern break";
  const sides = deviations.reduce((sum, deviation) => sum + Math.sign(deviation), 0) / deviations.length;
  const side = values[peak] >= expected[peak] ? "spike" : "dip";
  if (length <= 3) return side;
  if (length >= 5 && Math.abs(sides) > 0.6 && Math.abs(steadiness(deviations)) > 0.85) return "trend break";
  if (Math.abs(sides) > 0.6)
    return length >= around && spreadOf(deviations) < 0.5 * Math.abs(median(deviations)) ? "level shift" : side;
  const jumps = spreadOf(deviations) / pattern.spread;
  if (length >= 5 && jumps > 2) return directionOf(stretch, values, expected) === "mixed" ? "variance burst" : side;
  const farther = Math.abs(values[peak] - expected[peak]) > FAR * pattern.spread;
  return farther && length <= around / 2 ? side : "pattern break";
}

/** A side whose distances from what is expected come to less than this part of the other's has no say. */
const NO_SAY = 0.2;

/** Where the values of a stretch lie beside what is expected; on both sides only where both have a say. */
export function directionOf(
  { start, end }: Stretch,
  values: Float64Array,
  expected: Float64Array,
): Incident["direction"] {
  let up = 0;
  let down = 0;
  for (let i = start; i <= end; i++) {
    const deviation = values[i] - expected[i];
    if (deviation > 0) up += deviation;
    else if (deviation < 0) down -= deviation;
  }
  return down < NO_SAY * up ? "up" : up < NO_SAY * down ? "down" : "mixed";
}

/** Points before and after an incident that its level is compared with: a cycle. */
export function windowAround({ cycle }: Pattern): number {
  return Math.max(3, Math.min(cycle || 12, 200));
}

function spreadOf(values: Float64Array): number {
  return medianAbsoluteDeviation(values, true);
}

/** More than half of the steps are none. */
function standsStill(values: Float64Array, start: number, end: number, spread: number): boolean {
  let still = 0;
  for (let i = start + 1; i <= end; i++) if (Math.abs(values[i] - values[i - 1]) <= 1e-9 * spread) still++;
  return still > (end - start) / 2;
}

/** The level of the cycle after differs from the one before by far, and in the same direction as inside. */
function staysAway(values: Float64Array, start: number, end: number, around: number, spread: number): boolean {
  const before = finiteValues(values.subarray(Math.max(0, start - around), start));
  const after = finiteValues(values.subarray(end + 1, end + 1 + around));
  if (before.length < 3 || after.length < 3) return false;
  const step = Math.abs(median(after) - median(before));
  // Most do not pass the first question, which is much the cheapest.
  return step > FAR * spread && step > FAR * Math.max(spreadOf(before), spreadOf(after));
}

/** Correlation of the deviations with time, -1 to 1. */
function steadiness(deviations: Float64Array): number {
  const n = deviations.length;
  let sum = 0;
  for (const deviation of deviations) sum += deviation;
  let products = 0;
  let squares = 0;
  let times = 0;
  for (let k = 0; k < n; k++) {
    const time = k - (n - 1) / 2;
    const away = deviations[k] - sum / n;
    products += time * away;
    squares += away * away;
    times += time * time;
  }
  return squares > 0 ? products / Math.sqrt(squares * times) : 0;
}
