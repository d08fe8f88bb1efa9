import type { Explanation, Incident, IncidentKind, NormalChange, Pattern, SeriesReport } from "../../report.js";
import { alarmCut, alarms, longestAlarm } from "./alarms.js";
import { deviationFrom, explain, sortedDistances, type Explained } from "./explain.js";
import { findingStretches, isEcho, united, withoutFindings } from "./finding-stretches.js";
import { directionOf, incidentKind } from "./incident-kind.js";
import { kindFacts } from "./kind-facts.js";
import { noRules, silencedBy, type KpiRules } from "./kpi-rules.js";
import { missingBeyond, missingIncidents } from "./missing-incidents.js";
import { nestedLevels, type Level, type Levelled } from "./nested-levels.js";
import { hoursOf, severityOf, sizeOf } from "./severity.js";
import type { Stretch } from "./stretches.js";
import { areTiesRare, trimStretch } from "./trim-stretch.js";
import { withoutEvents } from "./without-events.js";

/** What the combined score is decided with. */
export interface AutoOptions {
  /** 0 to 100; 50 is the level that series without events hardly reach. */
  readonly sensitivity: number;
  /** At most this share of points reaches the cut; a cap, never a quota. It lowers the sensitivity until it holds. */
  readonly contamination: number;
  readonly rules: KpiRules;
  /** Score that a stretch has to reach at a sensitivity; that of a single series when left out. */
  readonly cutAt?: (sensitivity: number) => number;
}

/** The part of a series' report that stands before this decision. */
export type Combined = Pick<
  SeriesReport,
  "time" | "values" | "expected" | "lower" | "upper" | "detections" | "votes" | "cadence"
> & {
  /** From `combinedScore`: 1 is the alarm level. */
  readonly scores: Float64Array;
  readonly pattern: Pattern;
};

/** How much more than the model of what is normal the detectors that look at courses have to bring. */
const SHAPE_LEVEL = 1;

/** What alarms are told from. */
export type Judged = Pick<Combined, "scores" | "values" | "expected" | "lower" | "upper" | "pattern">;

/** Flags and incidents of a series. */
export interface AutoVerdict {
  readonly flags: Uint8Array;
  readonly incidents: readonly Incident[];
  /** Score that a stretch had to reach. */
  readonly cut: number;
}

/**
 * Decides from the combined score: which stretches are incidents, of what kind, how severe, why. Nothing is fitted, so it
 * can follow a slider (some 20 ms at 145,000 points, and as much for each step from the usual sensitivity, once). No incident is a possible answer. What a sensitivity finds, every
 * higher one finds as well (see `nestedLevels`). O(n log n), O(n) more for each step from the usual sensitivity.
 */
export function autoVerdict(combined: Combined, options: AutoOptions): AutoVerdict {
  const { scores } = combined;
  const flags = new Uint8Array(scores.length);
  const { cut, alarms: found, missing } = capped(levelsOf(combined, options), scores, options);
  const described = describeIncidents(found, combined, noRules);
  const incidents = ranked([...described, ...missingIncidents(missing, combined.pattern)]);
  for (const { start, end } of described) for (let i = start; i <= end; i++) flags[i] = Number.isNaN(scores[i]) ? 0 : 1;
  return { flags, incidents, cut };
}

/** The level of the sensitivity, or the highest one below at which no larger share of points than allowed reaches the cut. */
function capped(
  levels: (sensitivity: number) => Level,
  scores: Float64Array,
  { sensitivity, contamination }: AutoOptions,
): Level {
  for (let at = sensitivity; ; at--) {
    const level = levels(at);
    if (level.alarms.length <= 1 || pointsAbove(scores, level.cut) <= contamination * scores.length) return level;
  }
}

interface KnownLevels {
  readonly combined: Judged;
  readonly rules: string;
  readonly cutAt: (sensitivity: number) => number;
  readonly at: (sensitivity: number) => Level;
}

/** Levels last asked for, by the scores they come from: a slider asks for the same ones again and again. */
const kept = new WeakMap<Float64Array, KnownLevels>();

/** Stretches that are flagged in mode `auto`, in time order, without a word about them. */
export function alarmsAt(judged: Judged, options: AutoOptions): readonly Stretch[] {
  return capped(levelsOf(judged, options), judged.scores, options).alarms;
}

function levelsOf(combined: Judged, { rules, cutAt = alarmCut }: AutoOptions): KnownLevels["at"] {
  const before = kept.get(combined.scores);
  const named = JSON.stringify(rules);
  if (before && before.rules === named && before.cutAt === cutAt && isSameSeries(before.combined, combined))
    return before.at;
  const at = nestedLevels({
    judge: judgeOf(combined, rules, cutAt),
    counts: (alarm) => !isSilenced(alarm, combined, rules),
    longest: longestAlarm(combined.scores.length),
  });
  kept.set(combined.scores, { combined, rules: named, cutAt, at });
  return at;
}

function isSameSeries(a: Judged, b: Judged): boolean {
  return (
    a.values === b.values &&
    a.expected === b.expected &&
    a.lower === b.lower &&
    a.upper === b.upper &&
    a.pattern === b.pattern
  );
}

/** What the scores say at a sensitivity by itself, not yet looked at by the rules but for the length of what is missing. */
function judgeOf(combined: Judged, rules: KpiRules, cutAt: (sensitivity: number) => number): Levelled["judge"] {
  const { scores, pattern } = combined;
  const tiesAreRare = areTiesRare(combined.values);
  const reach = reachOf(pattern);
  const sideOf = (row: number): number => Math.sign(combined.values[row] - combined.expected[row]);
  return (sensitivity) => {
    const cut = cutAt(sensitivity);
    const found = findingStretches(pattern.normal?.findings ?? [], cut, pattern.cycle, sideOf);
    const shapes = alarms(withoutFindings(scores, found), pattern, SHAPE_LEVEL * cut)
      .filter((alarm) => !isEcho(alarm, found, reach, combined))
      .flatMap((alarm) => withoutEvents(alarm, combined, tiesAreRare) ?? [])
      .map((alarm) => trimStretch(alarm, combined, tiesAreRare));
    return {
      cut,
      alarms: united([...found, ...shapes], 0),
      missing: missingBeyond(pattern, cut, rules),
    };
  };
}

/** Windows of the detectors that look at courses reach so far beyond an event. */
function reachOf({ rhythm, cycle }: Pattern): number {
  return rhythm === "minutes" ? 96 : Math.max(7, cycle);
}

/** Stretches as ranked incidents with kind, severity and explanation; those that the rules silence are left out. */
export function describeIncidents(found: readonly Stretch[], combined: Combined, rules: KpiRules): Incident[] {
  if (found.length === 0) return [];
  const from: Explained = {
    ...combined,
    distances: sortedDistances(combined.values, combined.expected),
  };
  return ranked(
    found
      .filter((stretch) => !isSilenced(stretch, combined, rules))
      .map((stretch) => describe(stretch, combined, from)),
  );
}

function isSilenced(stretch: Stretch, { scores, values, expected }: Judged, rules: KpiRules): boolean {
  const peak = peakOf(stretch, scores, values, expected);
  return silencedBy(rules, stretch, deviationFrom(expected[peak], values[peak])) !== null;
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

function describe(stretch: Stretch, { scores, votes, cadence }: Combined, from: Explained): Incident {
  const { values, expected, detections, pattern } = from;
  const { start, end } = stretch;
  const peak = peakOf(stretch, scores, values, expected);
  const change = changeIn(stretch, pattern);
  const levels = change && (change.passage ?? change);
  const [actual, usual] = levels ? [levels.to, levels.from] : [values[peak], expected[peak]];
  const explanation = change ? explainChange(change, stretch, peak, from) : explain(stretch, peak, from);
  const kind = change ? "level shift" : kindWithoutChange(incidentKind(stretch, peak, from), peak, from);
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
  return {
    rank: 0,
    start,
    end,
    peak,
    points,
    score,
    severity: severityOf(
      {
        score,
        size: sizeOf(change ? change.to - change.from : explanation.deviation, values, pattern),
        hours: hoursOf(start, end, from.time, cadence !== ""),
      },
      pattern.rhythm,
    ),
    direction: change ? (change.to > change.from ? "up" : "down") : directionOf(stretch, values, expected),
    actual,
    expected: usual,
    votes: mostVotes,
    detectors: agreeing.map(({ detector }) => detector),
    kind,
    explanation: change ? explanation : { ...explanation, ...kindFacts(kind, stretch, peak, from) },
  };
}

/** Whether a level changed for good is the model's to say, where there is one. */
function kindWithoutChange(kind: IncidentKind, peak: number, { values, expected, pattern }: Explained): IncidentKind {
  if (kind !== "level shift" || !pattern.normal) return kind;
  return values[peak] >= expected[peak] ? "spike" : "dip";
}

/** A stretch tells of a change from which it begins: so many points, or this part of its own, may be before. */
const ONSET = { points: 3, share: 1 / 4 };

/** The lasting change of level that a stretch tells of. One at the end of something else is how that ended. */
function changeIn({ start, end }: Stretch, { normal }: Pattern): NormalChange | null {
  const latest = Math.min(end, start + Math.max(ONSET.points, Math.floor((end - start + 1) * ONSET.share)));
  return (
    normal?.changes.find((change) => change.end === null && change.point >= start && change.point <= latest) ?? null
  );
}

/** A new level is normal from its onset on, so it is compared with what was expected without it. */
function explainChange(
  { point, from: earlier, to: later, passage, madeUp }: NormalChange,
  stretch: Stretch,
  peak: number,
  from: Explained,
): Explanation {
  const [before, after] = passage ? [passage.from, passage.to] : [earlier, later];
  return {
    ...explain(stretch, peak, from),
    ...deviationFrom(before, after),
    level: {
      before,
      after,
      stayed: true,
      onset: point,
      ...(passage && { passage: { start: passage.start, end: passage.end } }),
      ...(madeUp !== undefined && { madeUp }),
    },
  };
}

/** Where the values are farthest off among the points that score at least half of the highest. */
function peakOf({ start, end }: Stretch, scores: Float64Array, values: Float64Array, expected: Float64Array): number {
  let top = start;
  for (let i = start; i <= end; i++) if (scores[i] > scores[top] || Number.isNaN(scores[top])) top = i;
  const far = (i: number): number => Math.abs(values[i] - expected[i]);
  let peak = top;
  for (let i = start; i <= end; i++)
    if (scores[i] >= scores[top] / 2 && (far(i) > far(peak) || (Number.isNaN(far(peak)) && far(i) >= 0))) peak = i;
  return peak;
}

function anyFlag(flags: Uint8Array, { start, end }: Stretch): boolean {
  for (let i = start; i <= end; i++) if (flags[i] === 1) return true;
  return false;
}
