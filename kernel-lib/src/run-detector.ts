import type { ResolvedConfig } from "./config/config.js";
import { flag } from "./decide/score/flag.js";
import type { Detector, FitContext, Sample, Scorer } from "./detectors/detector.js";
import { memoize } from "./numeric/memoize.js";
import { createRandom } from "./numeric/random.js";
import type { Detection } from "./report.js";

/** What detectors that did not run say of a series, and the flags of those that flag nothing: the same arrays for all. */
const unknown = memoize((values: Float64Array) => ({
  scores: new Float64Array(values.length).fill(NaN),
  flags: new Uint8Array(values.length),
}));

/** What one detector said, and what it learnt. */
export interface DetectorRun {
  readonly detection: Detection;
  /** Null when it did not run. */
  readonly scorer: Scorer | null;
}

/**
 * Lets one detector judge one series. Its random numbers hang on seed, detector, KPI and key alone, so they are the same
 * wherever and in whatever order it runs.
 */
export async function runDetector(
  id: string,
  detector: Detector,
  sample: Sample,
  config: ResolvedConfig,
  context: Omit<FitContext, "random">,
): Promise<DetectorRun> {
  const { kpi, key, values } = sample.series;
  const params = config.detectors[id].params as never;
  const entry = {
    detector: id,
    title: detector.title,
    votes: detector.family === "point",
    weight: detector.share?.weight ?? 0,
  };
  const scorer = await detector.fit(sample, params, {
    ...context,
    random: createRandom(`${config.seed}/${id}/${kpi}/${key}`),
  });
  if ("skipped" in scorer)
    return {
      detection: {
        ...entry,
        ...unknown(values),
        threshold: NaN,
        skipped: typeof scorer.skipped === "string" ? { code: "own", facts: { text: scorer.skipped } } : scorer.skipped,
      },
      scorer: null,
    };
  const scores = await scorer(sample);
  const threshold = typeof detector.threshold === "function" ? detector.threshold(params) : detector.threshold;
  const flagged = flag(scores, threshold, config.contamination);
  const flags = flagged.flags.includes(1) ? flagged.flags : unknown(values).flags;
  return { detection: { ...entry, scores, ...flagged, flags, skipped: null }, scorer };
}
