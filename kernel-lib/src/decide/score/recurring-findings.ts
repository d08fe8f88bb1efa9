import { median } from "../../numeric/statistics.js";
import type { NormalFinding } from "../../report.js";

/** A finding that comes in this share of the cycles, of which there are so many at least, is what the series always does. */
const USUAL_SHARE = 0.5;
const LEAST_CYCLES = 4;
/** It comes there at least so many times as often as anywhere: findings that are everywhere recur nowhere. */
const MORE_THAN_ANYWHERE = 2;

/** Findings that lie within this part of a cycle of each other are at the same place of it: to the minute, and about the same hour. */
const SAME_PLACE = [1 / 144, 1 / 12];

/**
 * Gaps this near to the median gap are alike. Of gaps of no order (exponential) 2^-.8 - 2^-1.2 are: half of them are with a
 * chance below .001 from so many gaps on (binomial).
 */
const ALIKE = 0.2;
const LEAST_GAPS = 16;

/** A finding whose score is so many times that of the usual one that returns is another matter: twice as far off. */
const OF_ANOTHER_SIZE = 4;

/**
 * The findings about single rows, neighbours and restless times but those that return: at the same place of most cycles, or after gaps that are
 * alike. What happens every day, or every sixth day, is not an anomaly, whether the model of what is normal can follow it or
 * not (a machine that is switched on within a minute, where the expected course is smooth; a job that starts about three).
 * O(points + findings * cycles).
 *
 * @param cycle points of a cycle, 0 for none
 * @param points of the series
 */
export function withoutRecurring(
  findings: readonly NormalFinding[],
  cycle: number,
  points: number,
): readonly NormalFinding[] {
  const recurring = new Set<NormalFinding>();
  // Restless times by themselves: one of them covers many rows, and would hide the gaps between these.
  for (const kinds of [["row", "rows"], ["restless"]]) {
    const alike = findings.filter(({ kind }) => kinds.includes(kind));
    for (const finding of [...atPlaces(alike, cycle, points), ...afterLikeGaps(alike)]) recurring.add(finding);
  }
  if (recurring.size === 0) return findings;
  const most = OF_ANOTHER_SIZE * median(Float64Array.from(recurring, ({ score }) => score));
  return findings.filter((finding) => !recurring.has(finding) || finding.score > most);
}

/** Those that most cycles have at the same place. */
function atPlaces(findings: readonly NormalFinding[], cycle: number, points: number): readonly NormalFinding[] {
  const cycles = cycle > 0 ? Math.floor(points / cycle) : 0;
  if (cycles < LEAST_CYCLES || findings.length < USUAL_SHARE * cycles) return [];
  const before = rowsBefore(findings, points);
  const isFound = (from: number, to: number): boolean =>
    before[Math.min(points, to + 1)] > before[Math.max(0, Math.min(points, from))];
  const found = new Set<NormalFinding>();
  for (const near of new Set(SAME_PLACE.map((part) => Math.floor(cycle * part)))) {
    let anywhere = 0;
    for (let row = 0; row < points; row++) if (isFound(row - near, row + near)) anywhere++;
    const needed = cycles * Math.max(USUAL_SHARE, (MORE_THAN_ANYWHERE * anywhere) / points);
    for (const finding of findings) {
      if (found.has(finding)) continue;
      let count = 0;
      for (let k = -Math.floor(finding.start / cycle); finding.start + k * cycle < points; k++)
        if (isFound(finding.start + k * cycle - near, finding.end + k * cycle + near)) count++;
      if (count >= needed) found.add(finding);
    }
  }
  return [...found];
}

/** How many rows before each are in a finding. */
function rowsBefore(findings: readonly NormalFinding[], points: number): Uint32Array {
  const before = new Uint32Array(points + 1);
  for (const { start, end } of findings) before.fill(1, start + 1, end + 2);
  for (let row = 0; row < points; row++) before[row + 1] += before[row];
  return before;
}

/** Those that come after, or before, a gap as most of the others have. */
function afterLikeGaps(findings: readonly NormalFinding[]): readonly NormalFinding[] {
  const stretches: { start: number; end: number; findings: NormalFinding[] }[] = [];
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && finding.start <= last.end + 2) {
      last.end = Math.max(last.end, finding.end);
      last.findings.push(finding);
    } else stretches.push({ start: finding.start, end: finding.end, findings: [finding] });
  }
  if (stretches.length <= LEAST_GAPS) return [];
  const gaps = Float64Array.from(stretches.slice(1), ({ start }, k) => start - stretches[k].start);
  const usual = median(gaps);
  const isAlike = (gap: number | undefined): boolean => gap !== undefined && Math.abs(gap - usual) <= ALIKE * usual;
  if (gaps.filter(isAlike).length < USUAL_SHARE * gaps.length) return [];
  return stretches.flatMap((stretch, k) => (isAlike(gaps[k - 1]) || isAlike(gaps[k]) ? stretch.findings : []));
}
