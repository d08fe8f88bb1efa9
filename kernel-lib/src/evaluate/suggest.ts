import { wholePercent } from "../display/whole-percent.js";
import { withDisplay } from "../display/with-display.js";
import { recordTableDisplay } from "../display/record-table.js";
import type { Report } from "../report.js";
import { compare, type Comparison } from "./compare.js";
import type { Injection } from "./inject.js";
import type { DetectorStability } from "./series-stability.js";
import type { Stability } from "./stability.js";

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
  readonly why: string;
}

/** Which detectors and which consensus fit a file. */
export interface Suggestion {
  readonly detectors: readonly DetectorSuggestion[];
  /** Detectors that should agree. */
  readonly consensus: number;
  /** The same in words. */
  readonly text: string;
}

/** Share of points beyond which a detector flags too much to be of use. */
const TOO_MANY = 0.1;

/**
 * Suggests detectors and consensus for a file from what is known of them on it. Left out are detectors that did not run,
 * flag nothing or more than a tenth of all points, change their mind from refit to refit, catch next to nothing of what is planted, or
 * say the same as another one that costs less. The consensus is half of those that stay, at least one.
 */
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
      why: against ?? praise(detector.id, stable, evidence.injection),
    };
  });
  const skipped = comparison.skipped.map(
    ({ title, reason }): DetectorSuggestion => ({ id: title, title, use: false, why: `It did not run: ${reason}` }),
  );
  const consensus = Math.max(1, Math.ceil(kept.length / 2));
  const text = describe(judged, kept.length, consensus);
  const result: Suggestion = { detectors: [...judged, ...skipped], consensus, text };
  return withDisplay(result, () =>
    recordTableDisplay({
      caption: text,
      header: ["detector", "use", "why"],
      rows: result.detectors.map(({ title, use, why }) => [title, use ? "yes" : "no", why]),
    }),
  );
}

/** Why a detector should be left out; null when nothing speaks against it. */
function objection(
  comparison: Comparison,
  index: number,
  kept: readonly number[],
  stability: DetectorStability | undefined,
  injection: Injection | undefined,
): string | null {
  const { flagged, judged, id } = comparison.detectors[index];
  if (judged === 0) return "It could judge no point.";
  if (flagged === 0 && comparison.detectors.some((other) => other.flagged > 0))
    return "It flags nothing in this file, so it can only block a consensus.";
  if (flagged / judged > TOO_MANY)
    return `It flags ${wholePercent(flagged / judged)} of all points; that is more than anyone can look at.`;
  if (stability && stability.grade === "unstable")
    return `Its flags overlap to only ${wholePercent(stability.overlap)} when it is fitted again.`;
  const recall = injection ? recallOf(injection, id) : NaN;
  if (recall < 0.1) return `It catches only ${wholePercent(recall)} of what is planted into this file.`;
  const twin = kept.find(
    (other) => comparison.equalBudget.kappa[index][other] > 0.9 && comparison.spearman[index][other] > 0.9,
  );
  if (twin !== undefined) return `It says the same as ${comparison.detectors[twin].title}, so its vote adds nothing.`;
  return null;
}

function praise(id: string, stable: readonly DetectorStability[], injection: Injection | undefined): string {
  const steady = stable.find((each) => each.id === id);
  const parts = [
    ...(steady && steady.grade !== "silent" ? [`its flags are ${steady.grade} (${wholePercent(steady.overlap)})`] : []),
    ...(injection ? [`it catches ${wholePercent(recallOf(injection, id))} of what is planted`] : []),
  ];
  return parts.length === 0 ? "Nothing speaks against it." : `${parts.join(" and ").replace(/^i/, "I")}.`;
}

function recallOf({ recalls }: Injection, detector: string): number {
  const own = recalls.filter((recall) => recall.detector === detector);
  return own.reduce((sum, { caught }) => sum + caught, 0) / own.reduce((sum, { planted }) => sum + planted, 0);
}

function describe(detectors: readonly DetectorSuggestion[], kept: number, consensus: number): string {
  if (kept === 0) return "No detector fits this file well; look at the profile first.";
  const names = detectors.filter(({ use }) => use).map(({ title }) => title);
  return `Use ${names.join(", ").replace(/, ([^,]*)$/, " and $1")}${kept === 1 ? "" : `, and ask for ${consensus} of them to agree`}.`;
}
