import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidentOfPoints, incidents, type Decided } from "../../../kernel-lib/src/decide/incident/incidents.js";
import { detection } from "../../plots/hand-made-report.js";

const VALUES = [1, 2, 3, 4, 100, 5, 2, 3, -50, 1];
const unknown = (length: number): Float64Array => new Float64Array(length).fill(NaN);

/** A decision in which the named points are flagged, with their score and votes. */
function decided(flagged: Readonly<Record<number, readonly [score: number, votes: number]>>, values = VALUES): Decided {
  const at = (place: 0 | 1): Float64Array => Float64Array.from(values, (_, i) => flagged[i]?.[place] ?? 0);
  return {
    values: Float64Array.from(values),
    expected: unknown(values.length),
    scores: at(0),
    votes: Uint8Array.from(at(1)),
    flags: Uint8Array.from(at(1), (votes) => (votes > 0 ? 1 : 0)),
    detections: [detection("one", at(1), 1), detection("two", at(1), 2)],
  };
}

describe("incidents from votes", () => {
  test("are told by hand: worst first, against the middle half of the values", () => {
    const [first, second, ...others] = incidents(decided({ 4: [0.9, 1], 8: [0.8, 2] }), 0);
    const middleHalf = { low: 1.25, high: 3.75, voters: 2 };
    expect(others).toEqual([]);
    expect(first).toMatchObject({ rank: 1, start: 8, end: 8, peak: 8, points: 1, score: 0.8, severity: 80, votes: 2 });
    expect(first).toMatchObject({ direction: "down", actual: -50, detectors: ["one", "two"], middleHalf });
    expect(second).toMatchObject({ rank: 2, start: 4, severity: 45, direction: "up", detectors: ["one"], kind: null });
    expect(second.expected).toBeNaN();
  });

  test("equal ones keep the order of time, equal severities go by score", () => {
    const starts = (...parts: Parameters<typeof decided>): number[] =>
      incidents(decided(...parts), 0).map(({ start }) => start);
    expect(starts({ 1: [0.5, 1], 4: [0.5, 1], 8: [0.5, 1] })).toEqual([1, 4, 8]);
    expect(starts({ 1: [0.501, 1], 4: [0.503, 1], 8: [0.502, 1] })).toEqual([4, 8, 1]);
  });

  test("over a gap count flagged points alone; most votes make the peak, then the score", () => {
    const [only] = incidents(decided({ 4: [0.9, 1], 6: [0.2, 2], 8: [0.3, 2] }), 1);
    expect(only).toMatchObject({ start: 4, end: 8, points: 3, peak: 8 });
    // 97.5 above the middle, 52.5 and 0.5 below: more than half is taken back.
    expect(only.direction).toBe("mixed");
  });

  test("are none where nothing is flagged, and take detectors that do not vote for none", () => {
    expect(incidents(decided({}), 3)).toEqual([]);
    expect(incidents(decided({}, []), 3)).toEqual([]);
    const lone = decided({ 4: [0.6, 1] });
    const [one, two] = lone.detections;
    const [told] = incidents({ ...lone, detections: [one, { ...two, votes: false }] }, 0);
    expect([told.severity, told.middleHalf?.voters]).toEqual([60, 1]);
  });

  test("each flagged point knows its incident, and ranks are whole from 1 with falling severity", () => {
    const point = fc.option(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 2 })), { nil: null });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 3 }), (points, gap) => {
        const marks = Object.fromEntries(
          points.flatMap((each, i) => (each ? [[i, [each[0] / 8, each[1]] as const]] : [])),
        );
        const given = decided(
          marks,
          points.map((_, i) => (i * i) % 7),
        );
        const found = incidents(given, gap);
        expect(found.map(({ rank }) => rank)).toEqual(found.map((_, i) => i + 1));
        for (let i = 1; i < found.length; i++) expect(found[i].severity).toBeLessThanOrEqual(found[i - 1].severity);
        const ranks = incidentOfPoints(found, points.length);
        for (const [i, rank] of ranks.entries()) {
          if (given.flags[i] === 1) expect(rank).toBeGreaterThan(0);
          if (rank > 0) expect(found[rank - 1].start <= i && i <= found[rank - 1].end).toBe(true);
        }
        expect(found.reduce((sum, each) => sum + each.points, 0)).toBe(
          given.flags.reduce((sum, flag) => sum + flag, 0),
        );
      }),
    );
  });
});
