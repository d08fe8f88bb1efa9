import {
  oneClassBytes,
  oneClassKernels,
  oneClassSvm as fitOneClassSvm,
} from "../numeric/one-class-svm/one-class-svm.js";
import { createCheckpoint, partOf } from "../numeric/checkpoint.js";
import { pausingScaler } from "../numeric/scaling/robust-scaler.js";
import { atPoints, finiteRows } from "../numeric/finite-rows.js";
import { WORKSPACE_BYTES } from "../numeric/wasm/workspace.js";
import { defineDetector, type Detector } from "./detector.js";

/** Fewer rows than this say nothing about what is rare. */
const LEAST_ROWS = 10;

const params = {
  nu: {
    type: "number",
    default: 0.01,
    exclusiveMinimum: 0,
    maximum: 1,
    description: "Share of rows the boundary may leave outside.",
    translations: { de: "Anteil der Zeilen, die außerhalb der Grenze liegen dürfen." },
  },
  gamma: {
    type: "number",
    default: 0,
    minimum: 0,
    description: "Narrowness of the kernel; 0 sets it from the data: 1 / (columns × variance).",
    translations: { de: "Enge des Kernels; 0 bestimmt sie aus den Daten: 1 / (Spalten × Varianz)." },
  },
  tolerance: {
    type: "number",
    default: 1e-3,
    minimum: 1e-6,
    maximum: 1,
    description: "Accuracy of the solution.",
    translations: { de: "Genauigkeit der Lösung." },
  },
  threshold: {
    type: "number",
    default: 0,
    minimum: 0,
    description: "Score above which a row is flagged; 0 is the boundary itself.",
    translations: { de: "Score, über dem eine Zeile markiert wird; 0 ist die Grenze selbst." },
  },
} as const;

/**
 * How far outside a smooth boundary around most rows a row lies: minus the decision value of a one-class support vector
 * machine with a radial kernel (Schölkopf, Platt, Shawe-Taylor, Smola, Williamson 2001), exact to `tolerance` as
 * scikit-learn's `OneClassSVM`, on features scaled by their median and quartiles.
 *
 * The boundary (score 0) leaves a share of about `nu` of the rows outside, whether anything is wrong or not: this is the one
 * detector here that always has something to say, so its flag means little until another detector agrees. Scores end at a
 * ceiling (nothing similar anywhere), so counting deviations would not be more honest, only silent. Rows on the boundary
 * itself are known to `tolerance` only and are not flagged.
 *
 * In series so long that more than 4,096 rows carry weight, and of at least 163,840 rows, the scores of rows well inside (kernel sum
 * more than a tenth above that of the boundary) are estimates, off by a thousandth of that sum on average: see
 * `estimateSums`. Boundary, flags and the scores of all other rows are as exact as ever; with a tolerance below 1e-4 all are.
 *
 * The cost grows as nu × rows², about a ninth as fast in such series; the memory with the rows.
 */
export const oneClassSvm: Detector<typeof params> = defineDetector({
  title: "One-Class SVM",
  summary: "How far a row lies outside a smooth boundary drawn around most rows.",
  translations: {
    de: {
      title: "One-Class SVM",
      summary: "Wie weit eine Zeile außerhalb einer glatten Grenze um die meisten Zeilen liegt.",
    },
  },
  family: "point",
  attributes: "features",
  params,
  threshold: ({ threshold, tolerance }) => ({ kind: "fixed", value: threshold + tolerance }),
  seconds: ({ rows, columns }, { nu }) => 2.5e-10 * oneClassKernels(rows, nu) * columns,
  async fit(sample, { nu, gamma, tolerance }, context) {
    const { columns, values, points } = finiteRows(sample.features);
    if (points.length < LEAST_ROWS)
      return { skipped: { code: "too_few_rows", facts: { needed: LEAST_ROWS, rows: points.length } } };
    const bytes = oneClassBytes(points.length, columns, nu);
    if (bytes > WORKSPACE_BYTES)
      return {
        skipped: {
          code: "too_much_memory",
          facts: { gigabytes: Math.ceil(bytes / 1e9), most: 4, rows: points.length, features: columns },
        },
      };
    const checkpoint = createCheckpoint(context);
    const scale = await pausingScaler(values, columns, partOf(checkpoint, 0, 0.01));
    const model = await fitOneClassSvm(scale.rows(values), columns, {
      nu,
      gamma,
      tolerance,
      compute: context.compute,
      checkpoint: partOf(checkpoint, 0.02, 1),
    });
    return async (other) => {
      const judged = other === sample ? points : finiteRows(other.features).points;
      const decision =
        other === sample
          ? model.decision
          : await model.decide(await scale(finiteRows(other.features).values, checkpoint));
      return atPoints(
        other.series.values.length,
        judged,
        decision.map((value) => -value),
      );
    };
  },
});
