import { findCadence } from "../../../kernel-lib/src/season/cadence.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { Series } from "../../../kernel-lib/src/table.js";
import type { LabelledSeries } from "./labelled-series.js";

/** The same series as a file with holes has it: a stretch of up to a twelfth is missing and one row in fifty; rows that are not there, or empty cells. */
export function withHoles(item: LabelledSeries, place: number): LabelledSeries {
  const { series, labels } = item;
  const n = series.values.length;
  const random = createRandom(place).fork("holes");
  const start = 1 + random.integer(n - 2);
  const length = 1 + random.integer(Math.floor(n / 12));
  const kept = Array.from({ length: n }, (_, i) => i).filter(
    (i) => i === 0 || i === n - 1 || ((i < start || i >= start + length) && random.next() > 0.02),
  );
  return place % 2
    ? { ...item, series: withoutRows(series, kept), labels: Uint8Array.from(kept, (i) => labels[i]) }
    : { ...item, series: { ...withoutCells(series, kept), cadence: findCadence([series.time]) } };
}

function withoutRows(series: Series, kept: readonly number[]): Series {
  const time = Float64Array.from(kept, (i) => series.time[i]);
  return {
    ...series,
    time,
    values: Float64Array.from(kept, (i) => series.values[i]),
    records: Uint32Array.from(kept, (_, i) => i),
    cadence: findCadence([time]),
  };
}

function withoutCells(series: Series, kept: readonly number[]): Series {
  const values = new Float64Array(series.values.length).fill(NaN);
  for (const i of kept) values[i] = series.values[i];
  return { ...series, values };
}
