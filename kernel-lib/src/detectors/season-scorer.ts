import { gather } from "../numeric/gather.js";
import type { CycleBaseline } from "../season/cycle-baseline.js";
import { type Season } from "../season/season.js";
import { LEAST_POINTS } from "../season/least-points.js";
import type { Sample, Scorer, Skipped } from "./detector.js";

/** For detectors that judge a series by its season: a `fit` that scores any sample by that sample's own season. */
export function bySeason(
  scores: (season: Season) => Float64Array | Promise<Float64Array>,
): (sample: Sample) => Scorer | Skipped {
  return ({ season }) =>
    season ? (sample) => judged(sample, scores) : { skipped: { code: "no_season", facts: { needed: LEAST_POINTS } } };
}

/** The same for detectors that judge whole cycles. */
export function byCycles(scores: (cycles: CycleBaseline) => Float64Array): (sample: Sample) => Scorer | Skipped {
  return ({ season }) =>
    season?.cycles
      ? (sample) => judged(sample, ({ cycles }) => (cycles ? scores(cycles) : null))
      : { skipped: { code: "too_few_cycles", facts: {} } };
}

/** Scores where there is a value to judge and the numbers allow it, NaN elsewhere. */
function judged(
  { series, season }: Sample,
  scores: (season: Season) => Float64Array | Promise<Float64Array> | null,
): Float64Array | Promise<Float64Array> {
  const found = season && scores(season);
  if (!season || !found) return new Float64Array(series.values.length).fill(NaN);
  return found instanceof Promise ? found.then((all) => where(all, season)) : where(found, season);
}

function where(scores: Float64Array, { missing, rows }: Season): Float64Array {
  const kept = gather(scores, rows).slice();
  const unknown = gather(missing, rows);
  // x - x is 0 for finite x and NaN for all others.
  for (let i = 0; i < kept.length; i++) if (unknown[i] || kept[i] - kept[i] !== 0) kept[i] = NaN;
  return kept;
}
