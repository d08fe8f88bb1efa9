import { bruteForceNeighbours } from "../numeric/neighbours/brute-force.js";
import { localOutlierFactors } from "../numeric/neighbours/local-outlier-factor.js";
import { createPause } from "../numeric/pause.js";
import { robustScaler } from "../numeric/robust-scale.js";
import { atPoints, finiteRows } from "../numeric/finite-rows.js";
import { defineDetector, type Detector } from "./detector.js";

const params = {
  neighbours: { type: "integer", default: 20, minimum: 1, maximum: 1000, description: "Most similar rows to compare with." },
  threshold: { type: "number", default: 1.5, exclusiveMinimum: 0, description: "Factor from which a row is flagged; 1 is as dense as its neighbours." },
} as const;

/**
 * How much thinner it is around a row than around the rows most like it: about 1 inside a cluster, larger outside
 * (Breunig, Kriegel, Ng, Sander: LOF, 2000). Finds what is unusual for its own neighbourhood, such as a quiet value in a
 * busy hour. Exact and as scikit-learn's `LocalOutlierFactor`, ties by distance, then by row, on features scaled by their
 * median and quartiles.
 */
export const localOutlierFactor: Detector<typeof params> = defineDetector({
  title: "Local Outlier Factor",
  summary: "How much lonelier a row is than the rows most like it.",
  family: "point",
  params,
  threshold: ({ threshold }) => ({ kind: "fixed", value: threshold }),
  fit(sample, { neighbours }, context) {
    const { columns, values, points } = finiteRows(sample.features);
    if (points.length <= neighbours) return { skipped: `Local Outlier Factor with ${neighbours} neighbours needs at least ${neighbours + 1} rows with features; there are ${points.length}.` };
    const scale = robustScaler(values, columns);
    return async (other) => {
      const judged = finiteRows(other.features);
      const found = await bruteForceNeighbours(scale(judged.values), columns, Math.min(neighbours, judged.points.length - 1), createPause(context));
      return atPoints(other.series.values.length, judged.points, localOutlierFactors(found));
    };
  },
});
