import type { SeasonChoice } from "../config/config.js";
import { absolute, subtract, add } from "../numeric/elementwise.js";
import { median } from "../numeric/statistics.js";
import { robustScale } from "../numeric/robust-deviation.js";
import { runningMedian } from "../numeric/running-median.js";
import { calendarDays, type CalendarDays } from "./calendar-days.js";
import { cycleProfile } from "./cycle-profile.js";
import type { RegularGrid } from "./even-grid.js";
import type { Decomposition, TestedPeriod } from "./robust-decomposition.js";

const DAY = 86_400;

/** Months, and years, that must be there before a place in them is told from chance. */
const LEAST_MONTHS = 12;
const LEAST_YEARS = 3;

/** A calendar effect has to bring the usual remainder down by this share of it in months, or years, that it has not seen. */
const LEAST_GAIN = 0.02;
const LEAST_GAIN_OF_YEAR = 0.05;

/** A place in the month counts when it lies so many standard errors off. */
const CLEARLY = 3;

/** Distances beyond this many robust deviations count as that many, so that no single row decides about a season. */
const CLIP = 6;

/** A decomposition that knows the calendar, and which part of its season returns with the month. */
export interface CalendarParts extends Decomposition {
  readonly monthly: Float64Array;
}

/**
 * What returns on a day of the month (paydays), near the end of a month (closings), and in a month of the year, for daily
 * series: each is a profile of medians over the OTHER months (years), kept only where it is clear of chance, and accepted
 * only when it explains months (years) that it has not seen. Where the season was set by hand, what it names is accepted in
 * any case and nothing else is tried. O(n log n).
 */
export function calendarEffects(
  parts: Decomposition,
  time: Float64Array,
  grid: RegularGrid,
  leftOut: Uint8Array | null,
  choice: SeasonChoice = null,
): CalendarParts {
  const none = new Float64Array(time.length);
  const days = grid.dated && grid.step > DAY / 2 && grid.step < 3 * DAY ? calendarDays(time) : null;
  if (!days || days.months < LEAST_MONTHS) return { ...parts, monthly: none };
  const yearly = !choice || choice.includes("year") ? monthOfYear(parts, days, leftOut, choice !== null) : parts;
  return !choice || choice.includes("month")
    ? placesOfMonth(yearly, days, leftOut, choice !== null)
    : { ...yearly, monthly: none };
}

/** Days from the first of the month, or to its last, with months counted from the first date. */
function places({ month, day, daysLeft }: CalendarDays, fromEnd: boolean): Int32Array {
  const place = new Int32Array(month.length);
  for (let i = 0; i < place.length; i++) place[i] = (month[i] - month[0]) * 31 + (fromEnd ? daysLeft[i] : day[i]);
  return place;
}

function placesOfMonth(
  parts: Decomposition,
  days: CalendarDays,
  leftOut: Uint8Array | null,
  byHand: boolean,
): CalendarParts {
  const ways = [
    { label: "day of month", fromEnd: false },
    { label: "month end", fromEnd: true },
  ];
  let remainder = parts.remainder;
  let monthly: Float64Array = new Float64Array(remainder.length);
  const periods: TestedPeriod[] = [];
  // The one that explains more comes first, so that the other is not taken for what is the same days.
  const tried = ways
    .map((way) => ({ ...way, ...tryPlaces(remainder, days, way.fromEnd, leftOut) }))
    .sort((a, b) => b.gain - a.gain);
  for (const [rank, way] of tried.entries()) {
    const { label } = way;
    const { effect, gain } = remainder === parts.remainder ? way : tryPlaces(remainder, days, way.fromEnd, leftOut);
    const accepted = gain >= LEAST_GAIN || (byHand && rank === 0);
    periods.push({ steps: 30, label, explained: gain, accepted });
    if (!accepted) continue;
    remainder = subtract(remainder, effect);
    monthly = add(monthly, effect);
  }
  return {
    trend: parts.trend,
    seasonal: add(parts.seasonal, monthly),
    remainder,
    periods: [...parts.periods, ...periods],
    monthly,
  };
}

/** Profile of one way to count days in a month, zero where it is not clear of chance, and what it explains. */
function tryPlaces(
  remainder: Float64Array,
  days: CalendarDays,
  fromEnd: boolean,
  leftOut: Uint8Array | null,
): { effect: Float64Array; gain: number } {
  const scale = robustScale(remainder);
  const limit = (CLEARLY * 1.2533 * scale) / Math.sqrt(Math.max(1, days.months));
  const effect = cycleProfile(remainder, places(days, fromEnd), 31, leftOut);
  for (let i = 0; i < effect.length; i++) if (!(Math.abs(effect[i]) > limit)) effect[i] = 0;
  const before = clippedMean(remainder, scale, leftOut);
  return { effect, gain: before > 0 ? 1 - clippedMean(subtract(remainder, effect), scale, leftOut) / before : 0 };
}

/** A slow trend and a level for each month of the year, when that fits better than a trend that follows the months. */
function monthOfYear(
  parts: Decomposition,
  days: CalendarDays,
  leftOut: Uint8Array | null,
  byHand: boolean,
): Decomposition {
  const { trend, seasonal, remainder, periods } = parts;
  const place = days.month;
  const years = Math.floor(place[place.length - 1] / 12) + 1;
  const rows = Math.round((place.length / days.months) * 12);
  if (place.length < LEAST_YEARS * rows) return parts;
  const level = add(remainder, trend);
  const slow = runningMedian(level, rows, rows);
  const detrended = subtract(level, slow);
  const profile = cycleProfile(
    monthMedians(detrended, place, years * 12, leftOut),
    Int32Array.from({ length: years * 12 }, (_, month) => month),
    12,
    null,
  );
  const effect = new Float64Array(place.length);
  for (let i = 0; i < effect.length; i++) effect[i] = profile[place[i]];
  const rest = subtract(detrended, effect);
  const usual = typicalSize(remainder, leftOut);
  const explained = usual > 0 ? 1 - typicalSize(rest, leftOut) / usual : 0;
  const accepted = byHand || explained >= LEAST_GAIN_OF_YEAR;
  const found = [...periods, { steps: 365, label: "month of year", explained, accepted }];
  if (!accepted) return { ...parts, periods: found };
  return { trend: slow, seasonal: add(seasonal, effect), remainder: rest, periods: found };
}

/** Median of each month; NaN, which no median counts, for months without a row. */
function monthMedians(
  values: Float64Array,
  place: Int32Array,
  months: number,
  leftOut: Uint8Array | null,
): Float64Array {
  const byMonth: number[][] = Array.from({ length: months }, () => []);
  for (let i = 0; i < values.length; i++) if (!leftOut?.[i]) byMonth[place[i]].push(values[i]);
  return Float64Array.from(byMonth, (month) => median(Float64Array.from(month)));
}

function clippedMean(remainder: Float64Array, scale: number, leftOut: Uint8Array | null): number {
  let total = 0;
  for (let i = 0; i < remainder.length; i++) if (!leftOut?.[i]) total += Math.min(CLIP * scale, Math.abs(remainder[i]));
  return total / remainder.length;
}

function typicalSize(remainder: Float64Array, leftOut: Uint8Array | null): number {
  const sizes = absolute(remainder);
  if (leftOut) for (let i = 0; i < sizes.length; i++) if (leftOut[i]) sizes[i] = NaN;
  return median(sizes);
}
