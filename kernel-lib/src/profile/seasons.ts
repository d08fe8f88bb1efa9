import { finiteValues } from "../numeric/finite.js";
import { rollingMean } from "../numeric/rolling.js";
import { median, quantiles } from "../numeric/statistics.js";
import type { Series } from "../table.js";

/** A period after which a KPI repeats itself. */
export interface SeasonFound {
  /** `day`, `week`, `year`, or a number of points. */
  readonly label: string;
  readonly points: number;
  /** Share of the variation around the trend that the season explains, 0 to 1. */
  readonly strength: number;
  /** What the season adds at each of its points, in units of the KPI; index 0 is the first point of the series. */
  readonly profile: Float64Array;
}

const DAY = 86_400;

/**
 * Periods of the calendar after which a KPI repeats itself, strongest first. The trend (a moving mean one period long) is
 * taken off, the season is the median of each place in the period, and its strength is 1 - Var(rest) / Var(season + rest)
 * (Wang, Smith and Hyndman 2006, https://doi.org/10.1007/s10618-005-0039-x); below 0.3, or with fewer than three whole
 * periods, nothing is reported. O(n) for each candidate.
 */
export function seasons(series: Series): SeasonFound[] {
  const found: SeasonFound[] = [];
  let rest = series.values;
  for (const { label, points } of candidates(series)) {
    if (points < 2 || series.values.length < 3 * points) continue;
    const { profile, strength, remainder } = seasonOf(rest, points);
    if (!(strength >= 0.3)) continue;
    found.push({ label, points, strength, profile });
    rest = remainder;
  }
  return found.sort((a, b) => b.strength - a.strength);
}

/** Shortest first, so that a longer period has to explain what the shorter one leaves. */
function candidates({ cadence, dated }: Series): { label: string; points: number }[] {
  const seconds = cadence?.seconds;
  if (!dated || !seconds) return [];
  if (cadence.label === "business-daily")
    return [
      { label: "week", points: 5 },
      { label: "year", points: 261 },
    ];
  const whole = [
    { label: "day", seconds: DAY },
    { label: "week", seconds: 7 * DAY },
    { label: "year", seconds: 365.25 * DAY },
  ];
  return whole
    .map(({ label, seconds: length }) => ({ label, points: Math.round(length / seconds) }))
    .filter(({ points }) => points >= 2);
}

function seasonOf(
  values: Float64Array,
  points: number,
): { profile: Float64Array; strength: number; remainder: Float64Array } {
  const level = centredMean(values, points);
  const around = values.map((value, index) => value - level[index]);
  const raw = Float64Array.from({ length: points }, (_, place) => median(everyNth(around, place, points)) || 0);
  const centre = raw.reduce((sum, value) => sum + value, 0) / points;
  const profile = raw.map((value) => value - centre);
  const remainder = values.map((value, index) => value - profile[index % points]);
  return {
    profile,
    strength: 1 - variance(around.map((value, index) => value - profile[index % points])) / variance(around),
    remainder,
  };
}

/** The values at `from`, `from + step`, … */
function everyNth(values: Float64Array, from: number, step: number): Float64Array {
  const kept = new Float64Array(Math.ceil(Math.max(0, values.length - from) / step));
  for (let i = 0, at = from; i < kept.length; i++, at += step) kept[i] = values[at];
  return kept;
}

/** Mean of one period around each point; at the ends that of the nearest whole window. */
export function centredMean(values: Float64Array, points: number): Float64Array {
  const trailing = rollingMean(values, points, Math.ceil(points / 2));
  const half = Math.floor(points / 2);
  const last = values.length - 1;
  return values.map((_, index) => trailing[Math.min(last, Math.max(points - 1, index + half))]);
}

/** Plain variance of the finite values with the most extreme hundredths drawn in, so that one outlier hides no season. */
function variance(values: Float64Array): number {
  const known = finiteValues(values);
  if (known.length === 0) return NaN;
  // A few thousand values tell where the hundredths are as well as all do.
  const stride = Math.ceil(known.length / 5000);
  const [low, high] = quantiles(stride > 1 ? known.filter((_, index) => index % stride === 0) : known, [0.01, 0.99]);
  let sum = 0;
  let squares = 0;
  for (const value of known) {
    const kept = Math.max(low, Math.min(high, value)) - low;
    sum += kept;
    squares += kept * kept;
  }
  return squares / known.length - (sum / known.length) * (sum / known.length);
}
