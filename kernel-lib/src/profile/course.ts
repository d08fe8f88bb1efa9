import { thinLine } from "../numeric/thin-line.js";
import type { Series } from "../table.js";
import { centredMean, type Seasonality } from "./seasons.js";

/** A series taken apart, at points chosen so that a drawing of them looks like the whole. All arrays are equally long. */
export interface Course {
  /** Indexes into the series. */
  readonly points: Uint32Array;
  readonly time: Float64Array;
  readonly values: Float64Array;
  /** Mean over one longest season, or over a twentieth of the series without one. */
  readonly trend: Float64Array;
  /** Sum of all seasons found; 0 without one. */
  readonly seasonal: Float64Array;
  /** What is left. */
  readonly remainder: Float64Array;
  readonly dated: boolean;
}

const MOST_POINTS = 1500;

/** Takes a series apart into trend, season and remainder, which add up to it. O(n). */
export function course(series: Series, { found: seasons, seasonal }: Seasonality): Course {
  const { values, time, dated } = series;
  const width = Math.max(
    3,
    ...seasons.map(({ points }) => points),
    seasons.length === 0 ? Math.round(values.length / 20) : 0,
  );
  const trend = values.length === 0 ? values : centredMean(values, Math.min(width, values.length));
  const points = thinLine(values, new Uint8Array(values.length), MOST_POINTS);
  const at = (array: Float64Array): Float64Array => Float64Array.from(points, (index) => array[index]);
  return {
    points,
    time: at(time),
    values: at(values),
    trend: at(trend),
    seasonal: at(seasonal),
    remainder: at(values.map((value, index) => value - trend[index] - seasonal[index])),
    dated,
  };
}
