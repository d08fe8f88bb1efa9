import { finiteValues } from "../../numeric/finite.js";
import { cbrt, pow } from "../../numeric/math.js";
import { mean } from "../../numeric/statistics.js";
import { dickeyFuller, type DickeyFuller } from "./unit-root.js";

/** The test of Kwiatkowski, Phillips, Schmidt and Shin: small p-values speak against a steady course. */
export interface Kpss {
  readonly statistic: number;
  /** From the table of 1992, so never below 0.01 nor above 0.1. */
  readonly p: number;
  /** Lags of the long-run variance, chosen from the data. */
  readonly lags: number;
}

/** Whether a KPI keeps to one level, to one trend line, or to neither. */
export interface Stationarity {
  readonly level: Kpss;
  readonly trend: Kpss;
  /** The opposite question, whether it wanders without ever coming back; null where the test has no answer. */
  readonly unitRoot: { readonly level: DickeyFuller | null; readonly trend: DickeyFuller | null };
  /** What p-values of 5 % of the first two let stand. */
  readonly verdict: "level" | "trend" | "neither";
  /** Whether the seasons were taken off first. */
  readonly withoutSeason: boolean;
}

/** Points from which the test says anything. */
const LEAST_POINTS = 30;
/** Largest p-value that speaks against what is tested. */
export const SIGNIFICANT = 0.05;

/** Upper tail of the statistic for 10, 5, 2.5 and 1 % (Kwiatkowski et al. 1992, table 1). */
const TAIL = [0.1, 0.05, 0.025, 0.01];
const CRITICAL = { level: [0.347, 0.463, 0.574, 0.739], trend: [0.119, 0.146, 0.176, 0.216] } as const;

/**
 * Tests whether a course keeps to a level or to a straight line (Kwiatkowski, Phillips, Schmidt and Shin 1992,
 * https://doi.org/10.1016/0304-4076(92)90104-Y), and beside it whether it wanders (augmented Dickey-Fuller): the one test asks
 * for evidence against keeping, the other for evidence against wandering, so both together tell "not enough is known" from a
 * finding. Changes of level look like wandering to both (Perron 1989, https://doi.org/10.2307/1913712), and in a short series
 * both see little. Null with fewer than 30 values, or without any scatter. O(n · lags).
 *
 * @param values missing ones are left out
 * @param seasonal what the seasons add, taken off first; null where there is none
 */
export function stationarity(values: Float64Array, seasonal: Float64Array | null): Stationarity | null {
  const known = finiteValues(seasonal === null ? values : values.map((value, i) => value - seasonal[i]));
  if (known.length < LEAST_POINTS) return null;
  const [level, trend] = [kpss(known, "level"), kpss(known, "trend")];
  if (!Number.isFinite(level.statistic) || !Number.isFinite(trend.statistic)) return null;
  const verdict = level.p > SIGNIFICANT ? "level" : trend.p > SIGNIFICANT ? "trend" : "neither";
  const unitRoot = { level: dickeyFuller(known, "level"), trend: dickeyFuller(known, "trend") };
  return { level, trend, unitRoot, verdict, withoutSeason: seasonal !== null };
}

/** The statistic and its p-value for values without holes, lags by the rule of Hobijn, Franses and Ooms (1998). */
export function kpss(values: Float64Array, around: "level" | "trend"): Kpss {
  const rest = around === "level" ? centred(values) : detrended(values);
  const n = rest.length;
  const lags = lagsFor(rest);
  let sum = 0;
  let squares = 0;
  for (const value of rest) {
    sum += value;
    squares += sum * sum;
  }
  let variance = productAt(rest, 0);
  for (let lag = 1; lag <= lags; lag++) variance += 2 * productAt(rest, lag) * (1 - lag / (lags + 1));
  const statistic = squares / n / variance;
  return { statistic, p: tailOf(statistic, CRITICAL[around]), lags };
}

function lagsFor(rest: Float64Array): number {
  const n = rest.length;
  let level = productAt(rest, 0) / n;
  let slope = 0;
  for (let lag = 1; lag <= Math.floor(pow(n, 2 / 9)); lag++) {
    const product = productAt(rest, lag) / (n / 2);
    level += product;
    slope += lag * product;
  }
  const ratio = slope / level;
  const lags = Math.floor(1.1447 * cbrt(ratio * ratio) * cbrt(n));
  return Number.isFinite(lags) ? Math.min(n - 1, lags) : 0;
}

function productAt(rest: Float64Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < rest.length; i++) sum += rest[i] * rest[i - lag];
  return sum;
}

function centred(values: Float64Array): Float64Array {
  const centre = mean(values);
  return values.map((value) => value - centre);
}

/** Less the line of least squares through them. */
function detrended(values: Float64Array): Float64Array {
  const centre = mean(values);
  const middle = (values.length - 1) / 2;
  let product = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    product += (i - middle) * (values[i] - centre);
    squares += (i - middle) * (i - middle);
  }
  const slope = product / squares;
  return values.map((value, i) => value - centre - slope * (i - middle));
}

/** Between two entries of the table along a straight line, as statsmodels does. */
function tailOf(statistic: number, critical: readonly number[]): number {
  if (!(statistic > critical[0])) return TAIL[0];
  for (let i = 1; i < critical.length; i++)
    if (statistic <= critical[i])
      return TAIL[i - 1] + ((TAIL[i] - TAIL[i - 1]) * (statistic - critical[i - 1])) / (critical[i] - critical[i - 1]);
  return TAIL[TAIL.length - 1];
}
