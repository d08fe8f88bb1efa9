import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideMany } from "../../../kernel-lib/src/decide/across-series/decide-many.js";
import type { Scored } from "../../../kernel-lib/src/decide/decide.js";
import { nestedLevels, type Level } from "../../../kernel-lib/src/decide/incident/nested-levels.js";
import type { KpiRules } from "../../../kernel-lib/src/decide/incident/kpi-rules.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { Pattern, SeriesReport } from "../../../kernel-lib/src/report.js";

/** Scores of clustered, tied, long and lone peaks around a random course, with gaps and a known event. */
function scoredSeries(seed: number, rows: number, rhythm: Pattern["rhythm"]): Scored {
  const random = createRandom(seed);
  let level = 0;
  const combined = Float64Array.from({ length: rows }, () => {
    level = 0.9 * level + (random.integer(12) === 0 ? 3 * random.normal() : 0.3 * random.normal());
    return random.integer(40) === 0 ? NaN : Math.max(-0.5, Math.round(8 * level) / 8);
  });
  const values = combined.map((score) => (Number.isNaN(score) ? NaN : score * random.normal() + random.normal()));
  const known = Uint8Array.from({ length: rows }, (_, i) => (i >= rows / 2 && i < rows / 2 + 5 ? 1 : 0));
  const missing = [0.3, 0.9, 1.5].map((score, i) => ({
    start: 10 * i + 5,
    end: 10 * i + 7,
    empty: true,
    after: 10 * i + 4,
    before: 10 * i + 8,
    periods: 3 + i,
    cadence: "daily",
    score,
  }));
  return {
    kpi: "sales",
    series: String(seed),
    records: Uint32Array.from(values.keys()),
    lines: Uint32Array.from(values.keys()),
    time: Float64Array.from(values.keys()),
    values,
    expected: new Float64Array(rows),
    lower: new Float64Array(rows).fill(-1.5),
    upper: new Float64Array(rows).fill(1.5),
    usual: new Float64Array(rows),
    usualLower: new Float64Array(rows),
    usualUpper: new Float64Array(rows),
    combined,
    pattern: { rhythm, cycle: 7, cycleLabel: "week", wholeCycles: true, periods: [], spread: 1, known, missing },
    detections: [],
    decimals: 2,
    cadence: "daily",
  };
}

const anyRules = fc.record({
  direction: fc.constantFrom("up", "down", "both"),
  minimumEffect: fc.constantFrom(0, 0.5, 2),
  minimumEffectPercent: fc.constant(0),
  minimumLength: fc.constantFrom(1, 2, 4),
}) satisfies fc.Arbitrary<KpiRules>;

const anyDecision = fc.record({
  mode: fc.constantFrom("auto", "vote"),
  consensus: fc.constant(1),
  contamination: fc.constantFrom(0.02, 0.1, 0.5),
  incidentGap: fc.constantFrom(0, 3),
  rules: anyRules,
});

const anySeries = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  rows: fc.integer({ min: 60, max: 400 }),
  rhythm: fc.constantFrom("minutes", "hours", "days"),
});

/** Rows that are flagged, or lie in an incident, at one sensitivity and no longer at a higher one. */
function lost(less: SeriesReport, more: SeriesReport): number[] {
  return [...less.flags.keys()].filter(
    (row) => more.flags[row] < less.flags[row] || (less.incidentOf[row] > 0 && more.incidentOf[row] === 0),
  );
}

describe("what is found at each sensitivity", () => {
  it("holds all that any lower sensitivity finds, with any rules, cap, gap, mode and number of series", () => {
    fc.assert(
      fc.property(
        fc.array(anySeries, { minLength: 1, maxLength: 4 }),
        anyDecision,
        fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 }),
        (chosen, options, sensitivities) => {
          const series = chosen.map(({ seed, rows, rhythm }) => scoredSeries(seed, rows, rhythm));
          const ascending = [...sensitivities].sort((a, b) => a - b);
          const found = ascending.map((sensitivity) => decideMany(series, () => ({ ...options, sensitivity })));
          for (let i = 1; i < found.length; i++)
            for (const [at, more] of found[i].entries()) {
              expect(lost(found[i - 1][at], more)).toEqual([]);
              expect(more.incidents.length === 0 || more.incidents[0].rank === 1).toBe(true);
            }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("grows with the share of rows that may be flagged", () => {
    fc.assert(
      fc.property(
        anySeries,
        anyRules,
        fc.integer({ min: 0, max: 100 }),
        ({ seed, rows, rhythm }, rules, sensitivity) => {
          const series = scoredSeries(seed, rows, rhythm);
          const [little, much] = [0.02, 0.3].map(
            (contamination) =>
              decideMany([series], () => ({
                mode: "auto",
                consensus: 1,
                sensitivity,
                contamination,
                incidentGap: 0,
                rules,
              }))[0],
          );
          expect(lost(little, much)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("is told outward from the usual sensitivity, which stays as the scores say", () => {
    const spans: Record<number, Level["alarms"]> = {
      49: [{ start: 8, end: 14 }],
      50: [{ start: 10, end: 20 }],
      51: [{ start: 18, end: 30 }],
      52: [{ start: 40, end: 41 }],
    };
    const at = nestedLevels({
      judge: (sensitivity) => ({ cut: 100 - sensitivity, alarms: spans[sensitivity], missing: [] }),
      counts: ({ start, end }) => end > start,
      longest: 25,
    });
    expect(at(52).alarms).toEqual([
      { start: 10, end: 30 },
      { start: 40, end: 41 },
    ]);
    expect(at(50.9).alarms).toEqual([{ start: 10, end: 20 }]);
    expect(at(49).alarms).toEqual([{ start: 10, end: 14 }]);
  });

  it("keeps what it has where a wider alarm would be too long or silenced by a rule", () => {
    const at = (longest: number, counts: (alarm: { start: number; end: number }) => boolean): Level =>
      nestedLevels({
        judge: (sensitivity) => ({
          cut: 1,
          alarms: sensitivity > 50 ? [{ start: 5, end: 30 }] : [{ start: 10, end: 12 }],
          missing: [],
        }),
        counts,
        longest,
      })(51);
    expect(at(20, () => true).alarms).toEqual([{ start: 10, end: 12 }]);
    expect(at(50, ({ start }) => start > 5).alarms).toEqual([{ start: 10, end: 12 }]);
    expect(at(50, () => true).alarms).toEqual([{ start: 5, end: 30 }]);
  });
});
