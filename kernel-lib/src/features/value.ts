import { defineFeature, type Feature } from "./feature.js";

/** The KPI itself. */
export const value: Feature = defineFeature({
  title: "Value",
  summary: "The KPI's own value.",
  translations: { de: { title: "Wert", summary: "Der Wert der Kennzahl selbst." } },
  params: {},
  columns: ({ values }) => [
    {
      name: "value",
      recipe: { make: "lag", step: 0 },
      fill: (target, from) => target.set(values.subarray(from, from + target.length)),
    },
  ],
});
