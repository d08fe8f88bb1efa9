import { median } from "./noise/spread.js";
import type { BaselineInput, FittedModel } from "./types.js";

/** After a restart the value is itself what was added: below this share of the one before, at most so many usual steps. */
const RESTART = { share: 0.5, steps: 4 };

/** What is added to a running total from row to row. */
export interface Increments {
  /** 1 for a total that runs up, −1 for one that runs down. */
  readonly direction: 1 | -1;
  /** Step in that direction; NaN for the first row, beside missing rows and at a reset that tells nothing. */
  readonly values: Float64Array;
  /** 1 where the total began again at 0. */
  readonly restarts: Uint8Array;
}

/** A model of the increments, its expected values and ranges brought back to the total. */
export interface CounterModel {
  readonly model: FittedModel;
  readonly increments: Float64Array;
}

/**
 * Steps of a running total. One against its direction is a reset and tells nothing; but where a total that runs up falls to
 * little, it began again at 0, and that little is what was added.
 */
export function incrementsOf(totals: Float64Array): Increments {
  const n = totals.length;
  let rising = 0;
  for (let i = 1; i < n; i++) if (totals[i] >= totals[i - 1]) rising++;
  const direction = rising > 0.5 * (n - 1) ? 1 : -1;
  const values = totals.map((total, i) => (i === 0 ? NaN : direction * (total - totals[i - 1])));
  const usual = median(values.filter((value) => value >= 0));
  const restarts = new Uint8Array(n);
  for (let i = 1; i < n; i++) {
    if (!(values[i] < 0)) continue;
    const again =
      direction === 1 &&
      totals[i] >= 0 &&
      totals[i] < RESTART.share * totals[i - 1] &&
      totals[i] <= RESTART.steps * usual;
    restarts[i] = Number(again);
    values[i] = again ? totals[i] : NaN;
  }
  return { direction, values, restarts };
}

/**
 * Totals that run up or down: what is added a row is modelled by its own kind. Expected is the total before and what usually
 * comes.
 *
 * @param modelOf fits the increments, whatever they are
 */
export function counterSeries(input: BaselineInput, modelOf: (increments: BaselineInput) => FittedModel): CounterModel {
  const { direction, values: increments, restarts } = incrementsOf(input.values);
  const model = modelOf({ ...input, values: increments });
  const before = totalsBefore(input.values, restarts, direction, model.expected);
  const total = (column: Float64Array): Float64Array => column.map((value, i) => before[i] + direction * value);
  const [low, high, usualLow, usualHigh] = [
    total(model.lower),
    total(model.upper),
    total(model.usualLower),
    total(model.usualUpper),
  ];
  const up = direction === 1;
  const said = (column: Float64Array): Float64Array =>
    column.map((value, i) => (Number.isFinite(increments[i]) ? value : 0));
  const z = said(model.z);
  return {
    model: {
      ...model,
      expected: total(model.expected),
      usual: total(model.usual),
      lower: up ? low : high,
      upper: up ? high : low,
      usualLower: up ? usualLow : usualHigh,
      usualUpper: up ? usualHigh : usualLow,
      z,
      innovation: model.innovation === model.z ? z : said(model.innovation),
    },
    increments,
  };
}

/** The total that a row starts from: the one before, as expected where it is missing, 0 after a restart. */
function totalsBefore(
  totals: Float64Array,
  restarts: Uint8Array,
  direction: number,
  expected: Float64Array,
): Float64Array {
  const before = new Float64Array(totals.length);
  before[0] = totals.find(Number.isFinite) ?? 0;
  for (let i = 1; i < totals.length; i++)
    before[i] = Number.isFinite(totals[i - 1]) ? totals[i - 1] : before[i - 1] + direction * expected[i - 1];
  return before.map((value, i) => (restarts[i] === 1 ? 0 : value));
}
