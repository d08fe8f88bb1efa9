import { autocovariance, levinsonDurbin } from "../numeric/linear-algebra/autoregression.js";
import { clipped, inUnits } from "../numeric/elementwise.js";
import { robustScale } from "../numeric/scaling/robust-deviation.js";
import { median, quantile } from "../numeric/statistics.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

const ORDER = 10;

/**
 * What a value brings that the ten before it did not announce: the error of a linear prediction of the remainder
 * (Yule-Walker, extremes clipped so that they neither teach nor predict; Fox 1972 for innovational outliers), in robust
 * deviations of such errors. O(10 n).
 */
export const autoregressiveInnovation: Detector = defineDetector({
  title: "Autoregressive innovation",
  summary: "How far a value lies from what the ten values before it announced.",
  translations: {
    de: {
      title: "Abweichung von der Vorhersage",
      summary: "Wie weit ein Wert von dem liegt, was die zehn Werte davor erwarten ließen.",
    },
  },
  family: "series",
  params: {},
  share: { rule: "sum", weight: 0.15, least: 0.75 },
  threshold: { kind: "deviations", value: 8 },
  fit: bySeason((season) => innovations(season.standardised)),
});

function innovations(standardised: Float64Array): Float64Array {
  const n = standardised.length;
  const order = Math.min(ORDER, Math.floor(n / 10));
  const centre = median(standardised);
  const limit = 4 * robustScale(standardised, centre);
  const centred = inUnits(standardised, centre, 1);
  const usually = clipped(centred, limit);
  const covariance = autocovariance(usually, order);
  covariance[0] = covariance[0] * 1.001 + 1e-12;
  const { coefficients } = levinsonDurbin(covariance);
  const errors = new Float64Array(n).fill(NaN);
  for (let i = order; i < n; i++) {
    let predicted = 0;
    for (let k = 0; k < order; k++) predicted += coefficients[k] * usually[i - 1 - k];
    errors[i] = centred[i] - predicted;
  }
  const scale = robustScale(errors.subarray(order));
  for (let i = order; i < n; i++) errors[i] = Math.abs(errors[i]) / scale;
  // The first rows have too little before them to be predicted from, so they are never farther off than is usual.
  const usual = quantile(errors, 0.9);
  for (let i = 0; i < order; i++) errors[i] = Math.min(Math.abs(0.5 * centred[i]) / scale, usual);
  return errors;
}
