import { wholePercent } from "../../display/whole-percent.js";
import type { Detection, Explanation } from "../../report.js";

/** Features named for each detector, and the least share that is worth it. */
const MOST = 2;
const NOTABLE = 0.1;

/**
 * Which features pushed which detectors, in words: `Isolation Forest: lag 7 (61 %), change (20 %)`. Detectors that look at
 * the value alone are left out; empty when nothing is left.
 *
 * @param kpi name of the series, which stands for the value itself
 */
export function featureText({ features = [] }: Explanation, kpi: string, detections: readonly Detection[]): string {
  return features
    .filter((each) => each.features[0].name !== kpi)
    .map(({ detector, features: pushed }) => {
      const title = detections.find((detection) => detection.detector === detector)?.title ?? detector;
      const some = pushed.filter(({ share }, place) => place === 0 || (place < MOST && share >= NOTABLE));
      return `${title}: ${some.map(({ name, share }) => `${name} (${wholePercent(share)})`).join(", ")}`;
    })
    .join("; ");
}
