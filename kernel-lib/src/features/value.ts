import { defineFeature, type Feature } from "./feature.js";

/** The KPI itself. */
export const value: Feature = defineFeature({
  title: "Value",
  summary: "The KPI's own value.",
  params: {},
  columns: (series) => [{ name: "value", fill: (target, from) => target.set(series.values.subarray(from, from + target.length)) }],
});
