import { subtract } from "../numeric/elementwise.js";
import { fastFourierTransform, powerOfTwo } from "../numeric/waves/fast-fourier-transform.js";
import { exp, hypot, log } from "../numeric/math.js";
import { ROUNDING } from "../numeric/rounding.js";
import { mean } from "../numeric/statistics.js";
import type { Season } from "../season/season.js";
import { defineDetector, type Detector } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/** Frequencies that the log spectrum is averaged over, and points that a saliency is compared with. */
const SPECTRUM_WINDOW = 3;
const SALIENCY_WINDOW = 21;

/**
 * What stands out when everything that repeats is taken away: the spectrum less its own smooth shape is turned back into
 * time, where it peaks at changes that no rhythm explains (Ren et al., "Time-Series Anomaly Detection Service at
 * Microsoft", KDD 2019, without the neural part). Quick and blunt; it votes for nothing and has no part in the combined
 * score. O(n log n).
 */
export const spectralResidual: Detector = defineDetector({
  title: "Spectral residual",
  summary: "What stands out when everything that repeats is taken away.",
  translations: {
    de: { title: "Spektraler Rest", summary: "Was heraussticht, wenn alles weggenommen ist, was sich wiederholt." },
  },
  family: "series",
  params: {},
  threshold: { kind: "fixed", value: 3 },
  fit: bySeason(saliencyScores),
});

function saliencyScores({ filled, trend }: Season): Float64Array {
  const n = filled.length;
  const saliency = saliencyMap(subtract(filled, trend));
  const result = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    // Compared with the points before it, so that a peak does not raise its own measure.
    const count = Math.min(i, SALIENCY_WINDOW);
    const before = count > 0 ? sum / count : saliency[i];
    result[i] = Math.max(0, (saliency[i] - before) / Math.max(before, 1e-12));
    sum += saliency[i] - (i >= SALIENCY_WINDOW ? saliency[i - SALIENCY_WINDOW] : 0);
  }
  return result;
}

/** Size of the signal whose spectrum is what is left of the log spectrum after its local mean is taken off. */
function saliencyMap(values: Float64Array): Float64Array {
  const size = powerOfTwo(values.length);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  // The series goes on mirrored, so that its ends make no jump.
  for (let i = 0; i < size; i++) real[i] = values[i < values.length ? i : Math.max(0, 2 * values.length - 1 - i)];
  fastFourierTransform(real, imaginary);
  const amplitude = new Float64Array(size);
  const logarithms = new Float64Array(size);
  for (let k = 0; k < size; k++) amplitude[k] = hypot(real[k], imaginary[k]);
  // What a frequency that is not there has of one is rounding.
  const least = ROUNDING * mean(amplitude);
  for (let k = 0; k < size; k++) {
    amplitude[k] = Math.max(amplitude[k], least);
    logarithms[k] = log(amplitude[k] + 1e-300);
  }
  for (let k = 0; k < size; k++) {
    const around = (logarithms[(k + size - 1) % size] + logarithms[k] + logarithms[(k + 1) % size]) / SPECTRUM_WINDOW;
    const factor = amplitude[k] > 0 ? exp(logarithms[k] - around) / amplitude[k] : 0;
    real[k] *= factor;
    imaginary[k] *= factor;
  }
  fastFourierTransform(real, imaginary, true);
  const saliency = new Float64Array(values.length);
  for (let i = 0; i < saliency.length; i++) saliency[i] = hypot(real[i], imaginary[i]);
  return saliency;
}
