import type { Detection } from "../report.js";

/**
 * The detectors whose flags are put side by side: those that ran and vote; all that ran where none votes. Detectors of the
 * course through time feed the combined score and are not meant to be flagged alone, so they come in only when asked for.
 * Those that are named by their ids, where some are.
 */
export function comparedDetectors(
  detections: readonly Detection[],
  all: boolean = false,
  named?: readonly string[],
): readonly Detection[] {
  const ran = detections.filter(({ skipped }) => skipped === null);
  if (named) return ran.filter(({ detector }) => named.includes(detector));
  const voters = ran.filter(({ votes }) => votes);
  return all || voters.length === 0 ? ran : voters;
}
