import { tooFewSaid, type TooFewToJudge } from "../../season/too-few-to-judge.js";
import type { Detection, Incident, Report, SeriesReport } from "../../report.js";
import { flagAgreement, jaccard } from "../comparison/flag-agreement.js";
import { comparedDetectors } from "../compared-detectors.js";
import type { RefitKindId } from "./refit-kinds.js";

/** One finished refit. */
export interface RefitOutcome {
  readonly kind: RefitKindId;
  readonly report: Report;
}

/** One series of one finished refit; undefined when the refit does not have it. */
export interface SeriesRefit {
  readonly kind: RefitKindId;
  readonly series: SeriesReport | undefined;
}

/** An anomaly and how sure it is. Positions are indexes into the series. */
export interface AnomalyConfidence {
  readonly rank: number;
  readonly start: number;
  readonly end: number;
  readonly peak: number;
  /** Share of refits that flag at least one of its points, of those that could judge one; NaN when none could. */
  readonly confidence: number;
  readonly byKind: Readonly<Partial<Record<RefitKindId, number>>>;
}

/** How alike a detector's flags remain; `silent` when it never flags anything, so that there is nothing to grade. */
export type Grade = "steady" | "fairly steady" | "shaky" | "unstable" | "silent";

/** A detector and how much its flags hang on chance and on the sample. */
export interface DetectorStability {
  readonly id: string;
  readonly title: string;
  /** Mean overlap (Jaccard) of its flags in a refit with those of the run under test, over all refits. */
  readonly overlap: number;
  readonly byKind: Readonly<Partial<Record<RefitKindId, number>>>;
  readonly grade: Grade;
  /** Kind of refit that changes it most. */
  readonly weakest: RefitKindId | null;
}

/** Stability of one KPI. */
export interface SeriesStability {
  readonly kpi: string;
  readonly series: string;
  /** In the order of the incidents' ranks. */
  readonly anomalies: readonly AnomalyConfidence[];
  readonly detectors: readonly DetectorStability[];
  /** For each point the share of refits that flag it, of those that could judge it; NaN when none could. */
  readonly share: Float64Array;
  /** The same overlap for the decision itself. */
  readonly decision: Omit<DetectorStability, "id" | "title">;
  /** Set where it holds too few values for "nothing was found" to mean something. */
  readonly tooFew?: Pick<TooFewToJudge, "values" | "needed">;
}

/** Puts the refits of one series beside the run under test. O(refits · detectors · points). */
export function seriesStability(base: SeriesReport, refits: readonly SeriesRefit[]): SeriesStability {
  const usable = refits.flatMap(({ kind, series }) =>
    series?.values.length === base.values.length ? [{ kind, series }] : [],
  );
  const overlaps = (flagsOf: (series: SeriesReport) => Flags | undefined): Omit<DetectorStability, "id" | "title"> =>
    graded(usable.map(({ kind, series }) => ({ kind, value: overlap(flagsOf(base), flagsOf(series)) })));
  return {
    kpi: base.kpi,
    series: base.series,
    ...tooFewSaid(base),
    anomalies: base.incidents.map((incident) => confidence(incident, usable)),
    detectors: comparedDetectors(base.detections).map(({ detector, title }) => ({
      id: detector,
      title,
      ...overlaps((series) => flagsOfDetector(series, detector)),
    })),
    share: pointShare(base.values.length, usable),
    decision: overlaps(flagsOfDecision),
  };
}

interface Flags {
  readonly flags: Uint8Array;
  /** 1 where there is a verdict. */
  readonly judged: Uint8Array;
}

function flagsOfDetector(series: SeriesReport, id: string): Flags | undefined {
  const detection: Detection | undefined = series.detections.find(({ detector }) => detector === id);
  return (
    detection && {
      flags: detection.flags,
      judged: Uint8Array.from(detection.scores, (score) => (Number.isNaN(score) ? 0 : 1)),
    }
  );
}

function flagsOfDecision(series: SeriesReport): Flags {
  return { flags: series.flags, judged: Uint8Array.from(series.scores, (score) => (Number.isNaN(score) ? 0 : 1)) };
}

/** Overlap over the points both runs could judge; NaN when neither flags anything. */
function overlap(base: Flags | undefined, refit: Flags | undefined): number {
  if (!base || !refit) return NaN;
  const both = base.judged.map((judged, index) => (judged && refit.judged[index] ? 1 : 0));
  return jaccard(flagAgreement(base.flags, refit.flags, both));
}

function graded(overlaps: readonly { kind: RefitKindId; value: number }[]): Omit<DetectorStability, "id" | "title"> {
  if (overlaps.every(({ value }) => Number.isNaN(value)))
    return { overlap: NaN, byKind: {}, grade: "silent", weakest: null };
  // Where others have something to compare, two runs that flag nothing are alike.
  const values = overlaps.map(({ kind, value }) => ({ kind, value: Number.isNaN(value) ? 1 : value }));
  const byKind = meanByKind(values);
  const all = mean(values.map(({ value }) => value));
  const [weakest] = Object.entries(byKind).sort(([, a], [, b]) => a - b);
  const grade: Grade = all >= 0.9 ? "steady" : all >= 0.7 ? "fairly steady" : all >= 0.4 ? "shaky" : "unstable";
  return { overlap: all, byKind, grade, weakest: weakest && weakest[1] < 1 ? (weakest[0] as RefitKindId) : null };
}

function confidence(
  { rank, start, end, peak }: Incident,
  refits: readonly { kind: RefitKindId; series: SeriesReport }[],
): AnomalyConfidence {
  const found = refits.flatMap(({ kind, series }) => {
    const { flags, judged } = flagsOfDecision(series);
    const seen = judged.subarray(start, end + 1).includes(1);
    return seen ? [{ kind, value: flags.subarray(start, end + 1).includes(1) ? 1 : 0 }] : [];
  });
  return { rank, start, end, peak, confidence: mean(found.map(({ value }) => value)), byKind: meanByKind(found) };
}

function pointShare(length: number, refits: readonly { series: SeriesReport }[]): Float64Array {
  return Float64Array.from({ length }, (_, point) => {
    const judged = refits.filter(({ series }) => !Number.isNaN(series.scores[point]));
    return mean(judged.map(({ series }) => series.flags[point]));
  });
}

function meanByKind(
  values: readonly { kind: RefitKindId; value: number }[],
): Partial<Record<RefitKindId, number>> & Record<string, number> {
  const kinds = [...new Set(values.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => [kind, mean(values.filter((each) => each.kind === kind).map(({ value }) => value))]),
  );
}

function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
