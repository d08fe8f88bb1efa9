import { log } from "../numeric/math.js";
import { normalLogTail } from "../numeric/distributions/normal.js";
import { farCycles } from "./seasons/far-cycles.js";
import { rowsInARow } from "./rows-in-a-row.js";
import type { Finding, FittedModel } from "./types.js";

/** A series in which nothing happens is called striking about this often, for each kind of finding. */
export const ALPHA = 0.02;
/** With neighbours that leave less than this of the spread, a row must also be far from what they say. */
const NEIGHBOURS_EXPLAIN = 0.7;
const FAR_FROM_NEIGHBOURS = 2;
/** log10 of the p-value of a change that no law was learnt for. */
export const CERTAIN = -9;

/**
 * What is striking in a series, each with its p-value corrected for the number of places where it could have been: single
 * rows, neighbouring rows on one side, whole cycles, stays and runs of zeros, changes of level. Rows in a row and whole cycles
 * must be twice as rare, for both look at rows that have been looked at one by one.
 *
 * @param values the series, NaN where missing; @param alpha p-value from which on nothing is striking
 */
export function decide(model: FittedModel, values: Float64Array, alpha: number = ALPHA): Finding[] {
  const known = Math.max(8, count(model.weight));
  const z = onlyKnown(model.z, values);
  const findings = farRows(model, z, onlyKnown(model.innovation, values), known, alpha);
  if (model.kind === "long" || model.kind === "short") findings.push(...rowsInARow(z, model, known, alpha / 2));
  if (model.kind === "long") findings.push(...farCycles(model, known, alpha / 2));
  for (const { start, end, logP } of model.stays)
    addIfStriking(findings, { kind: "run", start, end, log10p: (logP + log(known)) / Math.LN10 }, alpha);
  for (const { row, end, log10p } of model.changes) {
    if (end === null) addIfStriking(findings, { kind: "lasting", start: row, end: row + 1, log10p }, alpha);
    else findings.push({ kind: "temporary", start: row, end, log10p });
  }
  return findings;
}

function addIfStriking(findings: Finding[], finding: Finding, alpha: number): void {
  if (finding.log10p < log(alpha) / Math.LN10) findings.push(finding);
}

function count(weight: Float64Array): number {
  let known = 0;
  for (const value of weight) if (value > 0) known++;
  return known;
}

function onlyKnown(z: Float64Array, values: Float64Array): Float64Array {
  return z.map((value, i) => (Number.isFinite(values[i]) ? value : 0));
}

/** Two-sided, for two ways of looking at each row. */
function farRows(
  { evidence }: FittedModel,
  z: Float64Array,
  innovation: Float64Array,
  known: number,
  alpha: number,
): Finding[] {
  const explained = evidence.medianRest < NEIGHBOURS_EXPLAIN;
  const places = Math.LN2 + log(2 * known);
  const found: Finding[] = [];
  for (let i = 0; i < z.length; i++) {
    const beside = Math.abs(innovation[i]);
    const far = Math.max(explained && beside <= FAR_FROM_NEIGHBOURS ? 0 : Math.abs(z[i]), beside);
    if (far < 2) continue;
    addIfStriking(
      found,
      { kind: "row", start: i, end: i + 1, log10p: (places + normalLogTail(far)) / Math.LN10 },
      alpha,
    );
  }
  return found;
}
