import type { SeriesReport } from "../report.js";
import { autoVerdict, describeIncidents } from "./incident/auto-decision.js";
import { consensus, countVotes } from "./incident/consensus.js";
import { incidentOfPoints, incidents } from "./incident/incidents.js";
import type { KpiRules } from "./incident/kpi-rules.js";
import { stretches } from "./incident/stretches.js";
import { allowedFalseAlarms, sensitivityFor } from "./score/false-alarm-dial.js";
import { withFeatures } from "./incident/with-features.js";

/** What a decision depends on besides the scores. */
export interface DecisionOptions {
  readonly mode: "auto" | "vote";
  /** Detectors that must agree in `vote`. */
  readonly consensus: number;
  /** 0 to 100, in `auto`. */
  readonly sensitivity: number;
  /** Instead of a sensitivity, in `auto`: false alarms that are allowed in a series, as `1 per month`. */
  readonly falseAlarms?: string | null;
  /** At most this share of points is flagged in `auto`. */
  readonly contamination: number;
  /** Flagged points with at most this many points between them are one incident in `vote`. */
  readonly incidentGap: number;
  readonly rules: KpiRules;
  /** Score that a stretch has to reach at a sensitivity, in `auto`; that of a single series when left out. */
  readonly cutAt?: (sensitivity: number) => number;
}

/** What is known of a series before any decision. */
export type Scored = Pick<
  SeriesReport,
  | "kpi"
  | "series"
  | "records"
  | "lines"
  | "time"
  | "values"
  | "expected"
  | "lower"
  | "upper"
  | "usual"
  | "usualLower"
  | "usualUpper"
  | "combined"
  | "pattern"
  | "detections"
  | "decimals"
  | "cadence"
>;

/** The part of a series' report that a decision fills in. */
type Decision = Pick<SeriesReport, "scores" | "threshold" | "votes" | "flags" | "incidents">;

/** From stored scores to a verdict: flags, incidents, votes. Nothing is fitted. O(detectors * n), by vote O(detectors * n log n). */
export function decide(scored: Scored, options: DecisionOptions): SeriesReport {
  const length = scored.values.length;
  const verdict = options.mode === "auto" ? byCombinedScore(scored, options) : byVotes(scored, options);
  const found = withFeatures(verdict.incidents, scored.detections);
  return {
    ...scored,
    ...verdict,
    incidents: found,
    incidentOf: incidentOfPoints(found, length),
    notJudged: countNaN(verdict.scores),
  };
}

function countNaN(scores: Float64Array): number {
  let count = 0;
  for (let i = 0; i < scores.length; i++) if (Number.isNaN(scores[i])) count++;
  return count;
}

function byCombinedScore(scored: Scored, options: DecisionOptions): Decision {
  const { combined, pattern, detections } = scored;
  const votes = countVotes(detections, combined.length);
  if (!pattern)
    return { scores: combined, threshold: NaN, votes, flags: new Uint8Array(combined.length), incidents: [] };
  const {
    flags,
    incidents: found,
    cut,
  } = autoVerdict(
    { ...scored, scores: combined, votes, pattern },
    { ...options, sensitivity: sensitivityOf(scored, options) },
  );
  return { scores: combined, threshold: cut, votes, flags, incidents: found };
}

/** The sensitivity that a series is decided at: as it was set, or the one at which no more false alarms are to be expected. */
export function sensitivityOf(
  { pattern, time, values, cadence }: Pick<Scored, "pattern" | "time" | "values" | "cadence">,
  { sensitivity, falseAlarms }: Pick<DecisionOptions, "sensitivity" | "falseAlarms">,
): number {
  if (!falseAlarms || !pattern) return sensitivity;
  const span = cadence === "" ? 0 : time[time.length - 1] - time[0];
  return sensitivityFor(allowedFalseAlarms(falseAlarms, span), pattern.rhythm, values.length);
}

function byVotes(scored: Scored, options: DecisionOptions): Decision {
  const { combined, pattern, detections } = scored;
  const agreed = consensus(detections, combined.length, options.consensus);
  const { scores, flags, votes } = agreed;
  if (!pattern)
    return {
      scores,
      threshold: NaN,
      votes,
      flags,
      incidents: incidents({ ...scored, ...agreed }, options.incidentGap),
    };
  const described = describeIncidents(
    stretches(flags, options.incidentGap),
    { ...scored, scores: combined, votes, pattern },
    options.rules,
  );
  const kept = new Uint8Array(flags.length);
  for (const { start, end } of described) for (let i = start; i <= end; i++) kept[i] = flags[i];
  const voters = detections.filter((detection) => detection.votes);
  const found = described.map((incident) => {
    const span = [incident.start, incident.end + 1] as const;
    return {
      ...incident,
      points: countOf(kept.subarray(...span)),
      score: highest(scores.subarray(...span)),
      detectors: voters
        .filter((detection) => detection.flags.subarray(...span).includes(1))
        .map(({ detector }) => detector),
    };
  });
  return { scores, threshold: NaN, votes, flags: kept, incidents: found };
}

function countOf(flags: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < flags.length; i++) count += flags[i];
  return count;
}

/** Of those that are known. */
function highest(scores: Float64Array): number {
  let most = -Infinity;
  for (let i = 0; i < scores.length; i++) if (scores[i] > most) most = scores[i];
  return most;
}
