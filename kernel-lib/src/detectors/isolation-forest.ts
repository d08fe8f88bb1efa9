import { growForest } from "../numeric/isolation-forest/grow.js";
import { isolationBytes, isolationScores } from "../numeric/isolation-forest/isolation-scores.js";
import { createCheckpoint } from "../numeric/checkpoint.js";
import { atPoints, finiteRows } from "../numeric/finite-rows.js";
import { WORKSPACE_BYTES } from "../numeric/wasm/workspace.js";
import { defineDetector, type Detector } from "./detector.js";

/** Fewer rows than this say nothing about what is rare. */
const LEAST_ROWS = 10;

const params = {
  trees: {
    type: "integer",
    default: 100,
    minimum: 1,
    maximum: 10000,
    description: "Random trees to average over.",
    translations: { de: "Anzahl der Zufallsbäume, über die gemittelt wird." },
  },
  subsample: {
    type: "integer",
    default: 256,
    minimum: 2,
    maximum: 65536,
    description: "Rows each tree is grown on.",
    translations: { de: "Zeilen, aus denen jeder Baum wächst." },
  },
  threshold: {
    type: "number",
    default: 0.6,
    exclusiveMinimum: 0,
    maximum: 1,
    description: "Score from which a row is flagged; 0.5 is nothing special.",
    translations: { de: "Score, ab dem eine Zeile markiert wird; 0.5 ist nichts Besonderes." },
  },
} as const;

/**
 * How few random splits it takes to single a row out, averaged over many random trees: 2^(-E(h) / c(n)), about 0.5 for
 * nothing special, towards 1 for rows that are few and different (Liu, Ting, Zhou: Isolation Forest, 2008; Isolation-based
 * anomaly detection, 2012). Not moved by the units of the features. The same seed gives the same trees and scores.
 * O(trees × subsample × log subsample + rows × trees × log subsample).
 */
export const isolationForest: Detector<typeof params> = defineDetector({
  title: "Isolation Forest",
  summary: "How quickly random splits of the features single a row out.",
  translations: {
    de: {
      title: "Isolation Forest",
      summary: "Wie schnell zufällige Teilungen der Merkmale eine Zeile von den anderen trennen.",
    },
  },
  family: "point",
  attributes: "features",
  params,
  threshold: ({ threshold }) => ({ kind: "fixed", value: threshold }),
  fit(sample, { trees, subsample }, context) {
    const learnt = finiteRows(sample.features);
    const { columns, values, points } = learnt;
    if (points.length < LEAST_ROWS)
      return {
        skipped: { code: "too_few_rows", facts: { needed: LEAST_ROWS, rows: points.length } },
      };
    const bytes = isolationBytes(points.length, columns, trees, subsample);
    if (bytes > WORKSPACE_BYTES)
      return {
        skipped: {
          code: "too_much_memory",
          facts: { gigabytes: Math.ceil(bytes / 1e9), most: 4, rows: points.length, features: columns },
        },
      };
    const forest = growForest(values, columns, trees, subsample, context.random);
    return async (other) => {
      const judged = other === sample ? learnt : finiteRows(other.features);
      const scores = await isolationScores(forest, judged.values, context.compute, createCheckpoint(context));
      return atPoints(other.series.values.length, judged.points, scores);
    };
  },
});
