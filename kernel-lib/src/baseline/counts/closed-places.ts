import { cyclesOf } from "../seasons/cycles.js";
import { normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { log } from "../../numeric/math.js";
import { teachingWeights } from "../plain-model.js";
import type { BaselineInput, FittedModel } from "../types.js";
import { zeroRuns } from "./zero-runs.js";

/** Share of zeros from which on a place of the cycle is closed, and up to which all others together are open. */
const ZEROS = { closed: 0.9, open: 0.05 };
/** Cycles that tell it, and the share of closed rows that is worth it. */
const LEAST = { cycles: 4, closed: 0.05 };

/**
 * Places of a cycle at which there is (nearly) never anything, while elsewhere there (nearly) always is: nights, Sundays. 1
 * for the rows at such places; null when a series is not like that. O(n) for each period.
 *
 * @param values NaN where nothing is known
 */
export function closedRows(values: Float64Array, step: BaselineInput["step"]): Uint8Array | null {
  for (const period of cyclesOf(step, values.length).periods) {
    if (values.length < LEAST.cycles * period) continue;
    const rows = new Float64Array(period);
    const zeros = new Float64Array(period);
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i])) continue;
      rows[i % period]++;
      if (values[i] === 0) zeros[i % period]++;
    }
    const isClosed = rows.map((count, place) => Number(count > 0 && zeros[place] >= ZEROS.closed * count));
    const sum = (column: Float64Array, closed: number): number =>
      column.reduce((total, value, place) => total + (isClosed[place] === closed ? value : 0), 0);
    if (sum(rows, 1) < LEAST.closed * values.length || sum(rows, 0) === 0 || sum(zeros, 0) > ZEROS.open * sum(rows, 0))
      continue;
    return Uint8Array.from(values, (_, i) => isClosed[i % period]);
  }
  return null;
}

/** So many separate runs of zeros at open places are no news one by one. */
const RECURRENT = 3;

/**
 * A series with closed places: the open rows are a continuous series. A zero among them is as odd as it is far, unless zeros
 * come again and again (holidays); then only a run of them is. Nothing is expected at closed rows, and something there is as
 * odd as it is rare.
 *
 * @param modelOpen fits the continuous series, its closed rows missing
 */
export function openSeries(
  input: BaselineInput,
  closed: Uint8Array,
  modelOpen: (open: BaselineInput) => FittedModel,
): FittedModel {
  const { values, excluded } = input;
  const known = teachingWeights(values, excluded);
  const rate = recurrentRate(values, known, closed);
  const hidden = (i: number): boolean => closed[i] === 1 || (rate !== null && values[i] === 0);
  const model = modelOpen({ ...input, values: values.map((value, i) => (hidden(i) ? NaN : value)) });
  const rare = rareZ(values, known, closed);
  const atZero = rate === null ? 0 : normalQuantileOfLog(Math.min(log(rate), -Math.LN2));
  const z = (column: Float64Array): Float64Array =>
    column.map((value, i) => {
      if (closed[i] === 1) return known[i] > 0 && values[i] !== 0 ? rare[i] : 0;
      return hidden(i) ? atZero : value;
    });
  const open = (column: Float64Array): Float64Array => column.map((value, i) => (closed[i] === 1 ? 0 : value));
  const [expected, lower, upper, usual, usualLower, usualUpper] = [
    model.expected,
    model.lower,
    model.upper,
    model.usual,
    model.usualLower,
    model.usualUpper,
  ].map(open);
  const stays =
    rate === null
      ? []
      : zeroRuns(
          values,
          known,
          Float64Array.from(closed, (shut) => (shut === 1 ? 0 : log(rate))),
        ).filter(({ logP }) => logP < 0);
  return {
    ...model,
    expected,
    lower,
    upper,
    usual,
    usualLower,
    usualUpper,
    z: z(model.z),
    innovation: z(model.innovation),
    stays,
  };
}

/** Share of zeros at open places where they come again and again, else null. A run goes on over closed rows. */
function recurrentRate(values: Float64Array, known: Float64Array, closed: Uint8Array): number | null {
  let [runs, zeros, rows, inRun] = [0, 0, 0, false];
  for (let i = 0; i < values.length; i++) {
    if (closed[i] === 1 || !(known[i] > 0)) continue;
    rows++;
    if (values[i] === 0 && !inRun) runs++;
    inRun = values[i] === 0;
    if (inRun) zeros++;
  }
  return runs >= RECURRENT ? (zeros + 0.5) / (rows + 1) : null;
}

/** Normal equivalents of something at closed rows, each run of them by how rare it is at all others; 0 elsewhere. */
function rareZ(values: Float64Array, known: Float64Array, closed: Uint8Array): Float64Array {
  const isSome = (i: number): boolean => closed[i] === 1 && known[i] > 0 && values[i] !== 0;
  let [some, rows] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (closed[i] === 0 || !(known[i] > 0)) continue;
    rows++;
    if (values[i] !== 0) some++;
  }
  const z = new Float64Array(values.length);
  for (let start = 0; start < values.length; start++) {
    if (!isSome(start)) continue;
    let end = start + 1;
    while (end < values.length && isSome(end)) end++;
    const share = (some - (end - start) + 0.5) / (rows - (end - start) + 1);
    z.fill(-normalQuantileOfLog(Math.min(log(share), -Math.LN2)), start, end);
    start = end;
  }
  return z;
}
