import type { Report } from "../report.js";
import type { SkipReason } from "../skip-reason.js";
import { compare, type Comparison } from "./comparison/compare.js";
import type { Injection } from "./injection/inject.js";
import type { DetectorStability, Grade } from "./stability/series-stability.js";
import type { Stability } from "./stability/stability.js";

/** What a suggestion can rest on besides the report; the more, the better founded. */
export interface SuggestEvidence {
  readonly comparison?: Comparison;
  readonly stability?: Stability;
  readonly injection?: Injection;
}

/** Whether a detector fits a file, and why. */
export interface DetectorSuggestion {
  readonly id: string;
  readonly title: string;
  readonly use: boolean;
  readonly because: SuggestReason;
}

/** Why a detector should be used or left out. Shares and overlaps from 0 to 1. */
export type SuggestReason =
  | { readonly kind: "judged nothing" | "flags nothing" }
  | { readonly kind: "flags too much"; readonly share: number }
  | { readonly kind: "unstable"; readonly overlap: number }
  | { readonly kind: "catches little"; readonly share: number }
  | { readonly kind: "twin"; readonly of: string }
  | { readonly kind: "skipped"; readonly reason: SkipReason }
  | {
      readonly kind: "fits";
      readonly steadiness: { readonly grade: Grade; readonly overlap: number } | null;
      /** Share of planted events that it catches; null where that is not known. */
      readonly caught: number | null;
    };

/** Which detectors and which consensus fit a file. */
export interface Suggestion {
  readonly kind: "suggestion";
  readonly detectors: readonly DetectorSuggestion[];
  /** Detectors that should agree. */
  readonly consensus: number;
}

/** Share of points beyond which a detector flags too much to be of use. */
const TOO_MANY = 0.1;

/** Suggests detectors and consensus for a file from what is known of them on it. `door.ts` tells the rest. */
export function suggest(report: Report, evidence: SuggestEvidence = {}): Suggestion {
  const comparison = evidence.comparison ?? compare(report);
  const stable =
    evidence.stability?.series.find(({ kpi, series }) => kpi === comparison.kpi && series === comparison.series)
      ?.detectors ?? [];
  const kept: number[] = [];
  const judged = comparison.detectors.map((detector, index): DetectorSuggestion => {
    const against = objection(
      comparison,
      index,
      kept,
      stable.find(({ id }) => id === detector.id),
      evidence.injection,
    );
    if (against === null) kept.push(index);
    return {
      id: detector.id,
      title: detector.title,
      use: against === null,
      because: against ?? praise(detector.id, stable, evidence.injection),
    };
  });
  const skipped = comparison.skipped.map(
    ({ title, reason }): DetectorSuggestion => ({ id: title, title, use: false, because: { kind: "skipped", reason } }),
  );
  const consensus = Math.max(1, Math.ceil(kept.length / 2));
  return { kind: "suggestion", detectors: [...judged, ...skipped], consensus };
}

/** Why a detector should be left out; null when nothing speaks against it. */
function objection(
  comparison: Comparison,
  index: number,
  kept: readonly number[],
  stability: DetectorStability | undefined,
  injection: Injection | undefined,
): SuggestReason | null {
  const { flagged, judged, id } = comparison.detectors[index];
  if (judged === 0) return { kind: "judged nothing" };
  if (flagged === 0 && comparison.detectors.some((other) => other.flagged > 0)) return { kind: "flags nothing" };
  if (flagged / judged > TOO_MANY) return { kind: "flags too much", share: flagged / judged };
  if (stability && stability.grade === "unstable") return { kind: "unstable", overlap: stability.overlap };
  const recall = injection ? recallOf(injection, id) : NaN;
  if (recall < 0.1) return { kind: "catches little", share: recall };
  const twin = kept.find(
    (other) => comparison.equalBudget.kappa[index][other] > 0.9 && comparison.spearman[index][other] > 0.9,
  );
  if (twin !== undefined) return { kind: "twin", of: comparison.detectors[twin].title };
  return null;
}

function praise(id: string, stable: readonly DetectorStability[], injection: Injection | undefined): SuggestReason {
  const steady = stable.find((each) => each.id === id);
  return {
    kind: "fits",
    steadiness: steady && steady.grade !== "silent" ? { grade: steady.grade, overlap: steady.overlap } : null,
    caught: injection ? recallOf(injection, id) : null,
  };
}

function recallOf({ recalls }: Injection, detector: string): number {
  const own = recalls.filter((recall) => recall.detector === detector);
  return own.reduce((sum, { caught }) => sum + caught, 0) / own.reduce((sum, { planted }) => sum + planted, 0);
}
