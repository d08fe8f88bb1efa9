import type { Detector } from "./detector.js";
import { interquartileRange } from "./interquartile-range.js";
import { isolationForest } from "./isolation-forest.js";
import { localOutlierFactor } from "./local-outlier-factor.js";
import { oneClassSvm } from "./one-class-svm.js";
import { zScore } from "./z-score.js";

/**
 * THE REGISTER of detectors. The key is the id used everywhere: configuration, results, legends, settings, tests.
 * Order is the order in which they run (quick ones first) and are shown.
 */
export const detectors: Readonly<Record<string, Detector>> = {
  zScore,
  interquartileRange,
  isolationForest,
  localOutlierFactor,
  oneClassSvm,
};
