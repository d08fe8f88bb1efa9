import { fittedModel } from "../../baseline/baseline.js";
import type { FittedModel, SeriesKind } from "../../baseline/types.js";
import type { SeasonChoice } from "../../config/config.js";
import type { SeriesReport } from "../../report.js";
import { findCadence } from "../../season/cadence.js";
import { regularGrid } from "../../season/even-grid.js";
import { LEAST_POINTS } from "../../season/least-points.js";
import { modelSeries } from "../../season/series-baseline.js";
import { insertMissingRows } from "../../season/whole-series.js";

/** What a report took for granted about time. */
export interface TimeTerms {
  readonly dated: boolean;
  readonly season: SeasonChoice;
}

/**
 * A level that is new for no more than so many units, or this part of the series, has not lasted yet: what is normal is still
 * the one before.
 */
const UNITS_TO_LAST = 2;
const PART_TO_LAST = 1 / 8;

/**
 * What is expected of a series when a stretch of time teaches nothing: what the report expects was learnt with the incident
 * in it, and may have followed it. The baseline is fitted anew with the stretch excluded, as a known event is; a lasting change
 * of level that came with the stretch, or shortly before, is not followed. The report's own expected values where the series is
 * too short or constant. O(n log n).
 */
export function expectedWithout(
  report: SeriesReport,
  from: number,
  to: number,
  { dated, season: choice }: TimeTerms,
): Float64Array {
  const { kpi, series: key, records, time, values, pattern } = report;
  if (values.length < LEAST_POINTS) return report.expected;
  const cadence = dated ? findCadence([time]) : null;
  const { series, rows } = insertMissingRows({ kpi, key, records, time, dated, values, cadence });
  const rowOf = (point: number): number => (rows ? rows[point] : point);
  const excluded = Uint8Array.from(series.time, (at) => Number(at >= from && at <= to));
  pattern?.known.forEach((isKnown, point) => (excluded[rowOf(point)] |= isKnown));
  const { model } = modelSeries(series, regularGrid(series), excluded, choice, kindAndModel);
  if (model.kind === "nothing") return report.expected;
  const expected = withoutNewLevels(model, series.time, from, to);
  return values.map((value, point) => (Number.isNaN(value) ? NaN : expected[rowOf(point)]));
}

/** A model, with what the choice of its cycles looks at. */
interface Fitted {
  readonly kind: SeriesKind;
  readonly seasons: FittedModel["seasons"];
  readonly model: FittedModel;
}

function kindAndModel(input: Parameters<typeof fittedModel>[0]): Fitted {
  const { kind, model } = fittedModel(input);
  return { kind, seasons: model.seasons, model };
}

/** What is expected, without the levels that came with a stretch: from each of them on, as if it had not come. */
function withoutNewLevels({ kind, model }: Fitted, time: Float64Array, from: number, to: number): Float64Array {
  const { expected, changes, course, unit } = model;
  if (course === null || kind === "counter") return expected;
  const { transform } = course;
  const first = time.findIndex((at) => at >= from);
  const after = time.findIndex((at) => at > to);
  const last = after < 0 ? time.length : after;
  const young = Math.min(UNITS_TO_LAST * unit, PART_TO_LAST * time.length);
  const isNew = (row: number): boolean => row > first - young && row <= last;
  const steps = changes.filter(({ row, end }) => end === null && isNew(row));
  if (steps.length === 0) return expected;
  return expected.map((value, i) => {
    const followed = steps.reduce((sum, { row, size }) => sum + (i >= row ? size : 0), 0);
    return followed === 0 ? value : transform.inverse(transform.forward(value) - followed);
  });
}
