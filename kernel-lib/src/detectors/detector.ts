import type { Titled, Translations } from "../translations.js";
import type { ParamSchema, ParamValues } from "../config/params.js";
import type { FeatureMatrix } from "../features/feature.js";
import type { Compute } from "../numeric/compute.js";
import type { Random } from "../numeric/random.js";
import type { Season } from "../season/season.js";
import type { Series } from "../table.js";
import type { SkipReason } from "../skip-reason.js";

/** What a detector is given: one KPI through time and the features made from it. */
export interface Sample {
  /** The other series of the same run, for a detector that asks for them. */
  readonly companions?: readonly Companion[];
  /** What trend and season leave of each value, in robust deviations cut at ±6; NaN where unknown. Known when `companions` are. */
  readonly remainder?: Float64Array;
  readonly series: Series;
  readonly features: FeatureMatrix;
  /** What is normal for it; null when it is too short or constant. */
  readonly season: Season | null;
}

/** Another KPI of the same run. */
export interface Companion {
  readonly series: Series;
  /** What trend and season leave of each of its values, in robust deviations cut at ±6; NaN where unknown. */
  readonly remainder: Float64Array;
}

/** What a fit may use besides its sample. */
export interface FitContext {
  /** Seeded; the only source of chance, so that the same seed gives the same bytes. */
  readonly random: Random;
  /** Where heavy loops run; left out: on the calling thread alone. */
  readonly compute?: Compute;
  /** Aborted when the user cancels; long loops look at it now and then (`signal.throwIfAborted()`). */
  readonly signal: AbortSignal;
  /** Tell how far along one is, 0 to 1. */
  progress(fraction: number): void;
}

/** Share of one input in the score of a point. */
export interface Attribution {
  readonly name: string;
  readonly share: number;
  /** Of another KPI: by how many deviations the two are apart, given how they usually move together. */
  readonly apart?: number;
}

/** Judges series by what was learnt. */
export interface Scorer {
  /** One score for each point of the series it is given: higher is worse, NaN where it cannot tell. */
  (sample: Sample): Float64Array | Promise<Float64Array>;
  /** Exact share of each input in the score of one point, where the detector allows it; they add up to 1. */
  attributions?(sample: Sample, point: number): readonly Attribution[];
}

/** Says why a detector could not run on this series: as facts, or in a sentence of one's own. Never replaced by another detector. */
export interface Skipped {
  readonly skipped: SkipReason | string;
}

/**
 * From which score on a point is flagged.
 * `fixed`: the same score on every series. `deviations`: median plus so many robust deviations of this series' own scores.
 */
export type Threshold =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "deviations"; readonly value: number };

/** The threshold for given options. Declared as a method, so that a detector with options of its own fits the register. */
export type ThresholdOf<Params extends ParamSchema> = { of(params: ParamValues<Params>): Threshold }["of"];

/**
 * How a detector's scores enter the combined score.
 * `sum`: added to the score by row. `floor`: already in its units, the score is at least this.
 * `cycle`: root of the sum of squares, for detectors that judge whole cycles.
 */
export interface ScoreWeight {
  readonly rule: "sum" | "floor" | "cycle";
  readonly weight: number;
  /** Smallest unit of its scores that means anything, where they are in deviations: 0 when left out. */
  readonly least?: number;
}

/** How much there is to judge. */
export interface SampleSize {
  /** Points of the series. */
  readonly points: number;
  /** Rows of its feature matrix. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * A way to score how unusual each point is. It only scores: flags, severity, consensus and incidents are derived
 * once for all detectors in `decide/`. Adding one = its file, one line in `detectors/index.ts`, its test.
 */
export interface Detector<Params extends ParamSchema = ParamSchema> {
  /** As shown in legends and tables, for example "Local Outlier Factor". */
  readonly title: string;
  /** One sentence for a person who has never heard of it. */
  readonly summary: string;
  /** Both in the other languages; one of one's own does without. */
  readonly translations?: Translations<Titled>;
  /** What it is called for in `auto` and `vote`: `point` detectors vote, `series` detectors feed the combined score. */
  readonly family: "point" | "series";
  readonly params: Params;
  /**
   * Set by a detector that does not run unasked, since it is too slow, or since the combined score is no better with it: it is
   * enabled by name only.
   */
  readonly onRequest?: true;
  /** Its part in the combined score; left out by detectors that only vote. */
  readonly share?: ScoreWeight;
  /**
   * What may be named as the cause of a score. `features`: a point's score hangs on its own row of features and nothing else, so
   * that a feature can be set to its usual value and the row scored again. `kpi`: it hangs on the value itself, beside others.
   * Left out: nothing is named, but for what `attributions` of the scorer tells.
   */
  readonly attributes?: "features" | "kpi";
  readonly threshold: Threshold | ThresholdOf<Params>;
  /** Set by a detector that compares a KPI with the others: it runs after all of them, with `Sample.companions`. */
  readonly companions?: true;
  /**
   * About how many seconds it takes on one thread of a usual processor. Given by a detector whose cost grows faster than
   * rows × log rows: the user is told before it starts, and it stands in the register after all that are fast.
   */
  seconds?(size: SampleSize, params: ParamValues<Params>): number;
  /** Learns what is usual. Must not change its input. Cost and source are told in the detector's own doc comment. */
  fit(sample: Sample, params: ParamValues<Params>, context: FitContext): Scorer | Skipped | Promise<Scorer | Skipped>;
}

/** Whether a detector takes part in what mode `auto` decides: it has a part in the combined score. All others only vote or compare. */
export function hasSay({ share }: Detector): boolean {
  return share !== undefined;
}

/**
 * Defines a detector: checks its shape at compile time and returns it unchanged. Works in a notebook cell as well:
 * pass the result to `detect` under `hooks.detectors`.
 *
 * @example
 * const farthest = defineDetector({
 *   title: "Farthest",
 *   summary: "How far a value lies from 100.",
 *   family: "point",
 *   params: {},
 *   threshold: { kind: "fixed", value: 50 },
 *   fit: () => (sample) => Float64Array.from(sample.series.values, (value) => Math.abs(value - 100)),
 * });
 */
export function defineDetector<const Params extends ParamSchema>(detector: Detector<Params>): Detector<Params> {
  return detector;
}
