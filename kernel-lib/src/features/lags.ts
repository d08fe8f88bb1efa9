import { defineFeature, type Feature } from "./feature.js";
import { seasonalSteps } from "../season/seasonal-steps.js";

const params = {
  steps: {
    type: "array",
    items: { type: "integer", minimum: 1 },
    default: [],
    maxItems: 100,
    countsRows: true,
    description:
      "How many points to look back, for example [1, 24, 168]. Empty: chosen from the cadence (the point before, a day ago, a week ago).",
    translations: {
      de: "Um wie viele Werte zurückgeblickt wird, zum Beispiel [1, 24, 168]. Leer: nach dem Takt gewählt (der Wert davor, ein Tag, eine Woche zuvor).",
    },
  },
} as const;

/** Earlier values: what the KPI was one point, one day, one week ago. The first points have none and are not judged. */
export const lags: Feature<typeof params> = defineFeature({
  title: "Lags",
  summary: "Earlier values: one point, one day, one week ago.",
  translations: {
    de: { title: "Frühere Werte", summary: "Werte von vorhin: einen Wert, einen Tag, eine Woche zuvor." },
  },
  params,
  columns: (series, { steps }) =>
    (steps.length > 0 ? steps : seasonalSteps(series)).map((step) => ({
      name: `lag_${step}`,
      recipe: { make: "lag", step } as const,
      fill(target: Float64Array, from: number) {
        const unknown = Math.max(0, Math.min(target.length, step - from));
        target.fill(NaN, 0, unknown);
        if (unknown < target.length)
          target.set(series.values.subarray(from + unknown - step, from + target.length - step), unknown);
      },
    })),
});
