import { outlierFactorBytes, outlierFactors } from "../numeric/neighbours/outlier-factors.js";
import { createCheckpoint, partOf } from "../numeric/checkpoint.js";
import { pausingScaler } from "../numeric/scaling/robust-scaler.js";
import { atPoints, finiteRows } from "../numeric/finite-rows.js";
import { pow } from "../numeric/math.js";
import { WORKSPACE_BYTES } from "../numeric/wasm/workspace.js";
import { defineDetector, type Detector } from "./detector.js";

const params = {
  neighbours: {
    type: "integer",
    default: 20,
    minimum: 1,
    maximum: 1000,
    description: "Most similar rows to compare with.",
    translations: { de: "Anzahl der ähnlichsten Zeilen, mit denen verglichen wird." },
  },
  threshold: {
    type: "number",
    default: 1.5,
    exclusiveMinimum: 0,
    description: "Factor from which a row is flagged; 1 is as dense as its neighbours.",
    translations: { de: "Faktor, ab dem eine Zeile markiert wird; 1 ist so dicht wie ihre Nachbarn." },
  },
} as const;

/**
 * How much thinner it is around a row than around the rows most like it: about 1 inside a cluster, larger outside
 * (Breunig, Kriegel, Ng, Sander: LOF, 2000). Finds what is unusual for its own neighbourhood, such as a quiet value in a
 * busy hour. Exact and as scikit-learn's `LocalOutlierFactor`, ties by distance, then by row, on features scaled by their
 * median and quartiles.
 *
 * Rows of another sample are compared with the rows it learnt from. About O(rows log rows) for features of a KPI, up to
 * O(rows²) for noise in many columns.
 */
export const localOutlierFactor: Detector<typeof params> = defineDetector({
  title: "Local Outlier Factor",
  summary: "How much lonelier a row is than the rows most like it.",
  translations: {
    de: {
      title: "Local Outlier Factor",
      summary: "Wie viel einsamer eine Zeile ist als die, die ihr am ähnlichsten sind.",
    },
  },
  family: "point",
  params,
  threshold: ({ threshold }) => ({ kind: "fixed", value: threshold }),
  // Measured on hourly series with 18 features: 145,000 rows take 2.5 to 3.5 seconds, 1.5 million take 45 to 60.
  seconds: ({ rows, columns }) => 2.2 * pow(rows / 1e5, 1.2) * (columns / 18),
  async fit(sample, { neighbours }, context) {
    const known = finiteRows(sample.features);
    const { columns, values, points } = known;
    if (points.length <= neighbours)
      return {
        skipped: { code: "too_few_rows", facts: { needed: neighbours + 1, rows: points.length } },
      };
    const bytes = outlierFactorBytes(points.length, columns, neighbours);
    if (bytes > WORKSPACE_BYTES)
      return {
        skipped: {
          code: "too_much_memory",
          facts: { gigabytes: Math.ceil(bytes / 1e9), most: 4, rows: points.length, features: columns },
        },
      };
    const checkpoint = createCheckpoint(context);
    const scale = await pausingScaler(values, columns, partOf(checkpoint, 0, 0.01));
    const scaled = scale.rows(values);
    const learnt = {};
    return async (other) => {
      const judged = other === sample ? known : finiteRows(other.features);
      const watch = createCheckpoint(context);
      const asked = other === sample ? undefined : await scale(judged.values, partOf(watch, 0.02, 0.03));
      const factors = await outlierFactors(scaled, columns, {
        neighbours,
        asked,
        learnt,
        compute: context.compute,
        checkpoint: partOf(watch, 0.03, 1),
      });
      return atPoints(other.series.values.length, judged.points, factors);
    };
  },
});
