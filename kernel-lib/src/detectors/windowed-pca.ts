import { clipped, inUnits } from "../numeric/elementwise.js";
import { mahalanobisWindows } from "../numeric/windows/mahalanobis-window.js";
import { ownThread } from "../numeric/compute.js";
import { createCheckpoint, type Checkpoint } from "../numeric/checkpoint.js";
import { unitScores } from "../numeric/scaling/robust-deviation.js";
import { signedLogarithm } from "../numeric/scaling/signed-logarithm.js";
import { centreOfWindows, meanOfWindows } from "../numeric/windows/sliding-window.js";
import type { Workspace } from "../numeric/wasm/workspace.js";
import type { Rhythm, Season } from "../season/season.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/** Window lengths in rows with their weights: minutes to hours, hours to days, days to weeks. */
const WINDOWS: Readonly<Record<Rhythm, readonly (readonly [width: number, weight: number])[]>> = {
  minutes: [
    [8, 2],
    [32, 1],
    [128, 1],
  ],
  hours: [
    [4, 2],
    [16, 1],
    [64, 1],
  ],
  days: [
    [2, 1],
    [4, 1],
    [8, 1],
  ],
};

/**
 * Distances of noise vary by half of their median over the root of the width. Where they vary by less, the values repeat
 * exactly (a square wave), and what is left, down to rounding, says nothing.
 */
const LEAST_VARIATION = 0.4;

/**
 * How unusual the shape of the values around a point is: the distance of each window from the usual window, given how
 * neighbouring values go together (all principal components, each by its own variance, which is the Mahalanobis distance;
 * Shyu et al. 2003). Three window lengths, on the remainder and on the values with large ones dampened. O(n * window).
 */
export const windowedPca: Detector = defineDetector({
  title: "Windowed PCA",
  summary: "How unusual the shape of the values around a point is, over short, middle and long windows.",
  translations: {
    de: {
      title: "Hauptkomponenten im Fenster",
      summary: "Wie ungewöhnlich der Verlauf um einen Wert ist, in kurzen, mittleren und langen Fenstern.",
    },
  },
  family: "series",
  params: {},
  share: { rule: "sum", weight: 1 },
  threshold: { kind: "deviations", value: 6 },
  // A memory of its own, so that it does not wait for detectors that have all threads busy.
  fit: (sample, _, context) =>
    bySeason((season) => ownThread().use((workspace) => windowScores(season, workspace, createCheckpoint(context))))(
      sample,
    ),
});

async function windowScores(
  season: Season,
  workspace: Workspace | null,
  checkpoint: Checkpoint,
): Promise<Float64Array> {
  const n = season.shrunk.length;
  const usual = clipped(season.standardised, 4);
  const logarithm = signedLogarithm(season.levelled, 1);
  const total = new Float64Array(n);
  let weights = 0;
  for (const [widest, weight] of WINDOWS[season.rhythm]) {
    const width = Math.max(2, Math.min(widest, Math.floor(n / 8)));
    const remainder = meanOfWindows(
      await mahalanobisWindows(season.standardised, usual, width, workspace, checkpoint),
      n,
      width,
    );
    const level = centreOfWindows(
      await mahalanobisWindows(logarithm, logarithm, width, workspace, checkpoint),
      n,
      width,
    );
    const least = (centre: number): number => (LEAST_VARIATION * centre) / Math.sqrt(width);
    add(total, unitScores(rooted(remainder), least), weight);
    add(total, unitScores(rooted(level), least), weight);
    weights += 2 * weight;
  }
  return inUnits(total, 0, weights);
}

function rooted(squares: Float64Array): Float64Array {
  for (let i = 0; i < squares.length; i++) squares[i] = Math.sqrt(Math.max(0, squares[i]));
  return squares;
}

function add(target: Float64Array, scores: Float64Array, weight: number): void {
  for (let i = 0; i < target.length; i++) target[i] += weight * scores[i];
}
