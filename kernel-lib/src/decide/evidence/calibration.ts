import type { Rhythm } from "../../season/season.js";
import { CALIBRATION } from "./calibration.generated.js";
import type { PaceCalibration } from "./calibration-types.js";

export type { AlarmSteps, Calibration, ChanceCurve, PaceCalibration } from "./calibration-types.js";

/** Series of minutes are told apart from all others: they hold many rows, and much that is no noise of a known law. */
export function calibrationFor(rhythm: Rhythm): PaceCalibration {
  return rhythm === "minutes" ? CALIBRATION.minutes : CALIBRATION.other;
}

/** Least scale of a detector that is not in the register. */
const LEAST_UNKNOWN = 0.35;

/** Least scale of a detector's block maxima. */
export function leastScale(detector: string): number {
  return CALIBRATION.least[detector] ?? LEAST_UNKNOWN;
}
