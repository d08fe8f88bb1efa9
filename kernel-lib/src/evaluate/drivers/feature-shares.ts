import type { ParamValues } from "../../config/params.js";
import type { Detector, FitContext, Sample, Scorer } from "../../detectors/detector.js";
import type { FeatureMatrix } from "../../features/feature.js";
import { median } from "../../numeric/statistics.js";
import type { FeatureShare } from "../../report.js";

/** What a detector's score of some points is made of. */
export interface FeatureShares {
  /**
   * `exact`: the detector says itself, or its score hangs on the value alone. `ablation`: each feature in turn is set to its
   * usual value and the score asked for again, so features that only matter together share what they do badly.
   * `unknown`: the detector did not run, could not judge the points, or no single feature changes its score.
   */
  readonly method: "exact" | "ablation" | "unknown";
  /** Largest first; empty when unknown. */
  readonly shares: readonly FeatureShare[];
}

const UNKNOWN: FeatureShares = { method: "unknown", shares: [] };

/**
 * Which features made a detector score these points as it did. Costs one fit, and for ablation one more scoring a feature.
 *
 * @param points indexes into the series, for example those of an incident
 *
 * @example
 * const sample = sampleOf(table);
 * const { shares } = await featureShares(sample, detectors.isolationForest, {}, [12], {
 *   random: createRandom(42),
 *   signal: new AbortController().signal,
 *   progress: () => {},
 * });
 */
export async function featureShares(
  sample: Sample,
  detector: Detector,
  params: Readonly<Record<string, unknown>>,
  points: readonly number[],
  context: FitContext,
): Promise<FeatureShares> {
  const scorer = await detector.fit(sample, params as ParamValues<Detector["params"]>, context);
  if ("skipped" in scorer || points.length === 0) return UNKNOWN;
  if (scorer.attributions) return inShares("exact", sumOfShares(scorer.attributions, sample, points));
  const plain = sumAt(await scorer(sample), points);
  if (Number.isNaN(plain)) return UNKNOWN;
  const { features } = sample;
  const all = features.names.map((_, column) => column);
  if (sumAt(await scorer(withUsual(sample, all, points)), points) === plain)
    return inShares("exact", new Map([[sample.series.kpi, 1]]));
  const drops = new Map<string, number>();
  for (const column of all) {
    context.signal.throwIfAborted();
    const without = sumAt(await scorer(withUsual(sample, [column], points)), points);
    drops.set(features.names[column], Math.max(0, plain - without));
  }
  return inShares("ablation", drops);
}

function sumOfShares(
  shares: NonNullable<Scorer["attributions"]>,
  sample: Sample,
  points: readonly number[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const point of points)
    for (const { name, share } of shares(sample, point)) sums.set(name, (sums.get(name) ?? 0) + share);
  return sums;
}

function inShares(method: "exact" | "ablation", parts: ReadonlyMap<string, number>): FeatureShares {
  const whole = [...parts.values()].reduce((sum, part) => sum + part, 0);
  if (!(whole > 0)) return UNKNOWN;
  return {
    method,
    shares: [...parts].map(([name, part]) => ({ name, share: part / whole })).sort((a, b) => b.share - a.share),
  };
}

/** Sum of the scores that are known; NaN when none is. */
function sumAt(scores: Float64Array, points: readonly number[]): number {
  const known = points.map((point) => scores[point]).filter((score) => !Number.isNaN(score));
  return known.length > 0 ? known.reduce((sum, score) => sum + score, 0) : NaN;
}

/** The sample with some features of some points at their usual (median) value. */
function withUsual(sample: Sample, columns: readonly number[], points: readonly number[]): Sample {
  const { names, points: rows, values } = sample.features;
  const width = names.length;
  const changed = values.slice();
  const wanted = new Set(points);
  for (const column of columns) {
    const usual = median(Float64Array.from(rows, (_, row) => values[row * width + column]));
    rows.forEach((point, row) => {
      if (wanted.has(point)) changed[row * width + column] = usual;
    });
  }
  const features: FeatureMatrix = { names, points: rows, values: changed };
  return { ...sample, features };
}
