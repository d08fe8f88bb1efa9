import type { ParamValues } from "../config/params.js";
import type { Detector, Sample } from "./detector.js";

/** Below so many seconds nobody needs to be told. */
const WORTH_TELLING = 3;

/** Each more thread takes so much of the work of one. */
const SHARED = 0.9;

/**
 * Seconds that a detector whose cost grows faster than rows × log rows is likely to take, by its own cost model; null for one
 * that does not have it or will be done in a moment.
 */
export function expectedSeconds(
  detector: Detector,
  sample: Sample,
  params: ParamValues<Detector["params"]>,
  threads: number = 1,
): number | null {
  const { names, points } = sample.features;
  const seconds =
    (detector.seconds?.({ points: sample.series.values.length, rows: points.length, columns: names.length }, params) ??
      0) /
    (1 + SHARED * (threads - 1));
  return seconds < WORTH_TELLING ? null : seconds;
}
