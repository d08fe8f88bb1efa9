import type { Season } from "../season/season.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/** log10 of p values beyond which a change counts no further. */
const CERTAIN = 300;
/** −log10 of 2 %. */
const STRIKING = 1.699;

/**
 * Where the level of a series changes, for good or for a while, by the p-value that the model of what is normal gives the
 * change: −log10 of the chance that a series that wanders like this one shows it anywhere. At the first row of a lasting
 * change, on all rows of a temporary one, 0 elsewhere. O(n) after the model.
 */
export const levelChange: Detector = defineDetector({
  title: "Level change",
  summary: "The day on which the level changes, for good or for a while, by its p-value.",
  translations: {
    de: {
      title: "Niveauwechsel",
      summary: "Der Tag, an dem sich das Niveau ändert, auf Dauer oder für eine Weile, nach seinem p-Wert.",
    },
  },
  family: "series",
  params: {},
  onRequest: true,
  threshold: { kind: "fixed", value: STRIKING },
  fit: bySeason(changes),
});

function changes({ baseline }: Season): Float64Array {
  const scores = new Float64Array(baseline.z.length);
  for (const { row, end, log10p } of baseline.changes)
    for (let i = row; i < (end ?? row + 1); i++) scores[i] = Math.max(scores[i], Math.min(CERTAIN, -log10p));
  return scores;
}
