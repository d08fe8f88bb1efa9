import type { FitContext, Sample } from "../../kernel-lib/src/detectors/detector.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

/** A daily series with the features given, row-major, for the last `rows` of its points. */
export function sampleOf(values: ArrayLike<number>, columns: number = 0, features: ArrayLike<number> = []): Sample {
  const length = values.length;
  const rows = columns > 0 ? features.length / columns : 0;
  return {
    series: {
      kpi: "kpi",
      key: "",
      records: Uint32Array.from({ length }, (_, i) => i),
      time: Float64Array.from({ length }, (_, i) => i * 86_400_000),
      dated: true,
      values: Float64Array.from(values),
      cadence: { seconds: 86_400, label: "daily", regularity: 1 },
    },
    season: null,
    features: {
      names: Array.from({ length: columns }, (_, i) => `feature_${i}`),
      points: Uint32Array.from({ length: rows }, (_, i) => length - rows + i),
      values: Float64Array.from(features),
    },
  };
}

/** What `detect` hands to a fit, for a seed. */
export function contextOf(seed: number | string = 1): FitContext {
  return { random: createRandom(seed), signal: new AbortController().signal, progress: () => {} };
}
