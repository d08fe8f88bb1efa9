/** Measures of how well scores and incidents agree with labels. All pure; none is point-adjusted. */
export { areaUnderPrecisionRecall, areaUnderRoc } from "./metrics/area-under-curve.js";
export { eventMetrics, type EventMetrics } from "./metrics/event-metrics.js";
export { labelRuns, type Range } from "./metrics/label-runs.js";
export { rowMetrics, type RowMetrics } from "./metrics/row-metrics.js";
export { volumeUnderPrecisionRecall } from "./metrics/volume-under-surface.js";
