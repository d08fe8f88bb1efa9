import { distancesOutside } from "../numeric/neighbours/distances.js";
import { rollingQuantile } from "../numeric/windows/rolling.js";
import { moments, quantiles } from "../numeric/statistics.js";
import { defineDetector, type Detector } from "./detector.js";

/** Quartile distance of a normal distribution in standard deviations. */
const QUARTILES_OF_NORMAL = 1.3489795003921634;

/** A window may be flat by chance; its quartile distance counts as at least this share of the whole series'. */
const LEAST_SPREAD = 1e-3;

/** A range between these has an inverse. */
const USUAL = { least: 1e-290, most: 1e290 };

const params = {
  factor: {
    type: "number",
    default: 1.5,
    exclusiveMinimum: 0,
    description: "Quartile distances outside the quartiles from which a value is flagged.",
    translations: { de: "Quartilsabstände außerhalb der Quartile, ab denen ein Wert markiert wird." },
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
 * How far a value lies outside the quartiles, in quartile distances: 0 between them, 1.5 at Tukey's inner fence, 3 at the
 * outer one (Tukey 1977). Quartiles are linear between neighbours, as `numpy.quantile`'s.
 *
 * Where the quartiles coincide because most values are equal, 1.349 × the standard deviation stands in for their distance;
 * a constant series scores 0. With a window each value is compared to the ones before it, never to quartiles that it
 * helped to make. O(rows), in a window O(rows × log window).
 */
export const interquartileRange: Detector<typeof params> = defineDetector({
  title: "Interquartile range",
  summary: "How far a value lies outside the middle half of all values.",
  translations: {
    de: { title: "Quartilsabstand", summary: "Wie weit ein Wert außerhalb der mittleren Hälfte aller Werte liegt." },
  },
  family: "point",
  attributes: "kpi",
  params,
  threshold: ({ factor }) => ({ kind: "fixed", value: factor }),
  fit({ series: { values } }, { window }) {
    const [lower, upper] = quantiles(values, [0.25, 0.75]);
    if (Number.isNaN(lower)) return { skipped: { code: "no_values", facts: {} } };
    const range = upper > lower ? upper - lower : QUARTILES_OF_NORMAL * moments(values).deviation;
    return (sample) => {
      if (window === 0) return distances(sample.series.values, lower, upper, range);
      const least = Math.max(4, Math.ceil(window / 2));
      const lowers = rollingQuantile(sample.series.values, window, 0.25, Math.min(window, least));
      const uppers = rollingQuantile(sample.series.values, window, 0.75, Math.min(window, least));
      return sample.series.values.map((value, i) =>
        outside(value, lowers[i], uppers[i], Math.max(uppers[i] - lowers[i], range * LEAST_SPREAD)),
      );
    };
  },
});

function distances(values: Float64Array, lower: number, upper: number, range: number): Float64Array {
  const usual = range > USUAL.least && range < USUAL.most;
  return usual
    ? distancesOutside(lower, upper, 1 / range, values)
    : values.map((value) => outside(value, lower, upper, range));
}

function outside(value: number, lower: number, upper: number, range: number): number {
  if (!Number.isFinite(value) || Number.isNaN(lower)) return NaN;
  const away = value < lower ? lower - value : value > upper ? value - upper : 0;
  return away === 0 || !(range > 0) ? 0 : Math.min(Number.MAX_VALUE, away / Math.min(Number.MAX_VALUE, range));
}
