import { matrixProfile } from "../numeric/neighbours/matrix-profile.js";
import { robustStandardise } from "../numeric/scaling/robust-deviation.js";
import { centreOfWindows } from "../numeric/windows/sliding-window.js";
import type { Season } from "../season/season.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/** Rows of a window when there is no cycle to take; and the longest that is worth its time. */
const USUAL_WIDTH = 16;
const LONGEST_WIDTH = 300;

/** Series longer than this are not searched. */
const LONGEST_SERIES = 50_000;

/**
 * The course that is least like any other course of the series, whatever its level and size: the discord of the matrix
 * profile (Yeh et al. 2016), with windows of one cycle. Off the beaten track of the other detectors and slow, so it is run
 * when asked for and has no part in the combined score. O(n²) up to some 10,000 points, then O(n) by leaving out pairs.
 */
export const matrixProfileDiscord: Detector = defineDetector({
  title: "Matrix profile discord",
  summary: "The course that is least like any other course of the series, whatever its level.",
  translations: {
    de: {
      title: "Verlauf ohne Vorbild",
      summary: "Der Verlauf, der keinem anderen der Reihe ähnelt, gleich auf welchem Niveau.",
    },
  },
  family: "series",
  params: {},
  onRequest: true,
  threshold: { kind: "deviations", value: 6 },
  fit: (sample) => {
    if (sample.series.values.length > LONGEST_SERIES)
      return { skipped: { code: "too_many_points", facts: { most: LONGEST_SERIES } } };
    return searchDiscords(sample);
  },
});

const searchDiscords = bySeason((season: Season) => {
  const width = Math.max(4, Math.min(season.cycleRows || USUAL_WIDTH, LONGEST_WIDTH, season.filled.length >> 2));
  return centreOfWindows(matrixProfile(robustStandardise(season.filled), width), season.filled.length, width);
});
