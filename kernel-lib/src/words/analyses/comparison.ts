import { shortNumber, type Block, type RecordTable } from "../../display/record-table.js";
import type { AgreementVerdict } from "../../evaluate/comparison/agreement.js";
import type { Comparison } from "../../evaluate/comparison/compare.js";
import type { LabelMetrics } from "../../evaluate/label-metrics.js";
import { skipText } from "../assumption.js";
import type { Language } from "../language.js";
import { nameText } from "../name.js";
import { speechOf } from "../speech.js";
import type { VerdictWords } from "./evaluations.js";

/** A comparison with its sentences, as other programs read it. */
export type ComparisonWithWords = Omit<Comparison, "skipped" | "verdict"> & {
  /** `sentences` are those in plain words, `plain`, and those that tell statistical measures, `measures`. */
  readonly verdict: AgreementVerdict & {
    readonly text: string;
    readonly sentences: readonly string[];
    readonly plain: readonly string[];
    readonly measures: readonly string[];
  };
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
};

/**
 * What the agreement of detectors means, one sentence each.
 *
 * @example
 * const sentences = verdictSentences(compare(report).verdict);
 */
export function verdictSentences(verdict: AgreementVerdict, language?: Language): string[] {
  const { plain, measures } = verdictWords(verdict, language);
  return [...plain, ...measures];
}

function verdictWords(verdict: AgreementVerdict, language?: Language): VerdictWords {
  const { words, write } = speechOf(language);
  return words.evaluations.comparison.verdict(verdict, write);
}

/**
 * The same comparison with its sentences.
 *
 * @example
 * const json = JSON.stringify(comparisonWithWords(compare(report)));
 */
export function comparisonWithWords(comparison: Comparison, language?: Language): ComparisonWithWords {
  const { plain, measures } = verdictWords(comparison.verdict, language);
  const sentences = [...plain, ...measures];
  return {
    ...comparison,
    detectors: comparison.detectors.map((each) => ({ ...each, title: nameText(each.title, language) })),
    verdict: { ...comparison.verdict, text: sentences.join(" "), sentences, plain, measures },
    skipped: comparison.skipped.map(({ title, reason }) => ({
      title: nameText(title, language),
      reason: skipText(reason, language),
    })),
  };
}

/** A comparison as tables: the verdict, one line a detector, and how well each agrees with labels where there are some. */
export function comparisonBlocks(comparison: Comparison, language?: Language): Block[] {
  const agreement = agreementTable(comparison, language);
  return comparison.labelled ? [agreement, labelTable(comparison.labelled, language)] : [agreement];
}

function labelTable(labelled: readonly LabelMetrics[], language?: Language): RecordTable {
  const { caption, header, note } = speechOf(language).words.evaluations.comparison.labelled;
  return {
    caption,
    header,
    rows: [...labelled]
      .sort((a, b) => order(b) - order(a))
      .map(({ title, events, ...areas }) => [
        nameText(title, language),
        ...[
          areas.volumeUnderPrecisionRecall,
          areas.areaUnderPrecisionRecall,
          areas.areaUnderRoc,
          events.recall,
          events.precision,
          events.f1,
          events.falseAlarmsPerThousand,
        ].map((value) => shortNumber(value, 2, language)),
      ]),
    numbers: [1, 2, 3, 4, 5, 6, 7],
    note,
  };
}

function order({ volumeUnderPrecisionRecall: volume }: LabelMetrics): number {
  return Number.isNaN(volume) ? -1 : volume;
}

function agreementTable(comparison: Comparison, language?: Language): RecordTable {
  const { words, write } = speechOf(language);
  const { caption, header, note, didNotRun } = words.evaluations.comparison;
  const { detectors, own, equalBudget, spearman, verdict, skipped } = comparison;
  return {
    caption: [caption(comparison, write), ...verdictSentences(verdict, language)].join(" "),
    header: header(equalBudget.budget),
    rows: detectors.map((detector, index) => [
      nameText(detector.title, language),
      String(detector.flagged),
      String(detector.uniqueCount),
      ...[own.jaccard, own.kappa, equalBudget.kappa, spearman].map((matrix) =>
        shortNumber(meanOfOthers(matrix[index], index), 2, language),
      ),
      shortNumber(detector.seconds, 2, language),
    ]),
    numbers: [1, 2, 3, 4, 5, 6, 7],
    note: [
      note,
      ...skipped.map(({ title, reason }) => didNotRun({ title, why: skipText(reason, language) }, write)),
    ].join(" "),
  };
}

function meanOfOthers(row: readonly number[], self: number): number {
  const others = row.filter((value, index) => index !== self && !Number.isNaN(value));
  return others.reduce((sum, value) => sum + value, 0) / others.length;
}
