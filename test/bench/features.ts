import { featureMatrix, type FeatureChoice } from "../../kernel-lib/src/features/matrix/feature-matrix.js";
import { features } from "../../kernel-lib/src/features/index.js";
import type { FeatureMatrix } from "../../kernel-lib/src/features/feature.js";
import type { Series } from "../../kernel-lib/src/table.js";

/** 18 features of an hourly KPI; peer.py makes the same. */
export const benchChoices: readonly FeatureChoice[] = [
  { feature: features.value, params: {} },
  { feature: features.lags, params: { steps: [1, 2, 3, 24, 48, 168] } },
  { feature: features.rolling, params: { windows: [24, 168] } },
  { feature: features.change, params: { steps: [1, 24, 168], symmetric: true } },
  { feature: features.calendar, params: {} },
];

export function benchFeatures(series: Series): FeatureMatrix {
  return featureMatrix(series, benchChoices);
}

/** An hourly series of these values. */
export function hourlySeries(time: Float64Array, values: Float64Array): Series {
  return {
    kpi: "kpi",
    key: "",
    records: new Uint32Array(values.length).map((_, i) => i),
    time,
    dated: true,
    values,
    cadence: { seconds: 3600, label: "hourly", regularity: 1 },
  };
}

/** Each column brought to mean 0 and deviation 1, as scikit-learn's StandardScaler does. */
export function standardised(values: Float64Array, columns: number): Float64Array {
  const rows = values.length / columns;
  const scaled = new Float64Array(values.length);
  for (let c = 0; c < columns; c++) {
    let sum = 0;
    for (let i = c; i < values.length; i += columns) sum += values[i];
    let squares = 0;
    for (let i = c; i < values.length; i += columns) squares += (values[i] - sum / rows) ** 2;
    const deviation = Math.sqrt(squares / rows) || 1;
    for (let i = c; i < values.length; i += columns) scaled[i] = (values[i] - sum / rows) / deviation;
  }
  return scaled;
}
