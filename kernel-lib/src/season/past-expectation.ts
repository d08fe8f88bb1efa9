import { domainOf, fittedModel } from "../baseline/baseline.js";
import { lookAhead, type LookAhead } from "../baseline/look-ahead.js";
import type { BaselineInput, FittedModel, SeriesKind } from "../baseline/types.js";
import type { SeasonChoice } from "../config/config.js";
import { rollingQuantile } from "../numeric/windows/rolling.js";
import type { Series } from "../table.js";
import { regularGrid } from "./even-grid.js";
import type { ExpectedBand } from "./expected-band.js";
import { modelSeries } from "./series-baseline.js";
import { insertMissingRows, keepsStep, momentsAfter } from "./whole-series.js";

/**
 * A model is used for an eighth of the rows that it was fitted to before it is fitted again: all fits together then cost nine
 * times the last one. For half of them from 64 to 199 rows, where a fit is O(n³) and the level is all that moves in between.
 */
const strideOf = (rows: number): number => Math.max(1, Math.floor(rows / (rows >= 64 && rows < 200 ? 2 : 8)));
/** Errors before a row that say how wide its range must be, and the fewest that do. */
const ERRORS = 600;
const LEAST_ERRORS = 40;
/** Shares of normal errors that lie within so many deviations: the median, and what tells a tail, or a level that wanders. */
const WITHIN = [
  { share: 0.5, deviations: 0.6745 },
  { share: 0.9, deviations: 1.6449 },
];
/** Most rows that are looked ahead over a gap. */
const MOST_AHEAD = 1000;

/**
 * What each value should have been, from earlier values only: nothing that comes later changes it, so it can be checked
 * against what happened. The model of `seriesBaseline` is fitted to the rows before (rows that a file lacks put in as far as
 * those tell), again whenever they have grown by an eighth; in between the level follows the rows before (see `lookAhead`).
 * Ranges are those of the model, as much wider or narrower as its last 600 errors were larger or smaller than it said. NaN for
 * the first row. Costs about nine fits of the whole series.
 *
 * @param known 1 for rows that a known event covers: they teach nothing
 * @param width how much wider than that of 99 % the range shall be
 */
export function pastExpectation(
  series: Series,
  choice: SeasonChoice,
  known: Uint8Array | null,
  width: number = 1,
): ExpectedBand {
  const n = series.values.length;
  const band = emptyBand(n);
  const z = new Float64Array(n).fill(NaN);
  const innovation = z.slice();
  for (let from = firstKnown(series.values) + 1; from < n; ) {
    const stretch = nextStretch(series, from, choice, known);
    const rows = stretch.places.length;
    for (let k = 0; k < rows; k++) {
      z[from + k] = stretch.ahead.z[stretch.places[k]];
      innovation[from + k] = stretch.ahead.innovation[stretch.places[k]];
    }
    const measured = stretch.ahead.isMeasured;
    const [own, near] = [z, innovation].map((errors) =>
      measured ? widths(errors, from, rows) : new Float64Array(rows).fill(1),
    );
    fillBand(
      band,
      stretch,
      from,
      own.map((each) => each * width),
      near.map((each) => each * width),
    );
    from += rows;
  }
  return band;
}

function emptyBand(n: number): ExpectedBand {
  const column = (): Float64Array => new Float64Array(n).fill(NaN);
  return {
    expected: column(),
    lower: column(),
    upper: column(),
    usual: column(),
    usualLower: column(),
    usualUpper: column(),
  };
}

function firstKnown(values: Float64Array): number {
  const first = values.findIndex(Number.isFinite);
  return first < 0 ? values.length : first;
}

/** Rows that one model is used for. */
interface Stretch {
  readonly ahead: LookAhead;
  /** Where each row stands in `ahead`. */
  readonly places: Int32Array;
  /** What the column can be. */
  readonly least: number;
  readonly most: number;
}

/** Fits the rows before `from` and looks ahead. Nothing but those rows decides what is said, and how far it is looked. */
function nextStretch(series: Series, from: number, choice: SeasonChoice, known: Uint8Array | null): Stretch {
  const { series: whole, rows: inWhole } = insertMissingRows(firstRows(series, from));
  const { moments, places } = placesAhead(series, whole, from, strideOf(from));
  const last = whole.values.length;
  const length = last + moments.length;
  const values = new Float64Array(length).fill(NaN);
  values.set(whole.values);
  const time = new Float64Array(length);
  time.set(whole.time);
  time.set(moments, last);
  const excluded = known && new Uint8Array(length);
  if (excluded && known) for (let i = 0; i < from; i++) excluded[inWhole ? inWhole[i] : i] = known[i];
  const extended: Series = { ...whole, values, time, records: new Uint32Array(length) };
  const { model: fitted } = modelSeries(extended, regularGrid(extended), excluded, choice, kindAndModel);
  const seen = values.slice();
  for (let k = 0; k < places.length; k++)
    seen[last + places[k]] = known?.[from + k] === 1 ? NaN : series.values[from + k];
  return { ahead: lookAhead(fitted.model, fitted.kind, seen, last), places, ...domainOf(values) };
}

/** A model, with what the choice of its cycles looks at. */
interface Fitted {
  readonly kind: SeriesKind;
  readonly seasons: FittedModel["seasons"];
  readonly model: FittedModel;
}

function kindAndModel(input: BaselineInput): Fitted {
  const { kind, model } = fittedModel(input);
  return { kind, seasons: model.seasons, model };
}

function firstRows(series: Series, count: number): Series {
  const { values, time, records } = series;
  return {
    ...series,
    values: values.subarray(0, count),
    time: time.subarray(0, count),
    records: records.subarray(0, count),
  };
}

/**
 * The moments of the rows to come, and which of them the next rows of the series are: by their time where rows keep a step, so
 * that one is passed over where a row is missing, else one after the other.
 */
function placesAhead(
  { time, values }: Series,
  whole: Series,
  from: number,
  stride: number,
): { moments: Float64Array; places: Int32Array } {
  const most = Math.min(stride, values.length - from);
  const { step, dated } = regularGrid(whole);
  if (!dated || !keepsStep(whole))
    return { moments: momentsAfter(whole, stride), places: Int32Array.from({ length: most }, (_, k) => k) };
  const gap = Math.round((time[from] - whole.time[whole.time.length - 1]) / (1000 * step)) - 1;
  const moments = momentsAfter(whole, stride + Math.max(0, Math.min(MOST_AHEAD, gap)));
  const latest = moments[moments.length - 1] + 500 * step;
  const places: number[] = [];
  for (let k = 0, place = 0; k < most && (k === 0 || time[from + k] <= latest); k++) {
    const away = (at: number): number => Math.abs(moments[at] - time[from + k]);
    while (place + 1 < moments.length && away(place + 1) <= away(place)) place++;
    places.push(place);
  }
  return { moments, places: Int32Array.from(places) };
}

/** By how much the ranges of rows must be wider: the errors before each against what the model said of them. */
function widths(errors: Float64Array, from: number, rows: number): Float64Array {
  const first = Math.max(0, from - ERRORS);
  const sizes = errors.slice(first, from + rows).map(Math.abs);
  const [middle, far] = WITHIN.map(({ share, deviations }) =>
    rollingQuantile(sizes, ERRORS, share, LEAST_ERRORS)
      .subarray(from - first)
      .map((size) => size / deviations),
  );
  return middle.map((size, k) => Math.max(size, far[k]) || 1);
}

function fillBand(
  band: ExpectedBand,
  { ahead, places, least, most }: Stretch,
  from: number,
  own: Float64Array,
  near: Float64Array,
): void {
  const { transform, mean, remembered, below, above } = ahead;
  const valueAt = (x: number): number => Math.min(most, Math.max(least, transform.inverse(x)));
  for (let k = 0; k < places.length; k++) {
    const at = places[k];
    const usual = mean[at] + remembered[at];
    band.expected[from + k] = valueAt(mean[at]);
    band.lower[from + k] = valueAt(mean[at] - own[k] * below[at]);
    band.upper[from + k] = valueAt(mean[at] + own[k] * above[at]);
    band.usual[from + k] = valueAt(usual);
    band.usualLower[from + k] = valueAt(usual - near[k] * below[at]);
    band.usualUpper[from + k] = valueAt(usual + near[k] * above[at]);
  }
}
