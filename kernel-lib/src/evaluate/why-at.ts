import { decisionOptions } from "../analyse-series.js";
import { cutsTogether } from "../decide/across-series/decide-many.js";
import { leastSensitivity } from "../decide/incident/least-sensitivity.js";
import { whyNotFlagged, type WhyNotReason } from "../decide/incident/why-not.js";
import { InputError } from "../errors.js";
import type { Report, SeriesReport } from "../report.js";

/** Which row is asked about: its line in the file (from 1), or its moment in milliseconds since 1970-01-01. */
export type Place = { readonly line: number } | { readonly time: number };

/** What is to be said of one KPI in one row. */
export interface WhyAt {
  readonly kind: "why";
  readonly kpi: string;
  /** Key value; empty in a file without a key. */
  readonly series: string;
  readonly line: number;
  /** Milliseconds since 1970-01-01, or the record (from 0) in a file without dates. */
  readonly time: number;
  readonly flagged: boolean;
  readonly value: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** 1 is the alarm level of mode `auto`; by vote the mean rank of the voters. */
  readonly score: number;
  /** Least sensitivity of mode `auto` at which it is flagged; NaN when none does it. */
  readonly neededSensitivity: number;
  /** Distance from expected in usual deviations, and the score that a stretch has to reach; NaN by vote. */
  readonly deviations: number;
  readonly threshold: number;
  readonly because: WhyReason;
  /** Digits after the decimal mark in the file, and its cadence as in `Cadence.label` (empty without dates). */
  readonly decimals: number;
  readonly cadence: string;
}

/** Why a point is flagged or not: by the combined score, by vote, or for want of values. */
export type WhyReason =
  | WhyNotReason
  | { readonly kind: "too short" | "no features" | "silenced by rule" }
  | { readonly kind: "votes"; readonly votes: number; readonly needed: number };

/** Why a row is flagged or not, for every KPI it has. `door.ts` tells the rest. */
export function whyAt(report: Report, place: Place): WhyAt[] {
  const cutAt = cutsTogether(report.series);
  const answers = report.series.flatMap((series) => {
    const point = "line" in place ? series.lines.indexOf(place.line) : series.time.indexOf(place.time);
    return point < 0 ? [] : [answer(report, series, point, cutAt)];
  });
  if (answers.length > 0) return answers;
  throw new InputError("no_value_at", {
    line: "line" in place ? place.line : null,
    time: "line" in place ? null : place.time,
  });
}

/**
 * Least whole sensitivity of mode `auto` at which a point is flagged, as the report was decided otherwise: with its rules, its cap
 * and the other series beside it. NaN by vote, and when no sensitivity does it. O(n) for each that is tried.
 *
 * @example
 * const least = neededSensitivity(report, series, 12);
 */
export function neededSensitivity({ config, series: all }: Report, series: SeriesReport, point: number): number {
  const { pattern } = series;
  if (!pattern || config.mode !== "auto") return NaN;
  const { rules, contamination } = decisionOptions(config, series.kpi);
  return leastSensitivity(
    point,
    { ...series, scores: series.combined, pattern },
    {
      rules,
      contamination,
      cutAt: cutsTogether(all),
    },
  );
}

function answer(
  { config }: Report,
  series: SeriesReport,
  point: number,
  cutAt: (sensitivity: number) => number,
): WhyAt {
  const { kpi, lines, time, values, expected, lower, upper, scores } = series;
  const at = {
    kind: "why" as const,
    kpi,
    series: series.series,
    line: lines[point],
    time: time[point],
    value: values[point],
    expected: expected[point],
    lower: lower[point],
    upper: upper[point],
    score: scores[point],
    decimals: series.decimals,
    cadence: series.cadence,
  };
  const { pattern } = series;
  if (pattern && config.mode === "auto") {
    const { flagged, because, neededSensitivity, deviations, cut } = whyNotFlagged(
      point,
      { ...series, pattern },
      config.sensitivity,
      decisionOptions(config, kpi).rules,
      { contamination: config.contamination, cutAt },
    );
    return { ...at, flagged, because, neededSensitivity, deviations, threshold: cut };
  }
  const rank = series.incidentOf[point];
  return {
    ...at,
    flagged: rank > 0,
    neededSensitivity: NaN,
    deviations: NaN,
    threshold: NaN,
    because:
      rank > 0 ? { kind: "incident", rank } : unflagged(series, point, config.mode === "vote" ? config.consensus : 0),
  };
}

/** Without a combined score: too little to go by, or too few detectors agree. */
function unflagged({ values, scores, votes }: SeriesReport, point: number, needed: number): WhyReason {
  if (!Number.isFinite(values[point])) return { kind: "missing" };
  if (needed === 0) return { kind: "too short" };
  if (Number.isNaN(scores[point])) return { kind: "no features" };
  if (votes[point] >= needed) return { kind: "silenced by rule" };
  return { kind: "votes", votes: votes[point], needed };
}
