import { autoregressiveInnovation } from "./autoregressive-innovation.js";
import { correlated } from "./correlated.js";
import { countSurprise } from "./count-surprise.js";
import { cycleBurst } from "./cycles/cycle-burst.js";
import { cycleFreeze } from "./cycles/cycle-freeze.js";
import { cycleLag } from "./cycles/cycle-lag.js";
import { cycleLevel } from "./cycles/cycle-level.js";
import { cycleNeighbour } from "./cycles/cycle-neighbour.js";
import { cycleRamp } from "./cycles/cycle-ramp.js";
import { cycleShape } from "./cycles/cycle-shape.js";
import type { Detector } from "./detector.js";
import { flatRun } from "./flat-run.js";
import { interquartileRange } from "./interquartile-range.js";
import { isolationForest } from "./isolation-forest.js";
import { levelChange } from "./level-change.js";
import { levelShift } from "./level-shift.js";
import { localOutlierFactor } from "./local-outlier-factor.js";
import { localScaleResidual } from "./local-scale-residual.js";
import { matrixProfileDiscord } from "./matrix-profile-discord.js";
import { missingHoliday } from "./missing-holiday.js";
import { oneClassSvm } from "./one-class-svm.js";
import { seasonalResidual } from "./seasonal-residual.js";
import { spectralResidual } from "./spectral-residual.js";
import { windowedPca } from "./windowed-pca.js";
import { zScore } from "./z-score.js";

/**
 * THE REGISTER of detectors. The key is the id used everywhere: configuration, results, legends, settings, tests.
 * Order is the order in which they run (quick ones first) and are shown.
 */
export const detectors: Readonly<Record<string, Detector>> = {
  zScore,
  interquartileRange,
  seasonalResidual,
  windowedPca,
  autoregressiveInnovation,
  levelShift,
  levelChange,
  countSurprise,
  localScaleResidual,
  missingHoliday,
  flatRun,
  cycleFreeze,
  cycleBurst,
  cycleRamp,
  cycleLevel,
  cycleLag,
  cycleShape,
  cycleNeighbour,
  spectralResidual,
  isolationForest,
  localOutlierFactor,
  oneClassSvm,
  matrixProfileDiscord,
  correlated,
};
