import { normalLogTail } from "../numeric/distributions/normal.js";
import { LEAST_POINTS } from "../season/least-points.js";
import { defineDetector, type Detector, type Scorer } from "./detector.js";
import { bySeason } from "./season-scorer.js";

/** −log10 of a chance of one in ten thousand. */
const RARE = 4;
/** Kinds of series whose values are counted, or mostly nothing. */
const COUNTED = ["count", "zeros"];

/**
 * How surprising a count is: −log10 of the chance of one at least that far out, by the negative binomial law (of rare sizes
 * among zeros: by theirs) about the level, week and day that the model of what is normal knows. Counts have no deviations:
 * three where one in five is usual is odd, thirty where twenty are usual is not. O(n) after the model.
 */
export const countSurprise: Detector = defineDetector({
  title: "Count surprise",
  summary: "How improbable a small count, or an amount among zeros, is at its hour and day.",
  translations: {
    de: {
      title: "Unwahrscheinliche Anzahl",
      summary:
        "Wie unwahrscheinlich eine kleine Anzahl, oder ein Betrag zwischen Nullen, zu ihrer Stunde und an ihrem Tag ist.",
    },
  },
  family: "series",
  params: {},
  onRequest: true,
  threshold: { kind: "fixed", value: RARE },
  fit: (sample) => {
    const { season } = sample;
    if (season === null) return { skipped: { code: "no_season", facts: { needed: LEAST_POINTS } } };
    if (!COUNTED.includes(season.baseline.innerKind)) return { skipped: { code: "no_counts", facts: {} } };
    return bySeason(({ baseline }) => baseline.z.map(surprise))(sample) as Scorer;
  },
});

const surprise = (z: number): number => Math.max(0, -(Math.LN2 + normalLogTail(Math.abs(z))) / Math.LN10);
