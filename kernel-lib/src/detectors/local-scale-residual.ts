import { absolute } from "../numeric/elementwise.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/**
 * How far a value lies from what is usual beside its neighbours, in deviations of the noise that is usual there: by hour and
 * weekday, level, time of year and in restless times, the tail taken into account, so that the same distance counts more in a
 * quiet night than at noon. O(n) after the model of what is normal.
 */
export const localScaleResidual: Detector = defineDetector({
  title: "Local-scale residual",
  summary: "How far a value lies from usual, in the noise that is usual at its hour, level and time.",
  translations: {
    de: {
      title: "Rest nach örtlicher Streuung",
      summary:
        "Wie weit ein Wert vom Üblichen liegt, gemessen am Rauschen, das zu seiner Stunde, Höhe und Zeit üblich ist.",
    },
  },
  family: "series",
  params: {},
  onRequest: true,
  threshold: { kind: "fixed", value: 4.5 },
  fit: bySeason(({ baseline }) => absolute(baseline.innovation)),
});
