import { verdict } from "./decide/decide.js";
import type { Report, SeriesReport } from "./report.js";

/** What can be changed about a finished report without fitting anything again. */
export interface Recut {
  /** Detectors that must agree. */
  readonly consensus?: number;
  /** Ids of the detectors that take part; the others keep their scores but do not vote. */
  readonly detectors?: readonly string[];
  readonly incidentGap?: number;
}

/**
 * Decides again from the stored scores: another consensus, other detectors, another way to merge. Nothing is fitted, so it
 * is quick enough to follow a slider. The given report is left as it is.
 */
export function recut(report: Report, changes: Recut): Report {
  const config = {
    ...report.config,
    consensus: changes.consensus ?? report.config.consensus,
    incidentGap: changes.incidentGap ?? report.config.incidentGap,
  };
  return { ...report, config, series: report.series.map((series) => recutSeries(series, changes, config)) };
}

function recutSeries(series: SeriesReport, changes: Recut, options: { consensus: number; incidentGap: number }): SeriesReport {
  const detections = series.detections.map((detection) => ({ ...detection, votes: changes.detectors ? changes.detectors.includes(detection.detector) : detection.votes }));
  return verdict({ ...series, detections }, options);
}
