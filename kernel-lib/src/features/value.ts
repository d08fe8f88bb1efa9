import { defineFeature, type Feature } from "./feature.js";

/** The KPI itself. */
export const value: Feature = defineFeature({
  title: "Value",
  summary: "The KPI's own value.",
  params: {},
  columns: (series) => [
    {
      name: "value",
      fill(target, offset, stride) {
        const { values } = series;
        for (let i = 0; i < values.length; i++) target[offset + i * stride] = values[i];
      },
    },
  ],
});
