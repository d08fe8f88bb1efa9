import type { NormalFacts } from "../report.js";
import type { Series } from "../table.js";

/** How often a KPI leaves what is normal for it, and when most of all. */
export interface StandsOut {
  readonly stretches: number;
  readonly time: number;
}

/** Score of a finding from which on detection alarms at its usual sensitivity. */
const ALARM = 1;

/**
 * What the model of what is normal finds striking at the level at which detection alarms, overlapping findings as one: the
 * profile of a file never calls it ordinary where detection would not. Null where there is nothing. O(findings log findings).
 */
export function standsOut({ time }: Series, normal: NormalFacts | null): StandsOut | null {
  const striking = (normal?.findings ?? []).filter(({ score }) => score > ALARM).sort((a, b) => a.start - b.start);
  if (striking.length === 0) return null;
  let [stretches, end] = [0, -1];
  for (const finding of striking) {
    if (finding.start > end) stretches++;
    end = Math.max(end, finding.end);
  }
  const most = striking.reduce((worst, each) => (each.score > worst.score ? each : worst));
  return { stretches, time: time[most.start] };
}
