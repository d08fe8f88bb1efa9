import { absolute } from "../numeric/elementwise.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/**
 * How far a value lies from trend plus season, in robust deviations of the remainder: the plainest question one can ask
 * of a KPI with a rhythm. O(n) after the season is known.
 */
export const seasonalResidual: Detector = defineDetector({
  title: "Seasonal residual",
  summary: "How far a value lies from its trend and season, in robust deviations.",
  translations: {
    de: {
      title: "Rest nach Trend und Saison",
      summary: "Wie weit ein Wert von Trend und Saison liegt, in robusten Abweichungen.",
    },
  },
  family: "series",
  params: {},
  share: { rule: "sum", weight: 0.15, least: 0.75 },
  threshold: { kind: "fixed", value: 5 },
  fit: bySeason((season) => absolute(season.standardised)),
});
