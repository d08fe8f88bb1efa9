import { lowerBound } from "../numeric/order/lower-bound.js";
import { log } from "../numeric/math.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/** Steps this small against the range count as no change. */
const TIE = 1e-9;

/**
 * Values that stand still longer than chance allows: for each run of equal values, minus the logarithm of the chance that
 * a run that long happens anywhere, given how often the rest of the series repeats a value (a run test with a correction
 * for the number of places, Wald and Wolfowitz 1940). Runs as long as others of the series (nightly zeros) count less.
 * Nothing is said where most values repeat. O(n log n).
 */
export const flatRun: Detector = defineDetector({
  title: "Flat run",
  summary: "Values that stand still longer than chance allows.",
  translations: { de: { title: "Stillstand", summary: "Werte, die länger stillstehen, als der Zufall es zulässt." } },
  family: "series",
  params: {},
  share: { rule: "floor", weight: 1.5 },
  threshold: { kind: "fixed", value: 3 },
  fit: bySeason((season) => flatScores(season.filled, season.missing)),
});

function flatScores(values: Float64Array, missing: Uint8Array): Float64Array {
  const n = values.length;
  const scores = new Float64Array(n);
  const runs = tiedRuns(values, missing);
  const ties = runs.reduce((sum, run) => sum + run.ties, 0);
  if (ties === 0 || ties > n / 2) return scores;
  const lengths = Float64Array.from(runs, (run) => run.ties).sort();
  for (const { start, ties: length } of runs) {
    if (length > n / 8) continue;
    const similar = lengths.length - lowerBound(lengths, length / 2) - 1;
    const chance = Math.min(0.99, (ties - length + 1) / n);
    const evidence = (-length * log(chance) - log(n)) / (1 + similar);
    if (evidence > 0) scores.fill(Math.sqrt(2 * evidence), start, start + length + 1);
  }
  return scores;
}

/** Runs of equal neighbours: the first row, and how many rows repeat the one before. */
function tiedRuns(values: Float64Array, missing: Uint8Array): { start: number; ties: number }[] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const limit = TIE * (high - low);
  const runs: { start: number; ties: number }[] = [];
  for (let start = 0; start < values.length; ) {
    let end = start;
    while (
      end + 1 < values.length &&
      !missing[end] &&
      !missing[end + 1] &&
      Math.abs(values[end + 1] - values[end]) <= limit
    )
      end++;
    if (end > start) runs.push({ start, ties: end - start });
    start = end + 1;
  }
  return runs;
}
