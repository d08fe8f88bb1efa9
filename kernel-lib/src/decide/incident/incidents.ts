import { quantile } from "../../numeric/statistics.js";
import type { Detection, Incident } from "../../report.js";
import { stretches, type Stretch } from "./stretches.js";

/** What incidents are made from: one entry a point everywhere. */
export interface Decided {
  readonly values: Float64Array;
  readonly expected: Float64Array;
  readonly scores: Float64Array;
  readonly votes: Uint8Array;
  readonly flags: Uint8Array;
  readonly detections: readonly Detection[];
}

/** Flagged points merged into incidents and ranked, worst first; equal ones in time order. */
export function incidents(decided: Decided, gap: number): Incident[] {
  const usual = usualRange(decided.values);
  return stretches(decided.flags, gap)
    .map((stretch) => describe(decided, stretch, usual))
    .sort((a, b) => b.severity - a.severity || b.score - a.score || a.start - b.start)
    .map((incident, index) => ({ ...incident, rank: index + 1 }));
}

/** Rank of the incident each point belongs to, 0 for none. */
export function incidentOfPoints(found: readonly Incident[], length: number): Uint32Array {
  const ranks = new Uint32Array(length);
  for (const { rank, start, end } of found) ranks.fill(rank, start, end + 1);
  return ranks;
}

/** Where the middle half of the values lies. */
interface UsualRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

function usualRange(values: Float64Array): UsualRange {
  const finite = values.filter((value) => Number.isFinite(value));
  return { low: quantile(finite, 0.25), middle: quantile(finite, 0.5), high: quantile(finite, 0.75) };
}

function describe(decided: Decided, { start, end }: Stretch, usual: UsualRange): Incident {
  const { values, expected, scores, votes, flags, detections } = decided;
  const flagged = Array.from({ length: end - start + 1 }, (_, offset) => start + offset).filter(
    (point) => flags[point] === 1,
  );
  const peak = flagged.reduce((worst, point) =>
    votes[point] > votes[worst] || (votes[point] === votes[worst] && scores[point] > scores[worst]) ? point : worst,
  );
  const voters = detections.filter((detection) => detection.votes && detection.skipped === null);
  const agreeing = voters.filter((detection) => flagged.some((point) => detection.flags[point] === 1));
  return {
    rank: 0,
    start,
    end,
    peak,
    points: flagged.length,
    score: scores[peak],
    severity: Math.round(100 * scores[peak] * (votes[peak] / Math.max(1, voters.length))),
    direction: directionOf(
      flagged.map((point) => values[point] - (Number.isNaN(expected[point]) ? usual.middle : expected[point])),
    ),
    actual: values[peak],
    expected: expected[peak],
    votes: votes[peak],
    detectors: agreeing.map((detection) => detection.detector),
    kind: null,
    explanation: null,
    middleHalf: { low: usual.low, high: usual.high, voters: voters.length },
  };
}

/** Mixed when the points below take back more than half of what those above add, or the other way round. */
function directionOf(deviations: readonly number[]): Incident["direction"] {
  const total = deviations.reduce((sum, deviation) => sum + deviation, 0);
  const size = deviations.reduce((sum, deviation) => sum + Math.abs(deviation), 0);
  if (Math.abs(total) < size / 2) return "mixed";
  return total >= 0 ? "up" : "down";
}
