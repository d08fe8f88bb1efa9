import type { Range } from "./label-runs.js";

/** How incidents agree with labelled stretches. */
export interface EventMetrics {
  /** Share of labelled stretches that an incident touches; NaN when nothing is labelled. */
  readonly recall: number;
  /** Share of incidents that touch a labelled stretch; NaN when there is no incident. */
  readonly precision: number;
  /** Harmonic mean of both, 0 when nothing was found. */
  readonly f1: number;
  /** Incidents that touch no labelled stretch. */
  readonly falseAlarms: number;
  readonly falseAlarmsPerThousand: number;
}

/**
 * Compares incidents with labelled stretches of a series of so many rows.
 *
 * @example
 * const { f1 } = eventMetrics(labelRuns(labels), series.incidents, series.values.length);
 */
export function eventMetrics(labelled: readonly Range[], incidents: readonly Range[], rows: number): EventMetrics {
  const touches = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;
  const found = labelled.filter((event) => incidents.some((incident) => touches(event, incident))).length;
  const right = incidents.filter((incident) => labelled.some((event) => touches(event, incident))).length;
  const recall = found / labelled.length;
  const precision = right / incidents.length;
  const falseAlarms = incidents.length - right;
  return {
    recall,
    precision,
    f1: found > 0 ? (2 * precision * recall) / (precision + recall) : 0,
    falseAlarms,
    falseAlarmsPerThousand: (1000 * falseAlarms) / rows,
  };
}
