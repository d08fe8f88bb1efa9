import { type Season } from "../season/season.js";
import { LEAST_POINTS } from "../season/least-points.js";
import { defineDetector, type Detector, type Scorer } from "./detector.js";
import { mean } from "../numeric/statistics.js";
import { bySeason } from "./season-scorer.js";

/** Occurrences of a date that show that one of them is missing. */
const YEARS = 3;
/** Deviations that a date must be worth, and that a row must lie from it. */
const [WORTH, AWAY] = [3, 4];
/** A row that kept this share of the way from an ordinary day, a cycle before or after, to the date had its holiday. */
const KEPT = 0.5;

/**
 * Dates that return every year (holidays, learnt unaided) and did not this time: how far the row lies from what the date
 * usually brings, on the side of an ordinary day, in deviations of the noise. 0 on all other rows. A date that came with twice
 * its effect is no missing date. O(n) after the model of what is normal.
 */
export const missingHoliday: Detector = defineDetector({
  title: "Missing holiday",
  summary: "A date that changes the values every year and did not this time.",
  translations: {
    de: {
      title: "Ausgebliebener Feiertag",
      summary: "Ein Datum, das die Werte jedes Jahr verändert und diesmal nicht.",
    },
  },
  family: "series",
  params: {},
  onRequest: true,
  threshold: { kind: "fixed", value: AWAY },
  fit: (sample) => {
    const { season } = sample;
    if (season === null) return { skipped: { code: "no_season", facts: { needed: LEAST_POINTS } } };
    if (!season.baseline.dates.some(({ rows }) => rows.length >= YEARS))
      return { skipped: { code: "no_dates", facts: { years: YEARS } } };
    return bySeason(absent)(sample) as Scorer;
  },
});

function absent({ baseline: { z, expected, dates }, filled, cycleRows }: Season): Float64Array {
  const scores = new Float64Array(z.length);
  const cycle = Math.max(1, cycleRows);
  for (const { rows, effect } of dates) {
    if (rows.length < YEARS || Math.abs(effect) < WORTH) continue;
    for (const row of rows) {
      const ordinary = mean(Float64Array.of(expected[row - cycle], expected[row + cycle]).filter(Number.isFinite));
      const kept = (filled[row] - ordinary) / (expected[row] - ordinary);
      if (z[row] * effect < 0 && kept < KEPT) scores[row] = Math.max(scores[row], Math.abs(z[row]));
    }
  }
  return scores;
}
