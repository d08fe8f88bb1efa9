import type { NormalFinding } from "../../report.js";

/** A finding that comes in this share of the cycles, of which there are so many at least, is what the series always does. */
const USUAL_SHARE = 0.5;
const LEAST_CYCLES = 4;

/** Findings that lie within this part of a cycle of each other are at the same place of it. */
const SAME_PLACE = 1 / 144;

/**
 * The findings about single rows and neighbours but those that return at the same place of most cycles: what happens every day
 * is not an anomaly, whether the model of what is normal can follow it or not (a machine that is switched on within a minute,
 * where the expected course is smooth). O(findings * cycles), at worst O(findings²).
 *
 * @param cycle points of a cycle, 0 for none
 * @param points of the series
 */
export function withoutRecurring(
  findings: readonly NormalFinding[],
  cycle: number,
  points: number,
): readonly NormalFinding[] {
  const cycles = cycle > 0 ? Math.floor(points / cycle) : 0;
  if (cycles < LEAST_CYCLES || findings.length < USUAL_SHARE * cycles) return findings;
  const near = Math.max(0, Math.floor(cycle * SAME_PLACE));
  const places = findings.filter(isOfRows).map(({ start, end }) => ({
    from: (start % cycle) - near,
    to: (start % cycle) + (end - start) + near,
    cycle: Math.floor(start / cycle),
  }));
  return findings.filter((finding) => {
    if (!isOfRows(finding)) return true;
    const from = finding.start % cycle;
    const to = from + finding.end - finding.start;
    const others = new Set(places.filter((place) => place.from <= to && place.to >= from).map((place) => place.cycle));
    return others.size < USUAL_SHARE * cycles;
  });
}

const isOfRows = ({ kind }: NormalFinding): boolean => kind === "row" || kind === "rows";
