import { levelsOfChange } from "../season/facts/normal-facts.js";
import { isTold } from "../season/facts/told-periods.js";
import { sharedIncidents } from "../decide/across-series/shared-incidents.js";
import type { Incident, NormalFacts, Report, SeriesReport } from "../report.js";
import { tooFewToJudge } from "../season/too-few-to-judge.js";
import { skipText } from "../words/assumption.js";
import { reasonOf } from "../words/incident.js";
import type { Language } from "../words/language.js";
import { sharedText } from "../words/shared-incident.js";
import { timestamp } from "./timestamp.js";
import {
  assumptionsWithWords,
  warningsWithWords,
  type AssumptionWithWords,
  type WarningWithWords,
} from "../words/with-words.js";

/** An incident in words that need no arrays beside them. */
export interface IncidentSummary {
  readonly rank: number;
  /** ISO 8601 of the first and last point; the record number from 1 when the file has no dates. */
  readonly start: string;
  readonly end: string;
  readonly peak: string;
  /** Record number (from 1) and line of the file (from 1) of the worst point. */
  readonly row: number;
  readonly line: number;
  readonly points: number;
  readonly score: number;
  readonly severity: number;
  readonly direction: Incident["direction"];
  readonly kind: Incident["kind"];
  readonly actual: number | null;
  readonly expected: number | null;
  readonly votes: number;
  readonly detectors: readonly string[];
  readonly reason: string;
}

/** What is normal for a series, as facts. */
export interface NormalSummary {
  /** What kind of series it is: `long` and `short` for continuous ones, `count`, `zeros`, `states`, `levels`, `counter`, `pinned`. */
  readonly kind: NormalFacts["kind"];
  /** Changes of its level, before and since (or meanwhile); `until` is null for one that lasts. */
  readonly levelChanges: readonly {
    readonly since: string;
    readonly until: string | null;
    readonly from: number;
    readonly to: number;
    /** Between which moments a lasting one came, where it is no step. */
    readonly passage?: { readonly from: string; readonly to: string };
    /** From when on half of a lasting one is made up for again. */
    readonly halfMadeUp?: string;
  }[];
  /** After which periods it repeats, with the share of the variation that each explains. */
  readonly seasons: readonly { readonly period: string; readonly strength: number }[];
  /** Change of the level a year: a share where the model is in proportion, else units. */
  readonly growthPerYear: number | null;
  readonly growthIsShare: boolean;
  /** Dates that differ each year, learnt from the data. */
  readonly dates: NormalFacts["dates"];
}

/** One series of a `ReportSummary`. */
export interface SeriesSummary {
  readonly kpi: string;
  readonly series: string;
  readonly rows: number;
  readonly notJudged: number;
  readonly flagged: number;
  readonly detectors: readonly {
    readonly id: string;
    readonly threshold: number | null;
    readonly flagged: number;
    readonly skipped: string | null;
  }[];
  readonly incidents: readonly IncidentSummary[];
  /** Null where there is too little to say what is normal. */
  readonly normal: NormalSummary | null;
  /** Where a series holds too few values for a verdict: how many there are, how many it takes, and the one that stands out. */
  readonly tooFew: {
    readonly values: number;
    readonly needed: number;
    readonly standout: {
      readonly at: string;
      readonly row: number;
      readonly value: number;
      readonly others: number;
    } | null;
  } | null;
}

/** What `detect --json` prints: the findings without the arrays. The same run prints the same bytes. */
export interface ReportSummary {
  readonly version: string;
  readonly file: string;
  readonly records: number;
  readonly mode: string;
  readonly consensus: number;
  readonly sensitivity: number;
  readonly seed: number;
  readonly assumptions: readonly AssumptionWithWords[];
  readonly warnings: readonly WarningWithWords[];
  readonly series: readonly SeriesSummary[];
  /** Incidents of several series that are the same moment, worst first. */
  readonly shared: readonly SharedSummary[];
}

/** One moment at which several series were not normal. */
export interface SharedSummary {
  readonly rank: number;
  readonly severity: number;
  /** One sentence. */
  readonly text: string;
  /** In the order in which they moved. */
  readonly members: readonly { readonly kpi: string; readonly series: string; readonly incident: number }[];
}

/**
 * The findings of a report as a small plain object, its sentences in the language asked for.
 *
 * @example
 * const { series: found } = reportSummary(report);
 */
export function reportSummary(report: Report, language?: Language): ReportSummary {
  const { version, source, records, config, assumptions, warnings, series } = report;
  return {
    version,
    file: source.file,
    records,
    mode: config.mode,
    consensus: config.consensus,
    sensitivity: config.sensitivity,
    seed: config.seed,
    assumptions: assumptionsWithWords(assumptions, language),
    warnings: warningsWithWords(warnings, language),
    series: series.map((one) => seriesSummary(one, report, language)),
    shared: sharedIncidents(series).map((shared) => ({
      rank: shared.rank,
      severity: shared.severity,
      text: sharedText(shared, language),
      members: shared.members.map((member) => ({ kpi: member.kpi, series: member.series, incident: member.incident })),
    })),
  };
}

function seriesSummary(series: SeriesReport, report: Report, language?: Language): SeriesSummary {
  const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);
  return {
    kpi: series.kpi,
    series: series.series,
    rows: series.values.length,
    notJudged: series.notJudged,
    flagged: count(series.flags),
    detectors: series.detections.map(({ detector, threshold, flags, skipped }) => ({
      id: detector,
      threshold: finite(threshold),
      flagged: count(flags),
      skipped: skipped && skipText(skipped, language),
    })),
    incidents: series.incidents.map((incident) => incidentSummary(incident, series, report, language)),
    normal: normalSummary(series, report),
    tooFew: tooFewSummary(series, report),
  };
}

function tooFewSummary(series: SeriesReport, report: Report): SeriesSummary["tooFew"] {
  const few = tooFewToJudge(series.values);
  if (few === null || few.standout === null) return few && { ...few, standout: null };
  const { point, value, others } = few.standout;
  const at = pointLabel(series, point, report);
  return { ...few, standout: { at, row: series.records[point] + 1, value, others } };
}

function normalSummary(series: SeriesReport, report: Report): NormalSummary | null {
  const facts = series.pattern?.normal;
  if (!facts) return null;
  const { kind, transform, changes, growthPerYear, dates } = facts;
  return {
    kind,
    levelChanges: changes.map((change) => ({
      since: pointLabel(series, change.point, report),
      until: change.end === null ? null : pointLabel(series, change.end, report),
      ...levelsOfChange(change, { ...series, cycle: series.pattern?.cycle ?? 0 }),
      ...(change.passage && {
        passage: {
          from: pointLabel(series, change.passage.start, report),
          to: pointLabel(series, change.passage.end, report),
        },
      }),
      ...(change.madeUp !== undefined && { halfMadeUp: pointLabel(series, change.madeUp, report) }),
    })),
    seasons: (series.pattern?.periods ?? [])
      .filter(isTold)
      .map(({ label, explained }) => ({ period: label, strength: explained })),
    growthPerYear,
    growthIsShare: transform === "logarithm",
    dates,
  };
}

function incidentSummary(
  incident: Incident,
  series: SeriesReport,
  report: Report,
  language?: Language,
): IncidentSummary {
  const { rank, start, end, peak, points, score, severity, direction, kind, actual, expected, votes, detectors } =
    incident;
  const moment = (point: number): string => pointLabel(series, point, report);
  return {
    rank,
    start: moment(start),
    end: moment(end),
    peak: moment(peak),
    row: series.records[peak] + 1,
    line: series.lines[peak],
    points,
    score,
    severity,
    direction,
    kind,
    actual: finite(actual),
    expected: finite(expected),
    votes,
    detectors,
    reason: reasonOf(incident, series, language),
  };
}

/** When a point was: its ISO time, or its record number (from 1) in a file without dates. */
function pointLabel(series: SeriesReport, point: number, report: Report): string {
  return report.date ? timestamp(series.time[point], report.date) : String(series.records[point] + 1);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
