import { mean } from "simple-statistics";
import { recordTableDisplay, shortNumber } from "../display/record-table.js";
import type { MimeBundle } from "../display/with-display.js";
import type { Comparison } from "./compare.js";
import type { LabelMetrics } from "./label-metrics.js";

/** A comparison in a notebook or a terminal: the verdict, then one line a detector. */
export function comparisonDisplay(comparison: Comparison): MimeBundle {
  const agreement = agreementTable(comparison);
  if (!comparison.labelled) return agreement;
  const labelled = labelTable(comparison.labelled);
  return {
    "text/html": `${String(agreement["text/html"])}${String(labelled["text/html"])}`,
    "text/plain": `${String(agreement["text/plain"])}\n\n${String(labelled["text/plain"])}`,
  };
}

function labelTable(labelled: readonly LabelMetrics[]): MimeBundle {
  return recordTableDisplay({
    caption: "Against the labels, best first.",
    header: ["method", "VUS-PR", "AUC-PR", "AUC-ROC", "events found", "right alarms", "F1", "false alarms per 1,000"],
    rows: [...labelled]
      .sort((a, b) => order(b) - order(a))
      .map(({ title, events, ...areas }) => [
        title,
        ...[
          areas.volumeUnderPrecisionRecall,
          areas.areaUnderPrecisionRecall,
          areas.areaUnderRoc,
          events.recall,
          events.precision,
          events.f1,
          events.falseAlarmsPerThousand,
        ].map((value) => shortNumber(value, 2)),
      ]),
    numbers: [1, 2, 3, 4, 5, 6, 7],
    note: "VUS-PR and AUC judge the scores, the rest the stretches flagged at each method's own threshold.",
  });
}

function order({ volumeUnderPrecisionRecall: volume }: LabelMetrics): number {
  return Number.isNaN(volume) ? -1 : volume;
}

function agreementTable(comparison: Comparison): MimeBundle {
  const { detectors, own, equalBudget, spearman, verdict, skipped } = comparison;
  return recordTableDisplay({
    caption: `${comparison.kpi}${comparison.series === "" ? "" : ` of ${comparison.series}`}, ${comparison.judged} of ${comparison.points} points judged by all. ${verdict.text}`,
    header: [
      "detector",
      "flagged",
      "alone",
      "overlap",
      "kappa",
      `kappa at ${equalBudget.budget} each`,
      "rank correlation",
      "seconds",
    ],
    rows: detectors.map((detector, index) => [
      detector.title,
      String(detector.flagged),
      String(detector.uniqueCount),
      ...[own.jaccard, own.kappa, equalBudget.kappa, spearman].map((matrix) =>
        shortNumber(meanOfOthers(matrix[index], index), 2),
      ),
      shortNumber(detector.seconds, 2),
    ]),
    numbers: [1, 2, 3, 4, 5, 6, 7],
    note: [
      "Overlap (Jaccard), kappa and rank correlation are means over the other detectors.",
      ...skipped.map(({ title, reason }) => `${title} did not run: ${reason}`),
    ].join(" "),
  });
}

function meanOfOthers(row: readonly number[], self: number): number {
  const others = row.filter((value, index) => index !== self && !Number.isNaN(value));
  return others.length === 0 ? NaN : mean(others);
}
