import { countFinite } from "../numeric/finite.js";
import { counterSeries } from "./counters.js";
import { closedRows, openSeries } from "./counts/closed-places.js";
import { countSeries } from "./counts/count-series.js";
import { weekendCourse } from "./courses/few-weekends.js";
import { straightGrowth } from "./courses/straight-growth.js";
import { withCourse } from "./courses/with-course.js";
import { cyclesFor } from "./seasons/cycles.js";
import { decide } from "./decision.js";
import { kindOf } from "./kind.js";
import { levelsSeries } from "./states/levels-series.js";
import { residualOf } from "./long/parts.js";
import { longSeries } from "./long-series.js";
import { plainModel, teachingWeights } from "./plain-model.js";
import { sumByPlace } from "./counts/place-factors.js";
import { asWritten, coarseStep, scaleStep, unrounded } from "./rounding.js";
import { shortSeries } from "./short/short-series.js";
import { median } from "./noise/spread.js";
import { standoutOf } from "./standout.js";
import { expectMainState, expectValueBefore, stateSeries } from "./states/state-series.js";
import type { Baseline, BaselineInput, ExpectedRanges, Finding, FittedModel, SeriesKind } from "./types.js";
import { zeroInflatedSeries } from "./counts/zero-inflated.js";

/** Known rows below which nothing is normal by default: two years of months. */
export const ROWS_NEEDED = 24;
/** Fewer known values than this are modelled exactly. */
const LEAST_LONG = 200;
/** Shares, of 1 or in percent, whose largest value is from here to the whole can not be above it. */
const NEARLY_ALL = 0.99;
const WHOLES = [1, 100];

/** The ranges' columns, for what is done to all of them. */
const COLUMNS = [
  "expected",
  "lower",
  "upper",
  "usual",
  "usualLower",
  "usualUpper",
] as const satisfies readonly (keyof ExpectedRanges)[];

/**
 * What is normal for a series on an even grid, and what is not. The kind of the series comes first; each kind has its own
 * model. Values that are missing or excluded teach nothing, are not striking and get an expectation all the same; expectation and ranges never
 * leave what the column can be (not below 0 when no value is, then not above 1 or 100 when the largest is within 1 % of it). Pure, never NaN.
 * O(n), O(n³) below 200 rows.
 */
export function baseline(given: BaselineInput): Baseline {
  const input = { ...given, values: asWritten(given.values) };
  const taught = teaching(input);
  const { kind, model, judged } = modelOfKind(input, taught);
  const found = kind === "nothing" ? [] : decide(model, without(judged, input.excluded), input.alpha);
  if (kind === "states") expectMainState(model, found);
  const findings = kind === "states" ? expectValueBefore(model, found) : found;
  return { ...factsOf(kind, model, input), ...judgement(taught), findings, log10p: strongest(findings) };
}

/** A model with the kind of the series. */
export interface FittedKind extends Modelled {
  readonly kind: SeriesKind;
}

/** The model of a series before anything is decided: its kind, and what is expected within what the column can be. */
export function fittedModel(given: BaselineInput): FittedKind {
  const input = { ...given, values: asWritten(given.values) };
  return modelOfKind(input, teaching(input));
}

function modelOfKind(input: BaselineInput, taught: Float64Array): FittedKind {
  const kind = kindOf(taught, input.step, input.cycles);
  const fitted = modelOf(kind, input, taught);
  limitToDomain(fitted.model, taught);
  return { kind, ...fitted };
}

function teaching({ values, excluded }: BaselineInput): Float64Array {
  const taught = values.slice();
  for (let i = 0; i < taught.length; i++) if (!Number.isFinite(taught[i]) || excluded?.[i] === 1) taught[i] = NaN;
  return taught;
}

/** The rows that are to be judged: what is explained already is not striking. */
function without(values: Float64Array, excluded: Uint8Array | null): Float64Array {
  return excluded === null ? values : values.map((value, row) => (excluded[row] === 1 ? NaN : value));
}

/** A model, and the column whose known rows it judges. */
interface Modelled {
  readonly model: FittedModel;
  readonly judged: Float64Array;
}

function modelOf(kind: SeriesKind, input: BaselineInput, taught: Float64Array): Modelled {
  if (kind === "counter") {
    const { model, increments } = counterSeries(input, incrementSeries);
    return { model, judged: increments };
  }
  if (kind === "pinned") return { model: pinnedSeries(input, taught), judged: input.values };
  return { model: plainKind(kind, input, taught), judged: input.values };
}

/** What is added to a total; where that is a total again, or on levels, it is a continuous series all the same. */
function incrementSeries(input: BaselineInput): FittedModel {
  const taught = teaching(input);
  const kind = kindOf(taught, input.step, input.cycles);
  if (kind === "pinned") return pinnedSeries(input, taught);
  if (kind === "nothing") return stateSeries(input);
  return plainKind(kind === "counter" || kind === "levels" ? "long" : kind, input, taught);
}

function plainKind(
  kind: Exclude<SeriesKind, "counter" | "pinned">,
  input: BaselineInput,
  taught: Float64Array,
): FittedModel {
  if (kind === "nothing") return nothingSeries(input, taught);
  if (kind === "states") return stateSeries(input);
  if (kind === "count") return countSeries(input);
  if (kind === "zeros") return seriesOfZeros(input, taught);
  if (kind === "levels") return levelsSeries(input);
  return continuousSeries(input, taught);
}

function seriesOfZeros(input: BaselineInput, taught: Float64Array): FittedModel {
  const closed = closedRows(taught, input.step);
  return closed === null
    ? zeroInflatedSeries(input)
    : openSeries(input, closed, (open) => continuousSeries(open, teaching(open)));
}

/** A course that neither level nor seasons can follow is taken out first: see `withCourse`. */
function continuousSeries(input: BaselineInput, taught: Float64Array): FittedModel {
  const course = weekendCourse(taught, input) ?? straightGrowth(taught, input);
  return course === null
    ? smoothSeries(input, taught)
    : withCourse(input, course, (left) => smoothSeries(left, teaching(left)));
}

/** 99 % of a normal distribution lie within so many deviations to each side, and the variance of what is rounded away is a twelfth. */
const RANGE = 2.5758;
const ROUNDED_AWAY = Math.sqrt(1 / 12);

/** Where less noise is left than rounding takes away, what is left is told from nothing: the values are looked at as not rounded. */
function smoothSeries(input: BaselineInput, taught: Float64Array): FittedModel {
  const fitted = (values: Float64Array): FittedModel =>
    countFinite(taught) < LEAST_LONG ? shortSeries({ ...input, values }) : longSeries({ ...input, values });
  const coarse = coarseStep(taught);
  if (coarse !== null) return fitted(unrounded(input.values, coarse));
  const model = fitted(input.values);
  const step = scaleStep(taught);
  const noise = median(residualOf(model.upper, model.lower)) / (2 * RANGE);
  return step !== null && noise < ROUNDED_AWAY * step ? fitted(unrounded(input.values, step)) : model;
}

/** Too few values, or always the same. */
function nothingSeries({ values, step, cycles, excluded }: BaselineInput, taught: Float64Array): FittedModel {
  const middle = median(taught);
  const same = new Float64Array(values.length).fill(middle === middle ? middle : 0);
  const ranges = { expected: same, lower: same, upper: same, usual: same, usualLower: same, usualUpper: same };
  const { unit } = cyclesFor({ cycles, step, values });
  return plainModel({
    kind: "nothing",
    ...ranges,
    z: new Float64Array(values.length),
    weight: teachingWeights(values, excluded),
    stays: [],
    unit,
  });
}

/**
 * A value that is mostly the same, such as a share at its bound: how far a row is from it has many zeros. Stays at it are never
 * odd.
 */
function pinnedSeries(input: BaselineInput, taught: Float64Array): FittedModel {
  const top = taught.reduce((most, value) => (value > most ? value : most), -Infinity);
  const usual = median(taught);
  const pin =
    taught.filter((value) => value === usual).length > 0.5 * taught.filter(Number.isFinite).length ? usual : top;
  // Without what subtracting leaves in the last bits, so that the usual value is 0.
  const rounding = Math.abs(pin) * 1e-11;
  const away = input.values.map((value) => (Math.abs(value - pin) <= rounding ? 0 : Math.abs(value - pin)));
  const bounded = pin === 1 || pin === 100;
  const model = zeroInflatedSeries({ ...input, values: away }, { bounded });
  const [above, below] = [top > pin, taught.some((value) => value < pin)].map(Number);
  const at = (side: number, column: Float64Array): Float64Array => column.map((value) => pin + side * value);
  const expected = above === below ? new Float64Array(away.length).fill(pin) : at(above - below, model.expected);
  const [lower, upper] = [at(-below, model.upper), at(above, model.upper)];
  // A row at the bound is nearer to it than expected: on the other side of it than all that is away.
  const z = model.z.map(
    (distance, i) => (away[i] > 0 ? Math.sign(input.values[i] - pin) : above - below) * distance || 0,
  );
  return {
    ...model,
    expected,
    lower,
    upper,
    usual: expected,
    usualLower: lower,
    usualUpper: upper,
    z,
    innovation: z,
    oneSided: bounded && above + below === 1,
    stays: model.stays.filter(({ start }) => away[start] > 0),
  };
}

/** What the values of a column can be: not below 0 when none is, not above 1 or 100 when the largest is within 1 % of it. */
export function domainOf(values: Float64Array): { readonly least: number; readonly most: number } {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const most = WHOLES.find((whole) => high >= NEARLY_ALL * whole && low >= 0 && high <= whole) ?? Number.MAX_VALUE;
  return { least: low >= 0 ? 0 : -Number.MAX_VALUE, most };
}

/** Brings expectation and ranges within what the column can be. */
function limitToDomain(model: FittedModel, taught: Float64Array): void {
  const { least, most } = domainOf(taught);
  for (const name of COLUMNS) if (!isWithin(model[name], least, most)) model[name] = limited(model[name], least, most);
}

function isWithin(column: Float64Array, least: number, most: number): boolean {
  for (let i = 0; i < column.length; i++)
    if (!Object.is(Math.min(most, Math.max(least, column[i])), column[i])) return false;
  return true;
}

function limited(column: Float64Array, least: number, most: number): Float64Array {
  const within = new Float64Array(column.length);
  for (let i = 0; i < within.length; i++) within[i] = Math.min(most, Math.max(least, column[i]));
  return within;
}

function factsOf(
  kind: SeriesKind,
  model: FittedModel,
  { step, cycles }: BaselineInput,
): Omit<Baseline, "findings" | "log10p" | "judged" | "rowsNeeded" | "standout"> {
  const {
    kind: innerKind,
    expected,
    lower,
    upper,
    usual,
    usualLower,
    usualUpper,
    z,
    innovation,
    leftOut,
    transform,
    seasons,
    changes,
    dates,
    undated = null,
    growthPerYear,
    yearStrength,
  } = model;
  const outerKind = kind === "counter" || kind === "pinned" ? kind : innerKind;
  const [period] = cyclesFor({ cycles, step, values: z }).periods;
  const noiseByPlace =
    model.noise === null || period === undefined ? new Float64Array(0) : meanByPlace(model.noise, period);
  return {
    kind: outerKind,
    innerKind,
    expected,
    lower,
    upper,
    usual,
    usualLower,
    usualUpper,
    z,
    innovation,
    leftOut,
    transform,
    seasons,
    changes,
    dates,
    undated,
    growthPerYear,
    yearStrength,
    noiseByPlace,
  };
}

function meanByPlace(column: Float64Array, period: number): Float64Array {
  const rows = sumByPlace(new Float64Array(column.length).fill(1), period);
  return sumByPlace(column, period).map((sum, place) => sum / rows[place]);
}

function judgement(taught: Float64Array): Pick<Baseline, "judged" | "rowsNeeded" | "standout"> {
  const judged = countFinite(taught) >= ROWS_NEEDED;
  return { judged, rowsNeeded: ROWS_NEEDED, standout: judged ? null : standoutOf(taught) };
}

const strongest = (findings: readonly Finding[]): number =>
  findings.reduce((least, { log10p }) => Math.min(least, log10p), 0);
