import { log } from "../numeric/math.js";
import { normalLogTail } from "../numeric/distributions/normal.js";
import { besideOthers } from "./noise/beside-others.js";
import { shiftedWindows } from "./noise/shifted-windows.js";
import { isSudden } from "./long/events-out.js";
import { farCycles } from "./seasons/far-cycles.js";
import { rowsInARow } from "./rows-in-a-row.js";
import type { Finding, FittedModel } from "./types.js";
import { SUSPICIOUS } from "./suspicious.js";

/** A series in which nothing happens is called striking about this often, for each kind of finding. */
export const ALPHA = 0.02;
/** With neighbours that leave less than this of the spread, a row must also be far from what they say. */
const NEIGHBOURS_EXPLAIN = 0.7;
const FAR_FROM_NEIGHBOURS = 2;
/** Normal deviations of the innovation that a stretch then needs in it or at its edges, and suspicious rows around a far one. */
const SUDDEN = 4;
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
  const innovation = onlyKnown(model.innovation, values);
  const findings = farRows(model, z, innovation, known, alpha);
  const stretches: Finding[] = [];
  if (model.kind === "long" || model.kind === "short")
    stretches.push(...rowsInARow(z, model, known, alpha / 2).filter((stretch) => !isOneFarRow(stretch, findings)));
  if (model.kind === "long") stretches.push(...farCycles(model, known, alpha / 2));
  const others = [...findings, ...stretches];
  stretches.push(...windows(model, innovation, known, alpha / 2).filter((window) => isNew(window, others)));
  findings.push(...stretches.filter((stretch) => !isLedUpTo(stretch, innovation, model)));
  for (const time of model.restless ?? []) addIfStriking(findings, time, alpha);
  for (const { start, end, logP } of model.stays)
    addIfStriking(findings, { kind: "run", start, end, log10p: (logP + log(known)) / Math.LN10 }, alpha);
  for (const { row, end, log10p } of model.changes) {
    if (end === null) addIfStriking(findings, { kind: "lasting", start: row, end: row + 1, log10p }, alpha);
    else addIfStriking(findings, { kind: "temporary", start: row, end, log10p }, alpha);
  }
  return findings;
}

/**
 * Whether rows in a row are one far row and a suspicious one beside it: the rarest of them says more alone, and no two
 * neighbours are left without those that are striking by themselves.
 */
function isOneFarRow({ start, end, log10p }: Finding, rows: readonly Finding[]): boolean {
  const own = rows.filter((row) => row.start >= start && row.end <= end);
  if (own.every((row) => row.log10p > log10p)) return false;
  // Findings are kept from far below what is striking: a row of chance one in three does not stand by itself.
  const alone = new Set(own.filter((row) => row.log10p < log(ALPHA) / Math.LN10).map((row) => row.start));
  for (let i = start + 1; i < end; i++) if (!alone.has(i) && !alone.has(i - 1)) return false;
  return true;
}

/** Windows of rows that are off together, where rows are not mostly what their neighbours lead to expect. */
function windows(model: FittedModel, innovation: Float64Array, known: number, alpha: number): Finding[] {
  if (model.kind !== "long" || model.evidence.medianRest < NEIGHBOURS_EXPLAIN) return [];
  return shiftedWindows(innovation, { known, unit: model.unit, alpha: ALPHA }, alpha);
}

/** Whether a window tells of rows of which nothing else tells that is striking, or as rare. */
function isNew({ start, end, log10p }: Finding, others: readonly Finding[]): boolean {
  const least = Math.max(log10p, log(ALPHA) / Math.LN10);
  return others.every((other) => other.start > end || other.end < start || other.log10p > least);
}

/** Whether a stretch is how the series wanders: neighbours lead up to it and away from it. */
function isLedUpTo(
  { start, end }: Pick<Finding, "start" | "end">,
  innovation: Float64Array,
  { evidence, weight }: FittedModel,
): boolean {
  return evidence.wanders && !isSudden(innovation, weight, start, end, SUDDEN);
}

function addIfStriking(findings: Finding[], finding: Finding, alpha: number): void {
  if (finding.log10p < log(alpha) / Math.LN10) findings.push(finding);
}

function count(weight: Float64Array): number {
  let known = 0;
  for (let i = 0; i < weight.length; i++) if (weight[i] > 0) known++;
  return known;
}

function onlyKnown(z: Float64Array, values: Float64Array): Float64Array {
  const known = z.slice();
  for (let i = 0; i < known.length; i++) if (!Number.isFinite(values[i])) known[i] = 0;
  return known;
}

/** The suspicious rows around a row, on its side. */
function around(z: Float64Array, row: number): Pick<Finding, "start" | "end"> {
  const side = z[row] > 0 ? 1 : -1;
  let [start, end] = [row, row + 1];
  while (start > 0 && z[start - 1] * side > SUSPICIOUS) start--;
  while (end < z.length && z[end] * side > SUSPICIOUS) end++;
  return { start, end };
}

/**
 * On two sides unless only one can be, in two ways of looking at each row of continuous series and levels, else in one; in continuous series beside the
 * other far rows.
 */
function farRows(
  model: FittedModel,
  z: Float64Array,
  innovation: Float64Array,
  known: number,
  alpha: number,
): Finding[] {
  const explained = model.evidence.medianRest < NEIGHBOURS_EXPLAIN;
  const isContinuous = model.kind === "long" || model.kind === "short";
  const looks = !isContinuous && model.innovation === model.z ? 1 : 2;
  const sides = model.oneSided ? 1 : 2;
  const places = log(sides * looks * known);
  const terms = { known, unit: model.unit, alpha: ALPHA };
  const [chanceOfOwn, chanceBeside] = [z, innovation].map((column) =>
    isContinuous ? besideOthers(column, terms) : (far: number): number => normalLogTail(Math.abs(far)),
  );
  const found: Finding[] = [];
  for (let i = 0; i < z.length; i++) {
    const beside = Math.abs(innovation[i]);
    const own = explained && (beside <= FAR_FROM_NEIGHBOURS || isLedUpTo(around(z, i), innovation, model)) ? 0 : z[i];
    if (Math.max(Math.abs(own), beside) < 2) continue;
    const chance = Math.min(chanceOfOwn(own), chanceBeside(innovation[i]));
    addIfStriking(found, { kind: "row", start: i, end: i + 1, log10p: (places + chance) / Math.LN10 }, alpha);
  }
  return found;
}
