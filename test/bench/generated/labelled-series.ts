import type { Series } from "../../../kernel-lib/src/table.js";

/** A generated series with the truth beside it. */
export interface LabelledSeries {
  readonly name: string;
  readonly series: Series;
  /** 1 where an anomaly was put. */
  readonly labels: Uint8Array;
  /** Window for VUS-PR: one cycle. */
  readonly window: number;
}

/** Points at even steps from Monday 2018-01-01, as wall-clock time. */
export function evenSeries(name: string, values: Float64Array, stepSeconds: number): Series {
  const start = Date.UTC(2018, 0, 1);
  return {
    kpi: name,
    key: "",
    records: Uint32Array.from(values, (_, i) => i),
    time: Float64Array.from(values, (_, i) => start + i * stepSeconds * 1000),
    dated: true,
    values,
    cadence: null,
  };
}
