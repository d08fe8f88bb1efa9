import { defineFeature, type Feature } from "./feature.js";
import { seasonalSteps } from "../season/seasonal-steps.js";

const params = {
  steps: {
    type: "array",
    items: { type: "integer", minimum: 1 },
    default: [],
    maxItems: 100,
    countsRows: true,
    description: "Compared with how many points back. Empty: chosen from the cadence.",
    translations: { de: "Um wie viele Werte zurück verglichen wird. Leer: nach dem Takt gewählt." },
  },
  symmetric: {
    type: "boolean",
    default: true,
    description:
      "Divide by the mean size of both values, so that the change stays within -2 to 2 and values near zero do not explode. False: divide by the earlier value.",
    translations: {
      de: "Durch die mittlere Größe beider Werte teilen, damit die Änderung zwischen -2 und 2 bleibt und Werte nahe null nicht ausufern. false: durch den früheren Wert teilen.",
    },
  },
} as const;

/**
 * Relative change against an earlier value. The plain form divides by the earlier value (a change from 0 counts as
 * -1, 0 or 1); the symmetric form, 2(x - p) / (|x| + |p|), is the one forecasters use (sMAPE) for KPIs that touch zero.
 */
export const change: Feature<typeof params> = defineFeature({
  title: "Percent change",
  summary: "Relative change against the point before, a day ago, a week ago.",
  translations: {
    de: {
      title: "Prozentuale Änderung",
      summary: "Änderung im Verhältnis zum Wert davor, vor einem Tag, vor einer Woche.",
    },
  },
  params,
  columns: (series, { steps, symmetric }) =>
    (steps.length > 0 ? steps : seasonalSteps(series)).map((step) => ({
      name: `change_${step}`,
      recipe: { make: "change", step, symmetric } as const,
      fill(target: Float64Array, from: number) {
        const { values } = series;
        for (let k = 0, i = from; k < target.length; k++, i++) {
          const now = values[i];
          const before = i < step ? NaN : values[i - step];
          const size = symmetric ? (Math.abs(now) + Math.abs(before)) / 2 : Math.abs(before);
          target[k] = size === 0 ? Math.sign(now - before) : (now - before) / size;
        }
      },
    })),
});
