import type { ParamValues } from "../config/params.js";
import type { Detector, Sample } from "./detector.js";

/** Below so many seconds nobody needs to be told. */
const WORTH_TELLING = 3;

/** Each more thread takes so much of the work of one. */
const SHARED = 0.9;

/**
 * What a user is told before a detector runs whose cost grows faster than rows × log rows: ` (about 40 s)`, by its own cost
 * model; nothing for one that does not have it or will be done in a moment.
 */
export function expectedTime(
  detector: Detector,
  sample: Sample,
  params: ParamValues<Detector["params"]>,
  threads: number = 1,
): string {
  const { names, points } = sample.features;
  const seconds =
    (detector.seconds?.({ points: sample.series.values.length, rows: points.length, columns: names.length }, params) ??
      0) /
    (1 + SHARED * (threads - 1));
  return seconds < WORTH_TELLING ? "" : ` (about ${roundly(seconds)})`;
}

/** One digit is all that an estimate is worth. */
function roundly(seconds: number): string {
  const [size, unit] = seconds < 60 ? [1, "s"] : seconds < 3600 ? [60, "min"] : [3600, "h"];
  return `${Number((seconds / size).toPrecision(1))} ${unit}`;
}
