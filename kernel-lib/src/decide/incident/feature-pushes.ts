import type { Detector, Sample, Scorer } from "../../detectors/detector.js";
import type { FeatureMatrix } from "../../features/feature.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { median } from "../../numeric/statistics.js";
import type { Detection, FeatureAttribution, FeatureShare } from "../../report.js";
import { memoize } from "../../numeric/memoize.js";

/** Features that are worth naming for one point. */
const MOST_NAMED = 5;

/**
 * Which features made a detector score these points as it did: each feature in turn is set to its usual (median) value and
 * only these few rows are scored again, so nothing is fitted and no other row is looked at. That is true only where a score
 * hangs on its own row of features (`attributes` in the contract); a detector of values names the value, any other nothing. O(points * features) scorings and one median a feature.
 */
export async function featurePushes(
  sample: Sample,
  scorer: Scorer,
  detection: Detection,
  points: readonly number[],
  { attributes }: Pick<Detector, "attributes">,
): Promise<FeatureAttribution[]> {
  const { series, features } = sample;
  const rows = points.map((point) => rowOf(features.points, point));
  if (scorer.attributions)
    return points.map((point) => ({ point, features: named(scorer.attributions!(sample, point)) }));
  if (attributes === undefined) return [];
  if (attributes === "kpi" || features.names.length === 0 || !rows.some((row) => row >= 0))
    return points.map((point) => valueAlone(series.kpi, point));
  const variants = features.names.length + 1;
  const scores = await scorer(changedRows(sample, points, rows));
  return points.map((point, k) => {
    const all = scores[k * variants];
    if (rows[k] < 0 || Number.isNaN(all) || all === detection.scores[point]) return valueAlone(series.kpi, point);
    const drops = features.names.map((name, column) => ({
      name,
      share: Math.max(0, detection.scores[point] - scores[k * variants + 1 + column]),
    }));
    return { point, features: named(drops) };
  });
}

function valueAlone(kpi: string, point: number): FeatureAttribution {
  return { point, features: [{ name: kpi, share: 1 }] };
}

/** Parts as shares of their sum, largest first; none when nothing changes the score alone. */
function named(parts: readonly FeatureShare[]): FeatureShare[] {
  const sum = parts.reduce((total, { share }) => total + (Number.isFinite(share) ? share : 0), 0);
  if (!(sum > 0)) return [];
  const shares = parts.map(({ name, share }) => ({ name, share: share / sum })).filter(({ share }) => share > 0);
  return shares.sort((a, b) => b.share - a.share).slice(0, MOST_NAMED);
}

/** For each point a row with all features usual and one row a feature with that one usual, as a sample of their own. */
function changedRows(sample: Sample, points: readonly number[], rows: readonly number[]): Sample {
  const { series, features } = sample;
  const width = features.names.length;
  const usual = usualFeatures(features);
  const variants = width + 1;
  const values = new Float64Array(points.length * variants * width);
  rows.forEach((row, k) => {
    const own = row < 0 ? usual : features.values.subarray(row * width, (row + 1) * width);
    for (let variant = 0; variant < variants; variant++) {
      const at = (k * variants + variant) * width;
      values.set(variant === 0 ? usual : own, at);
      if (variant > 0) values[at + variant - 1] = usual[variant - 1];
    }
  });
  const count = points.length * variants;
  const place = (_: unknown, k: number): number => points[Math.floor(k / variants)];
  return {
    // Not worked out for those who do not ask.
    get season() {
      return sample.season;
    },
    series: {
      ...series,
      records: Uint32Array.from({ length: count }, place),
      time: Float64Array.from({ length: count }, (_, k) => series.time[place(_, k)]),
      values: Float64Array.from({ length: count }, (_, k) => series.values[place(_, k)]),
    },
    features: { names: features.names, points: Uint32Array.from({ length: count }, (_, k) => k), values },
  };
}

/** Rows that are enough for a median. */
const ENOUGH = 2000;

/** Median of each feature, from an even choice of rows: the same for all detectors that look at them. */
const usualFeatures = memoize(({ names, points, values }: FeatureMatrix): Float64Array => {
  const stride = Math.max(1, Math.floor(points.length / ENOUGH));
  const column = new Float64Array(Math.ceil(points.length / stride));
  return Float64Array.from(names, (_, place) => {
    for (let k = 0; k < column.length; k++) column[k] = values[k * stride * names.length + place];
    return median(column);
  });
});

/** Row of a point among ascending points, -1 when it has none. */
function rowOf(points: Uint32Array, point: number): number {
  const row = lowerBound(points, point);
  return points[row] === point ? row : -1;
}
