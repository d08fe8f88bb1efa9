import type { Incident, Pattern, SeriesReport } from "../../report.js";
import { alarmCut, alarms } from "./alarms.js";
import { explain, scoreUnits, sortedDistances, type Explained } from "./explain.js";
import { incidentKind } from "./incident-kind.js";
import { kindFacts } from "./kind-facts.js";
import { silencedBy, type KpiRules } from "./kpi-rules.js";
import { missingIncidents } from "./missing-incidents.js";
import { severityOf } from "./severity.js";
import type { Stretch } from "./stretches.js";
import { areTiesRare, trimStretch } from "./trim-stretch.js";
import { withoutEvents } from "./without-events.js";

/** What the combined score is decided with. */
export interface AutoOptions {
  /** 0 to 100; 50 is the level that series without events hardly reach. */
  readonly sensitivity: number;
  /** At most this share of points reaches the cut; a cap, never a quota. */
  readonly contamination: number;
  readonly rules: KpiRules;
}

/** The part of a series' report that stands before this decision. */
export type Combined = Pick<
  SeriesReport,
  "time" | "values" | "expected" | "lower" | "upper" | "detections" | "votes"
> & {
  /** From `combinedScore`: 1 is the alarm level. */
  readonly scores: Float64Array;
  readonly pattern: Pattern;
};

/** Flags and incidents of a series. */
export interface AutoVerdict {
  readonly flags: Uint8Array;
  readonly incidents: readonly Incident[];
  /** Score that a stretch had to reach. */
  readonly cut: number;
}

/**
 * Decides from the combined score: which stretches are incidents, of what kind, how severe, why. Nothing is fitted, so it
 * can follow a slider (some 20 ms at 145,000 points). No incident is a possible answer. O(n log n).
 */
export function autoVerdict(combined: Combined, options: AutoOptions): AutoVerdict {
  const { scores, pattern } = combined;
  const flags = new Uint8Array(scores.length);
  let cut = alarmCut(options.sensitivity);
  let found = alarms(scores, pattern, cut);
  while (found.length > 1 && pointsAbove(scores, cut) > options.contamination * scores.length)
    found = alarms(scores, pattern, (cut *= 1.1));
  const tiesAreRare = areTiesRare(combined.values);
  const own = found.flatMap((stretch) => withoutEvents(stretch, combined, tiesAreRare) ?? []);
  const described = describeIncidents(
    own.map((stretch) => trimStretch(stretch, combined, tiesAreRare)),
    combined,
    options.rules,
  );
  const incidents = ranked([...described, ...missingIncidents(pattern, cut, options.rules)]);
  for (const { start, end } of described) for (let i = start; i <= end; i++) flags[i] = Number.isNaN(scores[i]) ? 0 : 1;
  return { flags, incidents, cut };
}

/** Stretches as ranked incidents with kind, severity and explanation; those that the rules silence are left out. */
export function describeIncidents(found: readonly Stretch[], combined: Combined, rules: KpiRules): Incident[] {
  if (found.length === 0) return [];
  const from: Explained = {
    ...combined,
    distances: sortedDistances(combined.values, combined.expected),
    units: scoreUnits(combined.detections),
  };
  return ranked(found.flatMap((stretch) => describe(stretch, combined, from, rules)));
}

function ranked(incidents: readonly Incident[]): Incident[] {
  return [...incidents]
    .sort((a, b) => b.severity - a.severity || b.score - a.score || a.start - b.start)
    .map((incident, index) => ({ ...incident, rank: index + 1 }));
}

function pointsAbove(scores: Float64Array, cut: number): number {
  let count = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i] > cut) count++;
  return count;
}

function describe(stretch: Stretch, { scores, votes }: Combined, from: Explained, rules: KpiRules): Incident[] {
  const { values, expected, detections, pattern } = from;
  const { start, end } = stretch;
  const peak = peakOf(stretch, scores, values, expected);
  const explanation = explain(stretch, peak, from);
  if (silencedBy(rules, stretch, explanation) !== null) return [];
  const kind = incidentKind(stretch, peak, from);
  const agreeing = detections.filter(({ flags }) => anyFlag(flags, stretch));
  let score = -Infinity;
  let mostVotes = 0;
  let points = 0;
  for (let i = start; i <= end; i++) {
    if (Number.isNaN(scores[i])) continue;
    points++;
    if (scores[i] > score) score = scores[i];
    mostVotes = Math.max(mostVotes, votes[i]);
  }
  const length = end - start + 1;
  return [
    {
      rank: 0,
      start,
      end,
      peak,
      points,
      score,
      severity: severityOf(
        score,
        Math.abs(explanation.deviation) / pattern.spread,
        pattern.cycle > 1 ? length / pattern.cycle : 0,
      ),
      direction: directionOf(stretch, values, expected),
      actual: values[peak],
      expected: expected[peak],
      votes: mostVotes,
      detectors: agreeing.map(({ detector }) => detector),
      kind,
      explanation: { ...explanation, ...kindFacts(kind, stretch, peak, from) },
    },
  ];
}

/** Where the values are farthest off among the points that score at least half of the highest. */
function peakOf({ start, end }: Stretch, scores: Float64Array, values: Float64Array, expected: Float64Array): number {
  let top = start;
  for (let i = start; i <= end; i++) if (scores[i] > scores[top]) top = i;
  let peak = top;
  for (let i = start; i <= end; i++) {
    if (scores[i] >= scores[top] / 2 && Math.abs(values[i] - expected[i]) > Math.abs(values[peak] - expected[peak]))
      peak = i;
  }
  return peak;
}

function directionOf({ start, end }: Stretch, values: Float64Array, expected: Float64Array): Incident["direction"] {
  let up = 0;
  let down = 0;
  for (let i = start; i <= end; i++) {
    const deviation = values[i] - expected[i];
    if (deviation > 0) up += deviation;
    else if (deviation < 0) down -= deviation;
  }
  return down < 0.2 * up ? "up" : up < 0.2 * down ? "down" : "mixed";
}

function anyFlag(flags: Uint8Array, { start, end }: Stretch): boolean {
  for (let i = start; i <= end; i++) if (flags[i] === 1) return true;
  return false;
}
