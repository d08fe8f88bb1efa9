import { distancesFrom } from "../numeric/neighbours/distances.js";
import { rollingMoments, rollingQuantile } from "../numeric/windows/rolling.js";
import { mean, median, medianAbsoluteDeviation, moments } from "../numeric/statistics.js";
import { defineDetector, type Detector } from "./detector.js";

/** Quartile distance of a normal distribution in standard deviations. */
const QUARTILES_OF_NORMAL = 1.3489795003921634;

/** Mean distance from the median of a normal distribution, as a factor to its standard deviation. */
const FROM_MEAN_DISTANCE = 1.2533141373155001;

/** A window may be flat by chance; its spread counts as at least this share of the whole series' spread. */
const LEAST_SPREAD = 1e-3;

/** A spread between these has an inverse. */
const USUAL = { least: 1e-290, most: 1e290 };

const params = {
  threshold: {
    type: "number",
    default: 3,
    exclusiveMinimum: 0,
    description: "Deviations from which a value is flagged.",
    translations: { de: "Abweichungen, ab denen ein Wert markiert wird." },
  },
  robust: {
    type: "boolean",
    default: false,
    description: "Median and median absolute deviation instead of mean and standard deviation.",
    translations: { de: "Median und mediane absolute Abweichung statt Mittelwert und Standardabweichung." },
  },
  window: {
    type: "integer",
    default: 0,
    minimum: 0,
    countsRows: true,
    description: "Compare with so many values before; 0 compares with the whole series.",
    translations: { de: "Mit so vielen Werten davor vergleichen; 0 vergleicht mit der ganzen Reihe." },
  },
} as const;

/**
 * How many standard deviations a value lies from the mean: |x - mean| / deviation.
 *
 * Without a window this is `scipy.stats.zscore` (population deviation) without its sign; `robust` puts the median and
 * 1.4826 × the median absolute deviation in their place (Iglewicz and Hoaglin 1993; where more than half of the values
 * are equal, 1.2533 × the mean absolute deviation). With a window each value is compared to the ones before it, never to
 * a baseline that contains it; the robust form then takes the spread from the quartiles. Constant series score 0.
 * O(rows), robust in a window O(rows × log window).
 */
export const zScore: Detector<typeof params> = defineDetector({
  title: "Z-score",
  summary: "How many standard deviations a value lies from the mean.",
  translations: { de: { title: "Z-Wert", summary: "Wie viele Standardabweichungen ein Wert vom Mittel liegt." } },
  family: "point",
  attributes: "kpi",
  params,
  threshold: ({ threshold }) => ({ kind: "fixed", value: threshold }),
  fit({ series: { values } }, { robust, window }) {
    const whole = robust ? robustBaseline(values) : moments(values);
    if (Number.isNaN(whole.mean)) return { skipped: { code: "no_values", facts: {} } };
    return (sample) => {
      if (window === 0) return distances(sample.series.values, whole.mean, whole.deviation);
      const { mean, deviation } = robust
        ? robustWindows(sample.series.values, window)
        : rollingMoments(sample.series.values, window, leastCount(window));
      return sample.series.values.map((value, i) =>
        distance(value, mean[i], Math.max(deviation[i], whole.deviation * LEAST_SPREAD)),
      );
    };
  },
});

/** Half a window of values is the least to compare with, and never fewer than two. */
function leastCount(window: number): number {
  return Math.max(2, Math.ceil(window / 2));
}

function distances(values: Float64Array, centre: number, spread: number): Float64Array {
  const usual = spread > USUAL.least && spread < USUAL.most;
  return usual ? distancesFrom(centre, 1 / spread, values) : values.map((value) => distance(value, centre, spread));
}

function distance(value: number, centre: number, spread: number): number {
  const away = Math.abs(value - centre);
  if (!Number.isFinite(value) || Number.isNaN(away)) return NaN;
  return away === 0 || !(spread > 0) ? (Number.isNaN(spread) ? NaN : 0) : Math.min(Number.MAX_VALUE, away / spread);
}

function robustBaseline(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  const centre = median(values);
  const spread = medianAbsoluteDeviation(values, true);
  if (spread > 0 || Number.isNaN(centre)) return { mean: centre, deviation: spread };
  return { mean: centre, deviation: FROM_MEAN_DISTANCE * mean(distancesFrom(centre, 1, values)) };
}

function robustWindows(
  values: Float64Array,
  window: number,
): { readonly mean: Float64Array; readonly deviation: Float64Array } {
  const least = leastCount(window);
  const lower = rollingQuantile(values, window, 0.25, least);
  const upper = rollingQuantile(values, window, 0.75, least);
  return {
    mean: rollingQuantile(values, window, 0.5, least),
    deviation: upper.map((value, i) => (value - lower[i]) / QUARTILES_OF_NORMAL),
  };
}
