import type { Titled, Translations } from "../translations.js";
import type { ParamSchema, ParamValues } from "../config/params.js";
import type { Series } from "../table.js";

/** One column a feature adds to the matrix. */
export interface FeatureColumn {
  readonly name: string;
  /** Writes the values of points `from`, `from` + 1, … into `target` until it is full; NaN where one cannot be known (warm-up, missing). */
  fill(target: Float64Array, from: number): void;
  /** The same as data, where there is a kernel that makes it on all threads. Features of one's own do without. */
  readonly recipe?: Recipe;
}

/**
 * How a column is made, as data: so that a whole matrix can be made by a kernel, on all threads. It gives the same bytes as
 * the column's `fill`.
 */
export type Recipe = LagRecipe | ChangeRecipe | RollingRecipe | CalendarRecipe;

/** The value so many points before; 0: the value itself. */
export interface LagRecipe {
  readonly make: "lag";
  readonly step: number;
}

/** Change against so many points before, relative to the mean size of both (symmetric) or to the earlier value. */
export interface ChangeRecipe {
  readonly make: "change";
  readonly step: number;
  readonly symmetric: boolean;
}

/** Mean or deviation of the window before each point; NaN with fewer than `least` values. */
export interface RollingRecipe {
  readonly make: "rollingMean" | "rollingDeviation";
  readonly window: number;
  readonly least: number;
}

/** A number of the time stamp, as calendar.ts has it. */
export interface CalendarRecipe {
  readonly make: "hour" | "dayOfWeek" | "weekend" | "month";
}

/**
 * A kind of feature, for example lags. Adding one = its file, one line in `features/index.ts`, one test.
 * A feature looks only at the point itself and the past.
 */
export interface Feature<Params extends ParamSchema = ParamSchema> {
  readonly title: string;
  /** One sentence: what it adds and why one wants it. */
  readonly summary: string;
  /** Both in the other languages; one of one's own does without. */
  readonly translations?: Translations<Titled>;
  readonly params: Params;
  /** The columns for this series; none where the feature makes no sense (hours of a daily file). */
  columns(series: Series, params: ParamValues<Params>): FeatureColumn[];
}

/**
 * Checks a feature's shape at compile time; returns it unchanged.
 *
 * @example
 * const square = defineFeature({
 *   title: "Square",
 *   summary: "The value times itself.",
 *   params: {},
 *   columns: ({ values }) => [
 *     { name: "square", fill: (target, from) => target.forEach((_, i) => (target[i] = values[from + i] ** 2)) },
 *   ],
 * });
 */
export function defineFeature<const Params extends ParamSchema>(feature: Feature<Params>): Feature<Params> {
  return feature;
}

/** Numbers that describe each point: row-major, only rows without a NaN. */
export interface FeatureMatrix {
  readonly names: readonly string[];
  /** Index into the series of each row of the matrix, ascending. */
  readonly points: Uint32Array;
  /** `values[row * names.length + column]`. */
  readonly values: Float64Array;
}
