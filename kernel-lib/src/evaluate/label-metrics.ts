import { InputError } from "../errors.js";
import type { SeriesReport } from "../report.js";
import { areaUnderPrecisionRecall, areaUnderRoc, lowestForNaN } from "./metrics/area-under-curve.js";
import { eventMetrics, type EventMetrics } from "./metrics/event-metrics.js";
import { labelRuns, type Range } from "./metrics/label-runs.js";
import { volumeUnderPrecisionRecall } from "./metrics/volume-under-surface.js";
import { comparedDetectors } from "./compared-detectors.js";

/** How well one method agrees with labels. Areas are NaN when no point is labelled. */
export interface LabelMetrics {
  /** Id of the detector, or `decision` for the verdict of the report. */
  readonly id: string;
  readonly title: string;
  readonly areaUnderRoc: number;
  readonly areaUnderPrecisionRecall: number;
  /** VUS-PR: as the area above, but an alarm a little beside its label still counts. */
  readonly volumeUnderPrecisionRecall: number;
  /** Stretches that are flagged against stretches that are labelled. */
  readonly events: EventMetrics;
}

/** Rows around a label that still count where a series has no season to tell. */
const WINDOW = 10;

/**
 * How well the verdict of a report and each of its detectors agree with labels: the verdict first, by its own incidents, each
 * detector by its own threshold. Where a method says nothing about a point, its lowest score stands. Never point-adjusted.
 * O(d n log n) for d detectors and n points.
 *
 * @param labels one a point, non-zero where anomalous
 * @param all also the detectors that do not vote
 * @throws InputError `bad_data` when there are not as many labels as points
 *
 * @example
 * const metrics = labelMetrics(series, labels);
 */
export function labelMetrics(series: SeriesReport, labels: ArrayLike<number>, all: boolean = false): LabelMetrics[] {
  const points = series.values.length;
  if (labels.length !== points) throw new InputError("label_count", { labels: labels.length, points });
  const window = Math.min(
    Math.floor(points / 10),
    series.pattern?.periods.find(({ accepted }) => accepted)?.steps ?? WINDOW,
  );
  const labelled = labelRuns(labels);
  const rated = (id: string, title: string, scores: Float64Array, found: readonly Range[]): LabelMetrics => {
    const said = lowestForNaN(scores);
    return {
      id,
      title,
      areaUnderRoc: areaUnderRoc(labels, said),
      areaUnderPrecisionRecall: areaUnderPrecisionRecall(labels, said),
      volumeUnderPrecisionRecall: volumeUnderPrecisionRecall(labels, said, window),
      events: eventMetrics(labelled, found, points),
    };
  };
  const detectors = comparedDetectors(series.detections, all);
  return [
    rated("decision", "Decision", series.scores, series.incidents),
    ...detectors.map(({ detector, title, scores, flags }) => rated(detector, title, scores, labelRuns(flags))),
  ];
}
